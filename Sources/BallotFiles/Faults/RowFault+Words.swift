import Elections
import Faults
import Tallying

extension RowFault {
  var problem: Phrase {
    switch self {
    case .wrongNumberOfCells(let found, let expected, _):
      Phrase(
        vi: "dòng có \(found) ô, mà tiêu đề có \(expected)",
        en: "cells in this row: \(found), in the header: \(expected)")
    case .emptyLine:
      Phrase(vi: "dòng trống giữa các phiếu", en: "an empty line between ballots")
    case .unterminatedQuote:
      Phrase(vi: "ô mở dấu nháy kép mà không đóng trong dòng", en: "a quoted cell does not end on its line")
    case .textAfterQuote:
      Phrase(vi: "sau dấu nháy đóng còn chữ", en: "there is text after the closing quote")
    case .bareQuote:
      Phrase(
        vi: "dấu nháy kép nằm giữa một ô không có nháy", en: "a quote stands in a cell that is not quoted")
    case .emptyMarks(let column):
      Phrase(
        vi: "ô «\(column.names.vi)» trống mà phiếu không được ghi là không hợp lệ",
        en: "the cell '\(column.names.en)' is empty, and the ballot is not declared invalid")
    case .notANumber:
      Phrase(vi: "đây không phải số thứ tự", en: "this is not a candidate's number")
    case .numberNotOnList(let names, _):
      Phrase(
        vi: "danh sách không có số này (chỉ từ 1 đến \(names))",
        en: "this number is not on the list (1 to \(names))")
    case .numberRepeated(let number):
      Phrase(vi: "số \(number) lặp lại trong ô", en: "the number \(number) stands twice in the cell")
    case .backwardRange:
      Phrase(vi: "khoảng số đi lùi", en: "the range runs backwards")
    case .listedWithCommas:
      Phrase(
        vi: "các số cách nhau bằng dấu phẩy hoặc chấm phẩy",
        en: "the numbers are separated by commas or semicolons")
    case .changedToDecimal:
      Phrase(
        vi: "số thập phân: có thể bảng tính đã đổi ô này",
        en: "a decimal number: a spreadsheet may have changed this cell")
    case .changedToDate:
      Phrase(
        vi: "ngày tháng: có thể bảng tính đã đổi ô này",
        en: "a date: a spreadsheet may have changed this cell")
    case .equalsSignBesideNumbers:
      Phrase(vi: "dấu «=» đứng cạnh chữ khác", en: "'=' stands beside something else")
    case .badMatrixCell(.strikeOut):
      Phrase(vi: "ô chỉ được là 1 (để lại) hoặc 0 (gạch)", en: "a cell is 1 (left) or 0 (struck out)")
    case .badMatrixCell(.agreeDisagree):
      Phrase(
        vi: "ô chỉ được là 1 (đồng ý), 0 (không đồng ý), b (cả hai) hoặc n (không ô nào)",
        en: "a cell is 1 (agree), 0 (disagree), b (both boxes) or n (neither)")
    case .unknownGround:
      Phrase(vi: "không có lý do nào tên như vậy", en: "there is no ground of this name")
    case .groundFromMarks:
      Phrase(
        vi: "lý do này do chương trình suy từ dấu trên phiếu, không khai",
        en: "this ground is found from the marks and not declared")
    case .groundRepeated:
      Phrase(vi: "lý do này đã ghi trong ô", en: "this ground stands in the cell already")
    case .badGroundWords:
      Phrase(
        vi: "lý do «other» thiếu lời của ban kiểm phiếu", en: "the ground 'other' lacks the board's words")
    case .wordsTooLong:
      Phrase(
        vi: "lời của ban dài hơn \(ElectionLimits.nameLength) ký tự hoặc có ký tự không nhìn thấy",
        en: "the board's words are longer than \(ElectionLimits.nameLength) characters or have invisible ones"
      )
    case .badCount:
      Phrase(
        vi: "số lượng phải là số nguyên từ 1 đến 1 000 000",
        en: "the count must be a whole number from 1 to 1,000,000")
    case .badWholeNumber(let column):
      Phrase(
        vi: "«\(column.names.vi)» phải là số nguyên từ 0 đến 10^12, chỉ gồm các chữ số 0-9",
        en: "'\(column.names.en)' must be a whole number from 0 to 10^12, in the digits 0-9 only")
    case .batchTooLong:
      Phrase(vi: "số phiếu cuối của loạt vượt quá 10^12", en: "the last serial of the batch is above 10^12")
    case .halfReadMarks(let column):
      Phrase(
        vi: "chỉ một trong hai ô dấu được ghi, ô «\(column.names.vi)» trống",
        en: "only one of the two mark cells is filled, '\(column.names.en)' is empty")
    case .badRuling:
      Phrase(vi: "phán quyết viết không đúng", en: "the ruling is not written as it should be")
    case .rulingNotDebatable:
      Phrase(
        vi: "phiếu này không thuộc loại phải xem xét, nên ban không phán quyết được",
        en: "this ballot is not debatable, so the board cannot rule on it")
    case .rehearsalNotEmpty:
      Phrase(
        vi: "ô «kiểm thử» phải để trống: tên cột đã nói cả tệp là kiểm thử",
        en: "the cell 'rehearsal' must be empty: the column's name says it of the whole file")
    case .serialRepeated(let line, let file):
      Phrase(
        vi: "số phiếu này đã có ở \(visible(file)), dòng \(line)",
        en: "this serial stands already in \(visible(file)), line \(line)")
    case .serialsInDisorder:
      Phrase(
        vi: "số phiếu không tăng dần, và quá nhiều để kiểm tra trùng lặp trong bộ nhớ nhỏ",
        en: "the serials do not rise, and are too many to be checked for repetition in little memory")
    }
  }

  var advice: Phrase {
    switch self {
    case .wrongNumberOfCells(_, _, commas: true):
      Phrase(
        vi: "các số trong một ô cách nhau bằng dấu cách, không phải dấu phẩy: 1 3 4",
        en: "numbers in one cell are separated by spaces, not commas: 1 3 4")
    case .wrongNumberOfCells:
      Phrase(vi: "mỗi dòng phải có đúng số ô của tiêu đề", en: "each row has exactly the cells of the header")
    case .emptyLine:
      Phrase(
        vi: "xóa dòng đó; phiếu không gạch ai ghi là «=»",
        en: "remove the line; a ballot with nothing struck is '='")
    case .unterminatedQuote, .textAfterQuote:
      Phrase(
        vi: "đóng ô bằng dấu nháy kép; dấu nháy trong ô viết hai lần",
        en: "end the cell with a quote; a quote in the cell is written twice")
    case .bareQuote, .badGroundWords:
      Phrase(
        vi: #"viết: "other:""phiếu rách""" (cả ô trong nháy kép, nháy bên trong viết hai lần)"#,
        en: #"write: "other:""torn paper""" (the whole cell quoted, quotes inside written twice)"#)
    case .emptyMarks(.struck):
      Phrase(
        vi: "ghi các số bị gạch, hoặc «=» nếu không gạch ai",
        en: "write the numbers struck out, or '=' for none")
    case .emptyMarks(.chosen):
      Phrase(vi: "ghi các số để lại, hoặc «=» nếu gạch hết", en: "write the numbers left, or '=' for nobody")
    case .emptyMarks, .halfReadMarks:
      Phrase(
        vi: "ghi các số có dấu X, hoặc «=» nếu không có", en: "write the numbers with an X, or '=' for none")
    case .notANumber:
      Phrase(
        vi: "chỉ dùng chữ số 0-9, cách nhau bằng dấu cách, khoảng viết 7-9",
        en: "use the digits 0-9 only, separated by spaces; a range is written 7-9")
    case .numberNotOnList(_, let split?):
      Phrase(
        vi: "nếu là nhiều số, viết cách nhau: \(split)",
        en: "if these are several numbers, separate them: \(split)")
    case .numberNotOnList(_, nil):
      Phrase(vi: "xem lại tờ phiếu và danh sách", en: "look at the paper and the list again")
    case .numberRepeated:
      Phrase(vi: "ghi mỗi số một lần", en: "write each number once")
    case .backwardRange:
      Phrase(vi: "viết số nhỏ trước: 7-9", en: "write the smaller number first: 7-9")
    case .listedWithCommas, .changedToDecimal:
      Phrase(
        vi: "viết các số cách nhau bằng dấu cách (1 3) và định dạng cột là văn bản",
        en: "separate the numbers by spaces (1 3) and format the column as text")
    case .changedToDate:
      Phrase(
        vi: "viết lại khoảng số (7-9) và định dạng cột là văn bản",
        en: "write the range again (7-9) and format the column as text")
    case .equalsSignBesideNumbers:
      Phrase(vi: "ghi các số, hoặc chỉ một dấu «=»", en: "write the numbers, or a single '='")
    case .badMatrixCell:
      Phrase(vi: "xem lại tờ phiếu và sửa ô", en: "look at the paper again and correct the cell")
    case .unknownGround(let nearest?):
      Phrase(vi: "có phải ý là «\(nearest)»?", en: "did you mean '\(nearest)'?")
    case .unknownGround(nil):
      Phrase(
        vi: #"các lý do: notIssued outsider marked signed other:"lời của ban""#,
        en: #"the grounds: notIssued outsider marked signed other:"the board's words""#)
    case .groundFromMarks:
      Phrase(vi: "xóa nó, chỉ ghi các dấu trên phiếu", en: "remove it and write only the marks")
    case .groundRepeated:
      Phrase(vi: "ghi mỗi lý do một lần", en: "write each ground once")
    case .wordsTooLong:
      Phrase(vi: "ghi ngắn gọn, chỉ chữ nhìn thấy được", en: "keep them short, in visible characters")
    case .badCount, .badWholeNumber, .batchTooLong:
      Phrase(vi: "sửa số, hoặc bỏ hẳn cột này", en: "correct the number, or leave the column out")
    case .badRuling:
      Phrase(
        vi: #"viết: "valid:""lời của ban""" hoặc để trống"#,
        en: #"write: "valid:""the board's words""" or leave it empty"#)
    case .rulingNotDebatable:
      Phrase(vi: "để trống ô phán quyết", en: "leave the cell 'ruling' empty")
    case .rehearsalNotEmpty:
      Phrase(vi: "xóa những gì có trong ô", en: "empty the cell")
    case .serialRepeated:
      Phrase(
        vi: "có thể một phiếu nhập hai lần: xem lại tờ phiếu",
        en: "a ballot may have been entered twice: look at the paper")
    case .serialsInDisorder:
      Phrase(vi: "sắp xếp các dòng theo xấp và số phiếu", en: "sort the rows by bundle and serial")
    }
  }
}
