public import Faults

/// Why a record cannot follow those before it.
public enum Contradiction: Error, Sendable, Hashable {
  case openedTwice
  case notOpened
  case afterClose
  case outOfOrder
  case overfull
  case badCells
  case notCurrent
  case noSuchBallot
  case otherTotal

  /// The reason, without a full stop.
  public var words: Phrase {
    switch self {
    case .openedTwice: Phrase(vi: "nhật ký đã mở rồi", en: "the log is open already")
    case .notOpened: Phrase(vi: "nhật ký chưa mở", en: "the log was not opened")
    case .afterClose: Phrase(vi: "việc nhập đã kết thúc", en: "entering had been ended")
    case .outOfOrder:
      Phrase(
        vi: "không phải xấp và số phiếu tiếp theo", en: "this is not the bundle and serial that come next")
    case .overfull: Phrase(vi: "xấp không còn chừng ấy phiếu", en: "the bundle has not so many papers left")
    case .badCells:
      Phrase(
        vi: "các ô không đúng cách ghi của danh sách phiếu", en: "the cells are not as a mark list has them")
    case .notCurrent:
      Phrase(vi: "không phải xấp đang nhập", en: "this is not the bundle that is being entered")
    case .noSuchBallot: Phrase(vi: "không có phiếu này", en: "there is no such ballot")
    case .otherTotal:
      Phrase(vi: "số phiếu không đúng", en: "the number of ballots is another")
    }
  }
}
