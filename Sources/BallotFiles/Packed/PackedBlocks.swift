import Elections
import Machine
import Tallying

/// One block among bytes: its planes, then a trailer of eight words: the number of the block, its ballots, its status (0 for none, or the number of
/// its status block from 1), four zeros, and the check value of all that.
struct PackedBlock {
  let bytes: [UInt8]
  let start: Int
  let size: Int

  private func trailer(_ word: Int) -> UInt64 {
    Words.word(bytes, at: start + size - PackedHeader.trailerSize + 8 * word)
  }

  var ballots: Int { Int(trailer(1)) }
  var status: Int { Int(trailer(2)) }
  var checksum: UInt64 { trailer(7) }

  /// Whether the bytes are as they were written, as the block of that number.
  func isSound(number: Int) -> Bool {
    isSound(number: number, checksum: Words.checksum(bytes, start..<start + size))
  }

  /// The same where the check value of the bytes is known.
  func isSound(number: Int, checksum found: UInt64) -> Bool {
    trailer(0) == UInt64(number) && (3...6).allSatisfy { trailer($0) == 0 } && trailer(1) <= 4096
      && trailer(2) <= UInt64(ElectionLimits.count) && found == checksum
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
