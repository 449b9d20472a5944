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

  /// How many ballots are missing until the next word.
  var room: Int { 64 - next }

  /// Appends rows that were read from text, no more than there is ``room`` for.
  mutating func append(_ rows: CellRows, _ range: Range<Int>, _ meaning: RowMeaning) {
    precondition(range.count <= room)
    let source = rows.words.span
    let copier = Copier(words: words, lastBits: lastBits, place: next * words, stride: rows.wordsPerRow)
    var target = inFavour.mutableSpan
    copier.copy(source, range, to: &target, flipped: meaning == .struckOut ? ~0 : 0)
    if !against.isEmpty {
      // What a matrix does not mark as agreement is disagreement.
      let isStated = meaning == .agreeDisagree
      let first = isStated ? words : 0
      var target = against.mutableSpan
      copier.copy(source, range, from: first, to: &target, flipped: isStated ? 0 : ~0)
    }
    (next, count) = (next + range.count, count + range.count)
  }

  /// Takes ballots whose lines `scanner` reads; those that make up 64 go into the planes. On agree/disagree ballots none may wait.
  ///
  /// - Parameters:
  ///   - limit: how many lines at the most.
  ///   - passes: whether lines that are not as predicted may be passed over.
  ///   - planes: the planes in favour, `stride` words each, of which the word at `word` is next.
  /// - Returns: where the first line begins that was neither read nor passed over.
  mutating func read(
    linesOf bytes: [UInt8], from start: Int, limit: Int, passing passes: Bool,
    by scanner: inout CellRowScanner, into planes: inout [UInt64], at word: Int, stride: Int,
    noting rows: inout CellRows
  ) -> Int {
    precondition(against.isEmpty || count == 0)
    let before = next
    let end = scanner.scan(
      bytes.span, from: start, limit: limit, waiting: &inFavour, waits: &next, columns: &planes, at: word,
      stride: stride, passing: passes, noting: &rows)
    guard end > start else { return start }
    count = before + rows.count < 64 ? count + rows.count : next
    if !against.isEmpty {
      for row in 0..<next {
        for i in 0..<words {
          let names = i + 1 == words ? lastBits : ~0
          against[row * words + i] = ~inFavour[row * words + i] & names
        }
      }
    }
    return end
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

/// Copies rows of bits to the places of the next ballots.
private struct Copier {
  let words: Int
  let lastBits: UInt64
  /// The word of the next ballot.
  let place: Int
  /// Words from one row to the next.
  let stride: Int

  /// - Parameters:
  ///   - first: the word of each row that is copied first.
  ///   - flipped: all bits where marks stand for their contrary, otherwise none.
  func copy(
    _ source: Span<UInt64>, _ range: Range<Int>, from first: Int = 0, to target: inout MutableSpan<UInt64>,
    flipped: UInt64
  ) {
    if words == 1, stride == 1 {
      // Most ballots have a word for each row, and no place to be worked out.
      let source = source.extracting(range)
      for i in source.indices { target[place + i] = (source[i] ^ flipped) & lastBits }
      return
    }
    var place = place
    for row in range {
      for i in 0..<words {
        let names = i + 1 == words ? lastBits : ~0
        target[place] = (source[row * stride + first + i] ^ flipped) & names
        place += 1
      }
    }
  }
}
