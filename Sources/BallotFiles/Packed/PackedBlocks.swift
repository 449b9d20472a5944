import Elections
import Machine
import Tallying

/// What stands behind the planes of a block: eight words, which are the number of the block, its ballots, its status (0 for none, or the number
/// of its status block from 1), four zeros, and the check value of the planes and all that.
struct PackedBlock {
  let ballots: Int
  let status: Int
  let checksum: UInt64
  private let number: UInt64
  /// Whether the zeros are zero and the numbers within their bounds.
  private let isPossible: Bool

  /// - Parameter end: where the block ends among the bytes.
  init(_ bytes: [UInt8], endingAt end: Int) {
    func word(_ index: Int) -> UInt64 {
      Words.word(bytes, at: end - PackedHeader.trailerSize + 8 * index)
    }
    number = word(0)
    isPossible =
      word(1) <= UInt64(PackedBallots.capacity) && word(2) <= UInt64(ElectionLimits.count)
      && word(3) | word(4) | word(5) | word(6) == 0
    ballots = Int(truncatingIfNeeded: word(1))
    status = Int(truncatingIfNeeded: word(2))
    checksum = word(7)
  }

  /// Whether the bytes are as they were written, as the block of that number.
  ///
  /// - Parameter found: the check value of the bytes.
  func isSound(number: Int, checksum found: UInt64) -> Bool {
    isPossible && self.number == UInt64(number) && found == checksum
  }

  /// Encodes planes with their trailer.
  static func encode(_ planes: [UInt64], number: Int, ballots: Int, status: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * planes.count + PackedHeader.trailerSize)
    Words.append(planes, to: &bytes)
    Words.append([UInt64(number), UInt64(ballots), UInt64(status), 0, 0, 0, 0, 0], to: &bytes)
    let checksum = Words.checksum(bytes, 0..<bytes.count)
    bytes.removeLast(8)
    Words.append([checksum], to: &bytes)
    return bytes
  }
}
