import Faults

/// What can be wrong with the file of a published table, as a file.
enum PublishedTableFault: FaultKind {
  case notUTF8
  case missingColumn(String, String)
  case otherCells
  case notACount
  case notAShare
  case noRow

  var code: FaultCode {
    switch self {
    case .notUTF8: FaultCode("T001")
    case .missingColumn: FaultCode("T002")
    case .otherCells: FaultCode("T003")
    case .notACount: FaultCode("T004")
    case .notAShare: FaultCode("T005")
    case .noRow: FaultCode("T006")
    }
  }

  var problem: Phrase {
    switch self {
    case .notUTF8: Phrase(vi: "tệp không phải UTF-8", en: "the file is not UTF-8")
    case .missingColumn(let name, let vietnamese):
      Phrase(vi: "thiếu cột «\(vietnamese)» (\(name))", en: "the column '\(name)' (\(vietnamese)) is missing")
    case .otherCells:
      Phrase(vi: "số ô không như dòng tiêu đề", en: "the line has not as many cells as the header")
    case .notACount: Phrase(vi: "không phải số nguyên từ 0", en: "this is no whole number")
    case .notAShare: Phrase(vi: "không phải tỷ lệ phần trăm", en: "this is no percentage")
    case .noRow: Phrase(vi: "bảng không có dòng nào", en: "the table has no row")
    }
  }

  var advice: Phrase {
    switch self {
    case .notUTF8: Phrase(vi: "lưu lại thành UTF-8", en: "save it as UTF-8")
    case .missingColumn, .noRow:
      Phrase(
        vi: "dòng đầu: họ và tên,phiếu,tỷ lệ,tính trên; mỗi người một dòng",
        en: "first line: name,votes,percent,base; a line for each person")
    case .otherCells:
      Phrase(
        vi: "ô có dấu phân cách thì đặt trong ngoặc kép", en: "put a cell with the separator in it in quotes")
    case .notACount: Phrase(vi: "ghi số phiếu, số để tính từ 1", en: "write the votes; a base is at least 1")
    case .notAShare: Phrase(vi: "ghi như 38,06 hay 38.06 %", en: "write it like 38.06 or 38,06 %")
    }
  }
}
