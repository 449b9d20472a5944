import Elections
import Machine
import Tallying

extension PlantedCounts {
  /// The counts of one block, from the kinds that its ballots were planted as.
  init(_ block: SampleBlock) {
    self.init(block.style)
    rows = block.count
    malformed = BitPlanes.count { block[.malformed, $0] }
    if style.form == .agreeDisagree, style.names > 1 {
      debatable = BitPlanes.count {
        block[.blank, $0] & ~(block[.malformed, $0] | block.declaredInvalid($0))
      }
    }
    var open = BitPlanes(count: 1)
    for vector in 0..<BitPlanes.vectors {
      open[0, vector] = block[.present, vector] & ~block[.malformed, vector]
    }
    for ground in InvalidityGround.allCases {
      let kind = style.kind(of: ground)
      let declared = block.hasDeclared ? SampleBlock.declaredGrounds.firstIndex(of: ground) : nil
      if kind == nil, declared == nil { continue }
      invalidByFirstGround[ground.index] = BitPlanes.count { vector in
        var bearing = open[0, vector]
        if let kind { bearing &= block[kind, vector] }
        if let declared { bearing &= block.declared[declared, vector] }
        open[0, vector] ^= bearing
        return bearing
      }
    }
    valid = BitPlanes.count { open[0, $0] }
    countVotes(block, among: open)
  }

  private mutating func countVotes(_ block: SampleBlock, among valid: BitPlanes) {
    let names = style.names
    votes = block.marks.common(with: valid, (0..<names).map { [UInt32($0), 0] }, block.instructions)
    guard style.form == .agreeDisagree else { return }
    // Who marks both boxes of a line has not agreed.
    for name in 0..<names {
      votes[name] -= BitPlanes.count {
        block.marks[name, $0] & block.marks[names + name, $0] & valid[0, $0]
      }
    }
  }
}

extension BallotStyle {
  /// Of what kind ballots of this style are that bear a ground which marks show (rules §4); `nil` where there are none.
  fileprivate func kind(of ground: InvalidityGround) -> SampleBlock.Kind? {
    switch (form, names == 1, ground) {
    case (.strikeOut, _, .tooMany), (.agreeDisagree, true, .bothMarked): .over
    case (.strikeOut, _, .nobody), (.agreeDisagree, false, .nobody), (.agreeDisagree, true, .blank): .blank
    default: nil
    }
  }
}
