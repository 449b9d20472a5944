import Elections
import Tallying

/// A block as a packed file stores it.
extension SampleBlock {
  /// The planes of all marks. Words behind the ballots of a last block may be left from one before.
  var usedMarks: [UInt64] { cleared(marks) }

  /// The planes of what was declared, then those of marks not read and of rulings, which samples have none of; empty where nothing was
  /// declared.
  var statusPlanes: [UInt64] {
    let declared = cleared(declared)
    guard declared.contains(where: { $0 != 0 }) else { return [] }
    return declared + Array(repeating: 0, count: 2 * Self.wordsPerPlane)
  }

  /// Calls `body` with the index in the set of each ballot that the board declared `other`.
  func forEachOther(_ body: (Int) -> Void) {
    guard let plane = Self.declaredGrounds.firstIndex(of: .other) else { return }
    for word in 0..<usedWords {
      forEachBit(of: declared[plane * Self.wordsPerPlane + word]) { ballot in
        body(index * Self.capacity + word * 64 + ballot.trailingZeroBitCount)
      }
    }
  }

  private func cleared(_ planes: [UInt64]) -> [UInt64] {
    guard usedWords < Self.wordsPerPlane else { return planes }
    var planes = planes
    for index in planes.indices where index % Self.wordsPerPlane >= usedWords { planes[index] = 0 }
    return planes
  }
}
