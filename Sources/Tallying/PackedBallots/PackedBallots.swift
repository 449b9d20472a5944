public import Elections
public import Machine

/// What the bits of rows mean that were read from text.
public enum RowMeaning: Sendable {
  /// One set: a bit is a name left or agreed with; the others are struck out or disagreed with.
  case votes
  /// One set: a bit is a name struck out.
  case struckOut
  /// Two sets: the names with an X at đồng ý, and those with an X at không đồng ý.
  case agreeDisagree
}

/// Up to 4,096 ballots as bit planes: one plane for each name (two on agree/disagree ballots) and for each thing
/// that the board says of a ballot, with one bit for each ballot.
///
/// A worked example: three ballots of two names for one seat; the first leaves name 1, the second both, the third
/// name 2 and is declared `marked`.
///
/// ```
///                     ballot 0 1 2
/// inFavour plane of name 1   1 1 0   word 0 of the plane is 0b011
/// inFavour plane of name 2   0 1 1   word 0 of the plane is 0b110
/// status plane `marked`      0 0 1   word 0 of the plane is 0b100
/// ```
///
/// Counting reads 64 ballots at a time: the popcount of a plane, masked by the valid ballots, is the votes for its name.
public struct PackedBallots: Sendable {
  /// The most ballots of one block.
  public static let capacity = 4096
  static let wordsPerPlane = capacity / 64

  public let style: BallotStyle
  /// Ballots in the block.
  public private(set) var count = 0
  /// Planes of ``wordsPerPlane`` words, plane after plane: in favour of each name, then, on agree/disagree ballots,
  /// against each name. Bits beyond ``count`` are zero.
  private(set) var marks: [UInt64]
  /// Planes of the same size, one for each ``Status``.
  private(set) var status: [UInt64]
  /// Whether any status bit is set: most blocks have none.
  private(set) var hasStatus = false
  /// The last ballots, until there are 64 of them.
  private(set) var pending: PendingRows
  private var transposition: Transposition

  /// What the board says of a ballot, one plane each.
  enum Status: Int, CaseIterable {
    case notIssued, outsider, marked, signed, other
    case marksUnread
    case ruledValid

    /// The grounds that a board declares, with the plane of each.
    static let declared: [(ground: InvalidityGround, plane: Status)] = [
      (.notIssued, .notIssued), (.outsider, .outsider), (.marked, .marked), (.signed, .signed),
      (.other, .other),
    ]
  }

  /// The grounds that a board declares, in the order of the first of the ``statusPlanes``; two more planes stand behind theirs.
  public static let declaredGrounds = Status.declared.map(\.ground)

  public init(_ style: BallotStyle) {
    self.style = style
    let planes = style.form == .strikeOut ? style.names : 2 * style.names
    marks = Array(repeating: 0, count: planes * Self.wordsPerPlane)
    status = Array(repeating: 0, count: Status.allCases.count * Self.wordsPerPlane)
    pending = PendingRows(style)
    transposition = Transposition(names: min(style.names, 64))
  }

  /// A block of planes that were kept somewhere.
  ///
  /// - Parameters:
  ///   - count: ballots in the block, up to ``capacity``.
  ///   - marks: the words of ``markPlanes``.
  ///   - status: the words of ``statusPlanes``, or none where nothing was declared or ruled.
  /// - Returns: `nil` where there are bits beyond the ballots, or marks unread on ballots that nothing was declared of or
  ///   that have marks.
  public init?(_ style: BallotStyle, count: Int, marks: [UInt64], status: [UInt64]) {
    self.init(style)
    precondition((0...Self.capacity).contains(count) && marks.count == self.marks.count)
    precondition(status.isEmpty || status.count == self.status.count)
    self.count = count
    self.marks = marks
    if !status.isEmpty {
      self.status = status
      hasStatus = true
    }
    guard isWithinCount(marks), isWithinCount(status), !hasStatus || unreadIsDeclared else { return nil }
  }

  /// The planes of marks, word after word: in favour of each name, then, on agree/disagree ballots, against each. No ballot may be
  /// waiting.
  public var markPlanes: [UInt64] { marks }

  /// The planes of what was declared, left unread and ruled; empty where nothing was.
  public var statusPlanes: [UInt64] { hasStatus ? status : [] }

  /// How many ballots are ruled valid, rightly or not.
  public var ruled: Int {
    plane(.ruledValid).reduce(0) { $0 + $1.nonzeroBitCount }
  }

  private func isWithinCount(_ planes: [UInt64]) -> Bool {
    isFull
      || planes.indices.allSatisfy { index in
        let ballots = count - index % Self.wordsPerPlane * 64
        let beyond: UInt64 = ballots >= 64 ? 0 : ballots <= 0 ? ~0 : ~((1 << UInt64(ballots)) - 1)
        return planes[index] & beyond == 0
      }
  }

  /// Whether marks are left unread on declared ballots only, which then have none: a mark there would count for nothing, and be lost in
  /// text.
  private var unreadIsDeclared: Bool {
    (0..<Self.wordsPerPlane).allSatisfy { word in
      let unread = status[Status.marksUnread.rawValue * Self.wordsPerPlane + word]
      if unread == 0 { return true }
      let declared = Status.declared.reduce(0) { $0 | status[$1.plane.rawValue * Self.wordsPerPlane + word] }
      return unread & ~declared == 0
        && stride(from: word, to: marks.count, by: Self.wordsPerPlane).allSatisfy { marks[$0] & unread == 0 }
    }
  }

  private func plane(_ plane: Status) -> ArraySlice<UInt64> {
    status[plane.rawValue * Self.wordsPerPlane..<(plane.rawValue + 1) * Self.wordsPerPlane]
  }

  public var isEmpty: Bool { count == 0 }

  public var isFull: Bool { count == Self.capacity }

  /// Words of each plane that hold ballots.
  var usedWords: Int { (count + 63) / 64 }

  /// Adds a ballot. The block must not be full.
  public mutating func append(_ ballot: Ballot) {
    precondition(!isFull)
    if !ballot.declared.isEmpty || !ballot.marksRead || ballot.ruledValid {
      appendStatus(of: ballot, 1 << UInt64(count & 63), inWord: count >> 6)
    }
    pending.append(ballot.inFavour.words, ballot.against.words)
    count += 1
    if pending.isFull { finishRows() }
  }

  /// How many ballots make up 64 with the last ones, so that they share a word of each plane; 64 where none wait.
  public var roomInWord: Int { 64 - count & 63 }

  /// Adds ballots of which nothing but marks is known: nothing was declared or ruled. They must fit the block.
  public mutating func append(_ rows: CellRows, as meaning: RowMeaning) {
    precondition(count + rows.count <= Self.capacity && rows.wordsPerSet == style.words)
    precondition((meaning == .agreeDisagree) == (rows.sets == 2))
    if count & 63 == 0, rows.count == 64 { return appendWord(rows, meaning) }
    var row = 0
    while row < rows.count {
      let next = min(rows.count, row + pending.room)
      pending.append(rows, row..<next, meaning)
      count += next - row
      row = next
      if pending.isFull { finishRows() }
    }
  }

  /// Adds ballots whose lines `scanner` reads straight into the planes, as many as it can and the block has room for.
  ///
  /// A set bit is a vote; what a matrix does not mark as agreement is disagreement.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins at `start`.
  ///   - passes: whether lines that are not as the ones before may be passed over, which the caller then reads.
  ///   - rows: takes the numbers of the lines.
  /// - Returns: where the first line begins that was neither read nor passed over; `start` where none was.
  public mutating func append(
    linesOf bytes: [UInt8], from start: Int, passing passes: Bool, by scanner: inout CellRowScanner,
    noting rows: inout CellRows
  ) -> Int {
    // Disagreement is worked out from agreement, which is not so for ballots that wait.
    guard !isFull, style.form == .strikeOut || count & 63 == 0 else { return start }
    let word = count >> 6
    let end = pending.read(
      linesOf: bytes, from: start, limit: Self.capacity - count, passing: passes, by: &scanner, into: &marks,
      at: word, stride: Self.wordsPerPlane, noting: &rows)
    guard end > start else { return start }
    count += rows.count
    if style.form == .agreeDisagree {
      for name in 0..<style.names {
        for word in word..<count >> 6 {
          marks[(style.names + name) * Self.wordsPerPlane + word] =
            ~marks[name * Self.wordsPerPlane + word]
        }
      }
    }
    return end
  }

  /// Adds 64 ballots that fill a word of each plane.
  private mutating func appendWord(_ rows: CellRows, _ meaning: RowMeaning) {
    let word = count >> 6
    let flipped: UInt64 = meaning == .struckOut ? ~0 : 0
    for i in 0..<style.words {
      let names = min(64, style.names - i << 6)
      transposition.transpose(rows.words, from: i, stride: rows.wordsPerRow)
      for name in 0..<names {
        marks[(i << 6 + name) * Self.wordsPerPlane + word] = transposition[name] ^ flipped
      }
      guard style.form == .agreeDisagree else { continue }
      // What a matrix does not mark as agreement is disagreement.
      let against: UInt64 = meaning == .agreeDisagree ? 0 : ~0
      if meaning == .agreeDisagree {
        transposition.transpose(rows.words, from: style.words + i, stride: rows.wordsPerRow)
      }
      for name in 0..<names {
        marks[(style.names + i << 6 + name) * Self.wordsPerPlane + word] = transposition[name] ^ against
      }
    }
    count += 64
  }

  /// Moves ballots that wait for others to make up 64 into the planes.
  public mutating func finishRows() {
    guard pending.count > 0 else { return }
    let word = (count - 1) >> 6
    for i in 0..<style.words {
      let names = min(64, style.names - i << 6)
      transposition.transpose(pending.inFavour, from: i, stride: style.words)
      for name in 0..<names { marks[(i << 6 + name) * Self.wordsPerPlane + word] |= transposition[name] }
      guard style.form == .agreeDisagree else { continue }
      transposition.transpose(pending.against, from: i, stride: style.words)
      for name in 0..<names {
        marks[(style.names + i << 6 + name) * Self.wordsPerPlane + word] |= transposition[name]
      }
    }
    pending.removeAll(from: count & 63)
  }

  /// The ballot at `index`, as it was appended.
  public subscript(index: Int) -> Ballot {
    precondition(index < count)
    if pending.count > 0 {
      var finished = self
      finished.finishRows()
      return finished[index]
    }
    var ballot = Ballot(style)
    for name in 0..<style.names {
      if bit(index, of: marks, plane: name) { ballot.inFavour.insert(name) }
      if style.form == .agreeDisagree, bit(index, of: marks, plane: style.names + name) {
        ballot.against.insert(name)
      }
    }
    for (ground, plane) in Status.declared where bit(index, of: status, plane: plane.rawValue) {
      ballot.declared.insert(InvalidityGrounds(ground))
    }
    ballot.marksRead = !bit(index, of: status, plane: Status.marksUnread.rawValue)
    ballot.ruledValid = bit(index, of: status, plane: Status.ruledValid.rawValue)
    return ballot
  }

  /// Empties the block, keeping its memory.
  public mutating func removeAll() {
    let used = usedWords
    clear(&marks, words: used)
    if hasStatus { clear(&status, words: used) }
    hasStatus = false
    pending.removeAll(from: 0)
    count = 0
  }

  private mutating func appendStatus(of ballot: Ballot, _ bit: UInt64, inWord word: Int) {
    hasStatus = true
    for (ground, plane) in Status.declared where ballot.declared.contains(ground) {
      status[plane.rawValue * Self.wordsPerPlane + word] |= bit
    }
    if !ballot.marksRead { status[Status.marksUnread.rawValue * Self.wordsPerPlane + word] |= bit }
    if ballot.ruledValid { status[Status.ruledValid.rawValue * Self.wordsPerPlane + word] |= bit }
  }

  private func bit(_ index: Int, of planes: [UInt64], plane: Int) -> Bool {
    planes[plane * Self.wordsPerPlane + index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  private func clear(_ planes: inout [UInt64], words: Int) {
    var start = 0
    while start < planes.count {
      for i in start..<start + words { planes[i] = 0 }
      start += Self.wordsPerPlane
    }
  }
}
