public import Faults

/// The codes of what can be wrong with an election, a plan or an earlier result. The reference `Faults.md` in this room's
/// documentation lists them.
extension FaultCode {
  /// No regulation is in force on the date.
  public static let noRulebook = FaultCode("E001")
  /// A regulation that the engine does not know.
  public static let unknownRulebook = FaultCode("E002")
  /// Another kind of file, or another version of it.
  public static let wrongFormat = FaultCode("E003")
  /// A date or month that the calendar does not have, or in another form.
  public static let badDate = FaultCode("E004")
  /// A text without a visible character.
  public static let emptyText = FaultCode("E005")
  /// A text with control or bidirectional characters.
  public static let hiddenCharacters = FaultCode("E006")
  /// A text that is too long.
  public static let longText = FaultCode("E007")
  /// No contest, no candidate, or too many.
  public static let badListLength = FaultCode("E008")
  /// Two contests with one id, two candidates with one person key.
  public static let repeatedID = FaultCode("E009")
  /// Numbers of candidates that do not run 1, 2, 3…
  public static let candidateNumbers = FaultCode("E010")
  /// Fewer names than seats.
  public static let fewerNamesThanSeats = FaultCode("E011")
  /// A form that contradicts names and seats.
  public static let formContradicts = FaultCode("E012")
  /// More people present than convened.
  public static let presentExceedsConvened = FaultCode("E013")
  /// Deductions that leave nobody in the base.
  public static let nobodyInBase = FaultCode("E014")
  /// A ground of deduction that the body does not have.
  public static let groundOfOtherBody = FaultCode("E015")
  /// A file outside the folder.
  public static let fileOutside = FaultCode("E016")
  /// A file that is listed twice.
  public static let fileRepeated = FaultCode("E017")
  /// `round`, `kind` and `follows` that do not fit each other.
  public static let roundKeys = FaultCode("E018")
  /// A round that follows a contest that is not there.
  public static let followsUnknown = FaultCode("E019")
  /// A round that contradicts the contest that it follows.
  public static let followsContradicts = FaultCode("E020")
  /// A digest that is not 64 hexadecimal digits.
  public static let badDigest = FaultCode("E021")
  /// A file whose digest is another.
  public static let otherDigest = FaultCode("E022")
  /// A result file that was changed after it was written.
  public static let alteredResult = FaultCode("E023")
  /// A quorum of nobody.
  public static let emptyQuorum = FaultCode("E024")
  /// A plan that asks for more seats than it allows.
  public static let noSeatsWithinLimits = FaultCode("E025")
}
