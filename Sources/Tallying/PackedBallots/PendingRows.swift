import Elections
import Machine

/// Up to 64 ballots as rows of bits, on their way into the planes of a block.
///
/// They stand at the places that they will have in their word of the plane: the first at the number of ballots before it, modulo
/// 64. Rows without a ballot are zero.
struct PendingRows: Sendable {
  /// Row after row: the names voted for or left.
  private(set) var inFavour: [UInt64]
  /// Row after row: the names disagreed with; empty on strike-out ballots.
  private(set) var against: [UInt64]
  /// Rows that hold a ballot.
  private(set) var count = 0
  /// The place of the next ballot.
  private var next = 0
  private let words: Int
  /// The bits of the last word of a row that stand for names.
  private let lastBits: UInt64

  init(_ style: BallotStyle) {
    words = style.words
    inFavour = Array(repeating: 0, count: 64 * words)
    against = style.form == .agreeDisagree ? inFavour : []
    lastBits = ~0 >> UInt64(64 * style.words - style.names)
  }

  /// Whether the next ballot belongs into the next word.
  var isFull: Bool { next == 64 }

  mutating func append(_ inFavour: [UInt64], _ against: [UInt64]) {
    for i in 0..<words { self.inFavour[next * words + i] = inFavour[i] }
    if !self.against.isEmpty {
      for i in 0..<words { self.against[next * words + i] = against[i] }
    }
    (next, count) = (next + 1, count + 1)
  }

  /// Appends a row that was read from text.
  mutating func append(_ rows: CellRows, _ row: Int, _ meaning: RowMeaning) {
    let first = row * rows.wordsPerRow
    for i in 0..<words {
      let names = i + 1 == words ? lastBits : ~0
      let marks = rows.words[first + i]
      inFavour[next * words + i] = meaning == .struckOut ? ~marks & names : marks
      guard !against.isEmpty else { continue }
      against[next * words + i] = meaning == .agreeDisagree ? rows.words[first + words + i] : ~marks & names
    }
    (next, count) = (next + 1, count + 1)
  }

  /// Forgets all ballots; the next stands at `place`.
  mutating func removeAll(from place: Int) {
    for i in (next - count) * words..<next * words { inFavour[i] = 0 }
    if !against.isEmpty {
      for i in (next - count) * words..<next * words { against[i] = 0 }
    }
    (next, count) = (place, 0)
  }
}
