import BallotFiles
import Elections
import Machine
import Tallying

/// Blocks on their way into a packed file.
struct PackedPiece: BlockPiece {
  private var marks = PackedMarks()
  private var rest: [Rest] = []

  /// What is known of a block beside its marks.
  private struct Rest {
    var ballots: Int
    /// Planes of what was declared, left unread and ruled; none where nothing was.
    var status: [UInt64]
    /// The index in the set of each ballot that the board declared `other`.
    var others: [Int]
  }

  mutating func removeAll() {
    marks.removeAll()
    rest.removeAll(keepingCapacity: true)
  }

  mutating func append(_ block: SampleBlock) {
    marks.append(block.marks)
    rest.append(Rest(ballots: block.count, status: block.statusPlanes, others: block.others))
  }

  /// The bytes of the blocks, which `writer` has taken note of.
  mutating func finish(_ writer: inout PackedWriter) throws(FileFailure) -> [UInt8] {
    for rest in rest {
      for ballot in rest.others { writer.note(other: DeclaredText.otherWords, ballot: ballot) }
      try writer.append(rest.status, ballots: rest.ballots, completing: &marks)
    }
    return marks.bytes
  }
}

extension SampleBlock {
  /// The planes of what was declared, then those of marks not read and of rulings, which samples have none of; empty where nothing was
  /// declared.
  fileprivate var statusPlanes: [UInt64] {
    if BitPlanes.count(declaredInvalid) == 0 { return [] }
    let words = (0..<declared.count).flatMap { plane in
      (0..<BitPlanes.words).map { declared[plane, word: $0] }
    }
    return words + Array(repeating: 0, count: 2 * BitPlanes.words)
  }

  /// The index in the set of each ballot that the board declared `other`.
  fileprivate var others: [Int] {
    var others: [Int] = []
    for (plane, ground) in Self.declaredGrounds.enumerated() where ground == .other {
      for word in 0..<usedWords {
        forEachBit(of: declared[plane, word: word]) { ballot in
          others.append(index * Self.capacity + word * 64 + ballot.trailingZeroBitCount)
        }
      }
    }
    return others
  }
}
