public import Faults

/// The codes of faults in ballot files. The reference `Faults.md` in this room's documentation lists them with examples.
extension FaultCode {
  // Files and text
  public static let emptyBallotFile = FaultCode("B001")
  public static let notText = FaultCode("B002")
  public static let wrongEncoding = FaultCode("B003")
  public static let notUTF8 = FaultCode("B004")
  public static let lineTooLong = FaultCode("B005")
  public static let controlCharacter = FaultCode("B006")
  public static let damagedUTF16 = FaultCode("B007")
  public static let tooManyBallots = FaultCode("B008")
  // Headers
  public static let unknownColumn = FaultCode("B010")
  public static let repeatedColumn = FaultCode("B011")
  public static let missingColumn = FaultCode("B012")
  public static let struckBesideChosen = FaultCode("B013")
  public static let columnOfOtherForm = FaultCode("B014")
  public static let matrixNumbers = FaultCode("B015")
  public static let unknownSeparator = FaultCode("B016")
  public static let columnNotInMatrix = FaultCode("B017")
  // Rows
  public static let wrongNumberOfCells = FaultCode("B020")
  public static let emptyLine = FaultCode("B021")
  public static let badQuoting = FaultCode("B022")
  public static let emptyMarks = FaultCode("B023")
  public static let notANumber = FaultCode("B024")
  public static let numberNotOnList = FaultCode("B025")
  public static let numberRepeated = FaultCode("B026")
  public static let backwardRange = FaultCode("B027")
  public static let spreadsheetChanged = FaultCode("B028")
  public static let equalsSignBesideNumbers = FaultCode("B029")
  public static let badMatrixCell = FaultCode("B030")
  public static let unknownGround = FaultCode("B031")
  public static let groundRepeated = FaultCode("B032")
  public static let badWords = FaultCode("B033")
  public static let badCount = FaultCode("B034")
  public static let badWholeNumber = FaultCode("B035")
  public static let halfReadMarks = FaultCode("B036")
  public static let badRuling = FaultCode("B037")
  public static let rulingNotDebatable = FaultCode("B038")
  public static let rehearsalNotEmpty = FaultCode("B039")
  // Serial numbers
  public static let serialRepeated = FaultCode("B040")
  public static let serialsInDisorder = FaultCode("B041")
  // Packed files
  public static let damagedPackedFile = FaultCode("B050")
  public static let packedVersion = FaultCode("B051")
  public static let packedOtherBallots = FaultCode("B052")
  public static let notPackedFile = FaultCode("B053")
  public static let notInLayout = FaultCode("B054")
  public static let rehearsalNotPacked = FaultCode("B055")
}
