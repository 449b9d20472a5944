import Elections
public import Machine

/// Counting 64 ballots at a time, by the same decision table as ``BallotStyle/judge(_:)``, which tests compare it with.
extension Tally {
  /// Adds the ballots of one block.
  ///
  /// - Parameter instructions: which kernels may be used; the counts do not depend on it.
  public mutating func add(_ block: PackedBallots, _ instructions: Instructions = .selected) {
    var plain = PlaneCounts(style)
    let ballots = add(block, keeping: &plain, instructions)
    add(plain, ballots: ballots)
  }

  /// Adds the ballots of one block, but for those that a kernel counts, which are kept in `plain`.
  ///
  /// - Returns: how many are kept.
  mutating func add(_ block: PackedBallots, keeping plain: inout PlaneCounts, _ instructions: Instructions)
    -> Int
  {
    precondition(style == block.style)
    if block.pending.count > 0 {
      var finished = block
      finished.finishRows()
      return add(finished, keeping: &plain, instructions)
    }
    if let kept = addPlain(block, keeping: &plain, instructions) { return kept }
    recorded += block.count
    for word in 0..<block.usedWords {
      let present = block.presentBallots(word)
      let lines = block.lines(word)
      let masks = style.judge(block, word, present: present, lines: lines)
      count(masks, lines)
      if masks.valid != 0 { block.countVotes(word, among: masks.valid, into: &votes) }
    }
    return 0
  }

  /// Counts the ballots of a block by a kernel, and adds those of which something was declared or ruled one by one.
  ///
  /// - Returns: how many were counted; `nil` where there is no kernel, or where those others are too many: then nothing was counted or added.
  private mutating func addPlain(
    _ block: PackedBallots, keeping plain: inout PlaneCounts, _ instructions: Instructions
  ) -> Int? {
    if block.isFull, !block.hasStatus { return plain.addFull(block.marks, instructions) ? block.count : nil }
    var present: [64 of UInt64] = .init(repeating: 0)
    var marked: [64 of UInt64] = .init(repeating: 0)
    var special = 0
    for word in 0..<block.usedWords {
      if block.hasStatus { marked[word] = block.anyStatus(word) }
      present[word] = block.presentBallots(word) & ~marked[word]
      special += marked[word].nonzeroBitCount
    }
    guard special <= block.count / 32, plain.add(block.marks, present: present, instructions) else {
      return nil
    }
    guard special > 0 else { return block.count }
    for word in 0..<block.usedWords {
      var rest = marked[word]
      while rest != 0 {
        add(block[word << 6 | rest.trailingZeroBitCount])
        rest &= rest &- 1
      }
    }
    return block.count - special
  }

  /// Adds what a kernel counted.
  ///
  /// - Parameter ballots: how many it counted, valid or not.
  public mutating func add(_ counts: PlaneCounts, ballots: Int) {
    recorded += ballots
    valid += counts.valid
    let shown: [(InvalidityGround, Int)] = [
      (.tooMany, counts.tooMany), (.nobody, counts.nobody), (.bothMarked, counts.bothMarked),
      (.blank, counts.blank),
    ]
    for (ground, ballots) in shown {
      invalidByFirstGround[ground.index] += ballots
      invalidBearing[ground.index] += ballots
    }
    // Nothing is ruled: a ballot of several names without a vote is debatable and invalid.
    if style.form == .agreeDisagree, style.names > 1 { debatable += counts.nobody }
    add(counts.votes, to: &votes)
    add(counts.validByVotes, to: &validByVotes)
  }

  private mutating func count(_ masks: JudgementMasks, _ lines: VoteCounts) {
    valid += masks.valid.nonzeroBitCount
    debatable += masks.debatable.nonzeroBitCount
    ruledValid += masks.ruledValid.nonzeroBitCount
    var open = masks.invalid
    for ground in InvalidityGround.allCases where open != 0 {
      invalidByFirstGround[ground.index] += (masks.grounds[ground.index] & open).nonzeroBitCount
      open &= ~masks.grounds[ground.index]
    }
    if masks.invalid != 0 {
      for i in masks.grounds.indices { invalidBearing[i] += masks.grounds[i].nonzeroBitCount }
    }
    var left = masks.valid
    var votes = style.seats
    // From the seats down: most ballots use all or nearly all their votes, so the loop ends early.
    while left != 0 {
      let these = lines.equal(to: votes) & left
      validByVotes[votes] += these.nonzeroBitCount
      left &= ~these
      votes -= 1
    }
  }
}

/// The numbers of votes on 64 ballots, bit-sliced: bit `b` of ballot `i`'s number is bit `i` of `digits[b]`.
struct VoteCounts {
  /// Eleven digits count to 2,047, more than the most names on a ballot.
  private var digits = InlineArray<11, UInt64>(repeating: 0)
  /// How many of them can be other than zero.
  private let used: Int

  /// - Parameter most: the largest number there can be.
  init(upTo most: Int) {
    used = Int.bitWidth - most.leadingZeroBitCount
  }

  /// Adds one to the number of each ballot in `ballots`.
  @inline(__always)
  mutating func add(_ ballots: UInt64) {
    var carry = ballots
    for digit in 0..<used {
      let sum = digits[digit] ^ carry
      carry &= digits[digit]
      digits[digit] = sum
    }
  }

  /// The ballots whose number is `number`.
  func equal(to number: Int) -> UInt64 {
    var equal = ~(0 as UInt64)
    for digit in 0..<used {
      equal &= number >> digit & 1 == 1 ? digits[digit] : ~digits[digit]
    }
    return equal
  }

  /// The ballots whose number is more than `number`.
  func greater(than number: Int) -> UInt64 {
    var greater: UInt64 = 0
    var equal = ~(0 as UInt64)
    for digit in (0..<used).reversed() {
      if number >> digit & 1 == 0 {
        // A number that is found greater stays so, whatever its lower digits.
        greater |= equal & digits[digit]
      } else {
        equal &= digits[digit]
      }
    }
    return greater
  }
}

/// How 64 ballots are judged, one bit for each.
struct JudgementMasks {
  var valid: UInt64 = 0
  var invalid: UInt64 = 0
  var debatable: UInt64 = 0
  var ruledValid: UInt64 = 0
  /// By the index of the ground: the ballots that bear it.
  var grounds = InlineArray<9, UInt64>(repeating: 0)
}

extension BallotStyle {
  /// The decision table of rules §4 for the 64 ballots in word `word` of a block.
  fileprivate func judge(
    _ block: PackedBallots, _ word: Int, present: UInt64, lines: VoteCounts
  ) -> JudgementMasks {
    var masks = JudgementMasks()
    var declared: UInt64 = 0
    var read = present
    if block.hasStatus {
      for (ground, plane) in PackedBallots.Status.declared {
        masks.grounds[ground.index] = block.statusWord(plane, word)
        declared |= masks.grounds[ground.index]
      }
      read &= ~block.statusWord(.marksUnread, word)
    }
    let none = lines.equal(to: 0) & read
    switch form {
    case .strikeOut:
      masks.grounds[InvalidityGround.tooMany.index] = lines.greater(than: seats) & read
      masks.grounds[InvalidityGround.nobody.index] = none
    case .agreeDisagree where names == 1:
      let (agree, disagree) = (block.inFavourWord(0, word), block.againstWord(0, word))
      masks.grounds[InvalidityGround.bothMarked.index] = agree & disagree & read
      masks.grounds[InvalidityGround.blank.index] = ~(agree | disagree) & read
    case .agreeDisagree:
      masks.debatable = none & ~declared
      if block.hasStatus { masks.ruledValid = masks.debatable & block.statusWord(.ruledValid, word) }
      masks.grounds[InvalidityGround.nobody.index] = none & ~masks.ruledValid
    }
    for i in masks.grounds.indices { masks.invalid |= masks.grounds[i] }
    masks.valid = present & ~masks.invalid
    return masks
  }
}

extension PackedBallots {
  fileprivate func presentBallots(_ word: Int) -> UInt64 {
    let ballots = count - word << 6
    return ballots >= 64 ? ~0 : (1 << UInt64(ballots)) - 1
  }

  /// The ballots of which anything was declared, left unread or ruled.
  fileprivate func anyStatus(_ word: Int) -> UInt64 {
    var any: UInt64 = 0
    for at in stride(from: word, to: status.count, by: Self.wordsPerPlane) { any |= status[at] }
    return any
  }

  fileprivate func inFavourWord(_ name: Int, _ word: Int) -> UInt64 {
    marks[name * Self.wordsPerPlane + word]
  }

  fileprivate func againstWord(_ name: Int, _ word: Int) -> UInt64 {
    marks[(style.names + name) * Self.wordsPerPlane + word]
  }

  fileprivate func statusWord(_ plane: Status, _ word: Int) -> UInt64 {
    status[plane.rawValue * Self.wordsPerPlane + word]
  }

  /// The votes for a name on 64 ballots: names left, or lines with an X at đồng ý alone.
  private func voteWord(_ name: Int, _ word: Int) -> UInt64 {
    switch style.form {
    case .strikeOut: inFavourWord(name, word)
    case .agreeDisagree: inFavourWord(name, word) & ~againstWord(name, word)
    }
  }

  fileprivate func lines(_ word: Int) -> VoteCounts {
    var counts = VoteCounts(upTo: style.names)
    for name in 0..<style.names { counts.add(voteWord(name, word)) }
    return counts
  }

  fileprivate func countVotes(_ word: Int, among valid: UInt64, into votes: inout [Int]) {
    for name in 0..<style.names { votes[name] += (voteWord(name, word) & valid).nonzeroBitCount }
  }
}

extension PlaneCounts {
  /// The counts of no ballots of `style`.
  public init(_ style: BallotStyle) {
    let form: Form =
      switch style.form {
      case .strikeOut: .strikeOut
      case .agreeDisagree: style.names == 1 ? .agreeOne : .agreeSeveral
      }
    self.init(names: style.names, seats: style.seats, form: form)
  }
}
