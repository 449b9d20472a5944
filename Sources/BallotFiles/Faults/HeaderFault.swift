import Elections
import Faults

/// What is wrong with the header of a ballot file.
enum HeaderFault: FaultKind {
  case unknownColumn(nearest: String?, oldEncoding: String?)
  case repeatedColumn
  case missingMarks(BallotForm)
  case missingColumn(Column)
  case struckBesideChosen
  case columnOfOtherForm(BallotForm)
  case matrixNumbers(names: Int)
  case unknownSeparator
  case columnNotInMatrix

  var code: FaultCode {
    switch self {
    case .unknownColumn: .unknownColumn
    case .repeatedColumn: .repeatedColumn
    case .missingMarks, .missingColumn: .missingColumn
    case .struckBesideChosen: .struckBesideChosen
    case .columnOfOtherForm: .columnOfOtherForm
    case .matrixNumbers: .matrixNumbers
    case .unknownSeparator: .unknownSeparator
    case .columnNotInMatrix: .columnNotInMatrix
    }
  }

  var problem: Phrase {
    switch self {
    case .unknownColumn(_, let oldEncoding?):
      Phrase(
        vi: "tên cột ở bảng mã \(oldEncoding), không phải Unicode",
        en: "the name of the column is in \(oldEncoding) letters, not Unicode")
    case .unknownColumn:
      Phrase(vi: "không có cột nào tên như vậy", en: "there is no column of this name")
    case .repeatedColumn:
      Phrase(vi: "cột này đã có trong tiêu đề", en: "the header has this column already")
    case .missingMarks(.strikeOut):
      Phrase(
        vi: "tiêu đề thiếu cột ghi các số bị gạch («gạch») hoặc để lại («bầu»)",
        en: "the header lacks the column of the numbers struck out ('struck') or left ('chosen')")
    case .missingMarks(.agreeDisagree):
      Phrase(
        vi: "tiêu đề thiếu các cột «đồng ý» và «không đồng ý»",
        en: "the header lacks the columns 'agree' and 'disagree'")
    case .missingColumn(let column):
      Phrase(
        vi: "tiêu đề thiếu cột «\(column.names.vi)»", en: "the header lacks the column '\(column.names.en)'")
    case .struckBesideChosen:
      Phrase(
        vi: "«gạch» và «bầu» không được đứng cùng nhau",
        en: "'struck' and 'chosen' must not stand side by side")
    case .columnOfOtherForm(.strikeOut):
      Phrase(
        vi: "cột này của phiếu đồng ý/không đồng ý, mà đây là phiếu gạch tên (có số dư)",
        en: "this column belongs to agree/disagree ballots, and these are strike-out ballots")
    case .columnOfOtherForm(.agreeDisagree):
      Phrase(
        vi: "cột này của phiếu gạch tên, mà đây là phiếu đồng ý/không đồng ý (không số dư)",
        en: "this column belongs to strike-out ballots, and these are agree/disagree ballots")
    case .matrixNumbers(let names):
      Phrase(
        vi: "tiêu đề của bảng phải là các số 1 đến \(names) theo thứ tự, mỗi số một cột",
        en: "the header of a matrix must be the numbers 1 to \(names) in order, one a column")
    case .unknownSeparator:
      Phrase(vi: "dấu phân cách này không dùng được", en: "this separator cannot be used")
    case .columnNotInMatrix:
      Phrase(
        vi: "bảng chỉ có cột «số phiếu» và «không hợp lệ» đứng trước các số",
        en: "a matrix has only the columns 'serial' and 'invalid' before the numbers")
    }
  }

  var advice: Phrase {
    switch self {
    case .unknownColumn(_, _?):
      Phrase(
        vi: "chuyển tệp sang Unicode rồi lưu thành UTF-8",
        en: "convert the file to Unicode and save it as UTF-8")
    case .unknownColumn(let nearest?, nil):
      Phrase(vi: "có phải ý là «\(nearest)»?", en: "did you mean '\(nearest)'?")
    case .unknownColumn(nil, nil):
      Phrase(
        vi: "dòng đầu phải là tiêu đề; các cột: \(Column.list(.vietnamese)); hoặc các số 1, 2, 3…",
        en:
          "the first line must be the header; the columns: \(Column.list(.english)); or the numbers 1, 2, 3…")
    case .repeatedColumn:
      Phrase(vi: "bỏ một trong hai cột", en: "remove one of the two columns")
    case .missingMarks, .missingColumn:
      Phrase(vi: "thêm cột đó vào dòng tiêu đề và mọi dòng", en: "add it to the header and to every row")
    case .struckBesideChosen:
      Phrase(vi: "chỉ giữ một trong hai cột", en: "keep only one of the two columns")
    case .columnOfOtherForm(.strikeOut):
      Phrase(vi: "dùng cột «gạch» hoặc «bầu»", en: "use the column 'struck' or 'chosen'")
    case .columnOfOtherForm(.agreeDisagree):
      Phrase(vi: "dùng các cột «đồng ý» và «không đồng ý»", en: "use the columns 'agree' and 'disagree'")
    case .matrixNumbers:
      Phrase(
        vi: "so dòng tiêu đề với danh sách bầu cử; nếu đây là dòng phiếu thì tệp thiếu tiêu đề",
        en: "compare the header with the list of candidates; if this is a ballot, the file lacks its header")
    case .unknownSeparator:
      Phrase(
        vi: "dùng dấu phẩy, dấu chấm phẩy hoặc TAB", en: "use a comma, a semicolon or a TAB")
    case .columnNotInMatrix:
      Phrase(
        vi: "bỏ cột này, hoặc dùng dạng danh sách («gạch», «bầu»…)",
        en: "remove the column, or use the mark list ('struck', 'chosen'…)")
    }
  }
}
