import Elections
import Tallying

extension PlantedCounts {
  /// The counts of one block, from the kinds that its ballots were planted as.
  init(_ block: SampleBlock) {
    self.init(block.style)
    rows = block.count
    for word in 0..<block.usedWords {
      let ballots = block.present(word) & ~block.malformed[word]
      malformed += block.malformed[word].nonzeroBitCount
      let declared = block.declaredInvalid(word) & ballots
      let (over, blank) = style.grounds
      var open = ballots
      for ground in InvalidityGround.allCases where open != 0 {
        var bearing: UInt64 = 0
        if ground == over { bearing |= block.over[word] }
        if ground == blank { bearing |= block.blank[word] }
        if let plane = SampleBlock.plane(of: ground) { bearing |= block.declared[plane + word] }
        invalidByFirstGround[ground.index] += (bearing & open).nonzeroBitCount
        open &= ~bearing
      }
      if style.form == .agreeDisagree, style.names > 1 {
        debatable += (block.blank[word] & ballots & ~declared).nonzeroBitCount
      }
      valid += open.nonzeroBitCount
      countVotes(block, word, among: open)
    }
  }

  private mutating func countVotes(_ block: SampleBlock, _ word: Int, among valid: UInt64) {
    switch style.form {
    case .strikeOut:
      for name in 0..<style.names {
        votes[name] += (block.marks[block.inFavour(name, word)] & valid).nonzeroBitCount
      }
    case .agreeDisagree:
      for name in 0..<style.names {
        let agree = block.marks[block.inFavour(name, word)] & ~block.marks[block.against(name, word)]
        votes[name] += (agree & valid).nonzeroBitCount
      }
    }
  }
}

extension SampleBlock {
  /// Where the plane of a ground begins in ``declared``; `nil` for grounds that marks show.
  fileprivate static func plane(of ground: InvalidityGround) -> Int? {
    declaredGrounds.firstIndex(of: ground).map { $0 * wordsPerPlane }
  }
}

extension BallotStyle {
  /// The grounds on which overvotes and blank ballots of this style are invalid (rules §4); `nil` where they are not.
  fileprivate var grounds: (over: InvalidityGround?, blank: InvalidityGround) {
    switch form {
    case .strikeOut: (.tooMany, .nobody)
    case .agreeDisagree: names == 1 ? (.bothMarked, .blank) : (nil, .nobody)
    }
  }
}
