public import Faults

/// What can be wrong with the form of a JSON file.
extension FaultCode {
  /// Not JSON (RFC 8259): a comma too many or too few, a missing bracket, a word without quotes, a comment,
  /// a number with a leading zero, text behind the end.
  public static let jsonSyntax = FaultCode("J001")
  /// Not UTF-8, or with a byte order mark where none is allowed.
  public static let jsonEncoding = FaultCode("J002")
  /// Inside a string: a control character, an unknown escape, half a surrogate pair.
  public static let jsonString = FaultCode("J003")
  /// More bytes or values than are read.
  public static let jsonTooLarge = FaultCode("J004")
  /// Lists and objects nested more deeply than are read.
  public static let jsonTooDeep = FaultCode("J005")
  /// A key that occurs twice in one object.
  public static let jsonDuplicateKey = FaultCode("J006")
  /// A key that means nothing here.
  public static let jsonUnknownKey = FaultCode("J007")
  /// A key that must be there and is not.
  public static let jsonMissingKey = FaultCode("J008")
  /// A value of another type than is needed.
  public static let jsonWrongType = FaultCode("J009")
  /// A number with a fraction or an exponent where a whole number is needed.
  public static let jsonNotWhole = FaultCode("J010")
  /// A whole number that is too small or too large.
  public static let jsonOutOfRange = FaultCode("J011")
  /// A text that is not one of the allowed words.
  public static let jsonNotAllowed = FaultCode("J012")
}
