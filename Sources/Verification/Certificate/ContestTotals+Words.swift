public import Faults

extension ContestTotals.Identity {
  /// The identity with its figures: `valid + invalid = recorded: 57 + 1 = 58`.
  public var words: Phrase {
    let figures = Self.sum(left) + (holds ? " = " : " ≠ ") + Self.sum(right)
    return Phrase(vi: "\(name.vi): \(figures)", en: "\(name.en): \(figures)")
  }

  private var name: Phrase {
    switch kind {
    case .validAndInvalid:
      Phrase(vi: "hợp lệ + không hợp lệ = số phiếu trong tệp", en: "valid + invalid = recorded")
    case .recordedAndReturned: Phrase(vi: "số phiếu trong tệp = thu về", en: "recorded = returned")
    case .reasons: Phrase(vi: "cộng các lý do = không hợp lệ", en: "reasons add up to invalid")
    case .seats:
      Phrase(
        vi: "ghế × hợp lệ = số phiếu bầu + bỏ trống", en: "seats × valid = votes + undervotes")
    case .candidates:
      Phrase(
        vi: "số người × hợp lệ = được bầu + không được bầu", en: "candidates × valid = votes + non-votes")
    case .files:
      Phrase(vi: "phiếu của các tệp = số phiếu đếm được", en: "ballots of the files = ballots counted")
    case .validByVotes:
      Phrase(vi: "hợp lệ theo số người được bầu = hợp lệ", en: "valid by number of votes = valid")
    case .votesByBallot:
      Phrase(
        vi: "số phiếu bầu trên các phiếu = số phiếu của mọi người",
        en: "votes on the ballots = votes of the names")
    case .otherWords:
      Phrase(
        vi: "lời ghi lý do khác = phiếu có lý do khác", en: "words on other grounds = ballots that bear them")
    case .rulings: Phrase(vi: "phán quyết = phiếu được công nhận hợp lệ", en: "rulings = ballots ruled valid")
    }
  }

  /// Few terms one by one, many by their sum.
  private static func sum(_ terms: [Int]) -> String {
    if terms.isEmpty { return "0" }
    if terms.count > 8 { return String(terms.reduce(0) { $0 &+ $1 }) }
    return terms.map(String.init).joined(separator: " + ")
  }
}
