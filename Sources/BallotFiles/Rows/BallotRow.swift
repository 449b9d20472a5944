import Tallying

/// What one row says: a ballot, how many there are of it, and where it lies among the papers.
struct BallotRow {
  var ballot: Ballot
  /// How many identical ballots the row stands for.
  var count = 1
  var bundle: Int?
  /// The serial number of the ballot, or of the first of the batch.
  var serial: Int?
  /// The offset of the serial's cell in the piece.
  var serialOffset = 0
  /// The board's words on the declared ground `other`.
  var otherWords: String?
  /// The board's words on its ruling.
  var rulingWords: String?

  init(_ style: BallotStyle) {
    ballot = Ballot(style)
  }

  mutating func clear() {
    ballot.clear()
    count = 1
    bundle = nil
    serial = nil
    otherWords = nil
    rulingWords = nil
  }
}
