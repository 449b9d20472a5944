import Elections
import Faults
import Tallying

/// What is wrong with one row of a ballot file.
enum RowFault: FaultKind {
  case wrongNumberOfCells(found: Int, expected: Int, commas: Bool)
  case emptyLine
  case unterminatedQuote
  case textAfterQuote
  case bareQuote
  case emptyMarks(Column)
  case notANumber
  case numberNotOnList(names: Int, split: String?)
  case numberRepeated(Int)
  case backwardRange
  case listedWithCommas
  case changedToDecimal
  case changedToDate
  case equalsSignBesideNumbers
  case badMatrixCell(BallotForm)
  case unknownGround(nearest: String?)
  case groundFromMarks
  case groundRepeated
  case badGroundWords
  case wordsTooLong
  case badCount
  case badWholeNumber(Column)
  case batchTooLong
  case halfReadMarks(Column)
  case badRuling
  case rulingNotDebatable
  case rehearsalNotEmpty
  case serialRepeated(line: Int, file: String)
  case serialsInDisorder

  var code: FaultCode {
    switch self {
    case .wrongNumberOfCells: .wrongNumberOfCells
    case .emptyLine: .emptyLine
    case .unterminatedQuote, .textAfterQuote, .bareQuote: .badQuoting
    case .emptyMarks: .emptyMarks
    case .notANumber: .notANumber
    case .numberNotOnList: .numberNotOnList
    case .numberRepeated: .numberRepeated
    case .backwardRange: .backwardRange
    case .listedWithCommas, .changedToDecimal, .changedToDate: .spreadsheetChanged
    case .equalsSignBesideNumbers: .equalsSignBesideNumbers
    case .badMatrixCell: .badMatrixCell
    case .unknownGround, .groundFromMarks: .unknownGround
    case .groundRepeated: .groundRepeated
    case .badGroundWords, .wordsTooLong: .badWords
    case .badCount: .badCount
    case .badWholeNumber, .batchTooLong: .badWholeNumber
    case .halfReadMarks: .halfReadMarks
    case .badRuling: .badRuling
    case .rulingNotDebatable: .rulingNotDebatable
    case .rehearsalNotEmpty: .rehearsalNotEmpty
    case .serialRepeated: .serialRepeated
    case .serialsInDisorder: .serialsInDisorder
    }
  }
}
