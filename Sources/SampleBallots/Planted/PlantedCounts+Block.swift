import Elections
import Machine
import Tallying

extension PlantedCounts {
  /// Adds the counts of a block, from the kinds that its ballots were planted as.
  mutating func add(_ block: inout SampleBlock) {
    rows += block.count
    malformed += BitPlanes.count { block[.malformed, $0] }
    if style.form == .agreeDisagree, style.names > 1 {
      debatable += BitPlanes.count {
        block[.blank, $0] & ~(block[.malformed, $0] | block.declaredInvalid($0))
      }
    }
    block.sortByGround()
    block.byGround.addCommon(
      with: block.kinds, SampleBlock.Kind.present.rawValue, to: &invalidByFirstGround, block.instructions)
    // The planes hold each ballot that is none of the malformed ones once.
    valid = recorded - invalidByFirstGround.reduce(0, +)
    addVotes(block, validPlane: invalidByFirstGround.count)
  }

  private mutating func addVotes(_ block: SampleBlock, validPlane: Int) {
    let names = style.names
    block.marks.addCommon(with: block.byGround, validPlane, to: &votes, block.instructions)
    guard style.form == .agreeDisagree else { return }
    // Who marks both boxes of a line has not agreed.
    for name in 0..<names {
      votes[name] -= BitPlanes.count {
        block.marks[name, $0] & block.marks[names + name, $0] & block.byGround[validPlane, $0]
      }
    }
  }
}

extension SampleBlock {
  /// Sorts the ballots by the first ground that each bears.
  fileprivate mutating func sortByGround() {
    let none = byGround.count - 1
    for vector in 0..<BitPlanes.vectors {
      byGround[none, vector] = self[.present, vector] & ~self[.malformed, vector]
    }
    for ground in InvalidityGround.allCases {
      let kind = style.kind(of: ground)
      let declaration = hasDeclared ? Self.declaredGrounds.firstIndex(of: ground) : nil
      for vector in 0..<BitPlanes.vectors {
        var bearing = SIMD8<UInt64>()
        if let kind {
          bearing = self[kind, vector]
        } else if let declaration {
          bearing = declared[declaration, vector]
        }
        bearing &= byGround[none, vector]
        byGround[ground.index, vector] = bearing
        byGround[none, vector] ^= bearing
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
