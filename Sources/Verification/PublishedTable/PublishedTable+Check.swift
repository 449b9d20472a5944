public import Faults

/// What is to be said of a row of a published table.
public enum TableRemark: Sendable, Equatable {
  /// The share is not that of the votes in the base: it was printed so, and should be so.
  case wrongShare(printed: Phrase, right: Phrase, votes: Int, base: Int)
  /// The share is right but for the last decimal, which was cut off and not rounded.
  case truncated(printed: Phrase, rounded: Phrase)
  /// More votes than the base has people.
  case moreVotesThanBase(votes: Int, base: Int)
  /// The table does not say what the share is of.
  case noBase

  /// Whether it is a mistake, and not a way of writing, nor a share that could not be recomputed.
  public var isMistake: Bool {
    switch self {
    case .wrongShare, .moreVotesThanBase: true
    case .truncated, .noBase: false
    }
  }

  public var words: Phrase {
    switch self {
    case .wrongShare(let printed, let right, let votes, let base):
      Phrase(
        vi: "\(votes)/\(base) in là \(printed.vi) %, đúng là \(right.vi) %",
        en: "\(votes)/\(base) is printed as \(printed.en)%, and is \(right.en)%")
    case .truncated(let printed, let rounded):
      Phrase(
        vi: "\(printed.vi) % là số bị cắt bớt, làm tròn thì \(rounded.vi) %",
        en: "\(printed.en)% is truncated; rounded it is \(rounded.en)%")
    case .moreVotesThanBase(let votes, let base):
      Phrase(vi: "\(votes) phiếu mà chỉ tính trên \(base) người", en: "\(votes) votes of a base of \(base)")
    case .noBase:
      Phrase(
        vi: "bảng không nói tỷ lệ tính trên bao nhiêu: thêm cột «tính trên» hoặc --base",
        en: "the table does not say what the share is of: add a column 'base', or --base")
    }
  }
}

extension PublishedTable {
  /// The arithmetic of every row, recomputed.
  ///
  /// - Parameter base: what shares are of in rows that do not say, at least 1.
  /// - Returns: the rows that something is to be said of, in the order of the file.
  public func remarks(base: Int?) -> [(row: Row, remark: TableRemark)] {
    rows.compactMap { row in
      Self.remark(row, base: row.base ?? base).map { (row, $0) }
    }
  }

  private static func remark(_ row: Row, base: Int?) -> TableRemark? {
    guard let base else { return .noBase }
    if row.votes > base { return .moreVotesThanBase(votes: row.votes, base: base) }
    let decimals = row.share.decimals
    let rounded = PublishedShare(row.votes, of: base, decimals: decimals)
    if row.share == rounded { return nil }
    if row.share == PublishedShare(row.votes, of: base, decimals: decimals, isTruncated: true) {
      return .truncated(printed: words(row.share), rounded: words(rounded))
    }
    let right = PublishedShare(row.votes, of: base, decimals: max(2, decimals))
    return .wrongShare(printed: words(row.share), right: words(right), votes: row.votes, base: base)
  }

  private static func words(_ share: PublishedShare) -> Phrase {
    Phrase(vi: share.withComma, en: share.withPoint)
  }
}
