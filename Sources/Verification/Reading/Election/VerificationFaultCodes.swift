import Faults

/// What the verifier's own reader finds wrong with an election file, beside the form of JSON.
extension FaultCode {
  /// What should be verified is no result file.
  static let noResult = FaultCode("V010")
  /// Another kind of file, or another version.
  static let otherFormat = FaultCode("V001")
  /// A text that is empty, too long, or has hidden characters.
  static let unfitText = FaultCode("V002")
  /// No day or month of the calendar.
  static let noDate = FaultCode("V003")
  /// No such regulation, or none in force on the date.
  static let noRegulation = FaultCode("V004")
  /// Names, numbers, seats and form that do not fit each other.
  static let unfitList = FaultCode("V005")
  /// People convened, present and deducted that do not fit each other.
  static let unfitElectorate = FaultCode("V006")
  /// A file outside of the folder, or named twice.
  static let unfitFileName = FaultCode("V007")
  /// Round, kind and follows that do not fit each other.
  static let unfitRound = FaultCode("V008")
  /// No digest, or a quorum of nobody.
  static let unfitBinding = FaultCode("V009")
}
