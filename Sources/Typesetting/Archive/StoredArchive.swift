/// A ZIP archive whose entries are stored as they are, not compressed: the container of Office Open XML (ISO/IEC 29500-2) without
/// a compressor.
///
/// The same entries give the same bytes: every entry bears the first moment that the format can name, 1980-01-01 00:00.
///
/// One entry `a` that holds the byte `x`, as APPNOTE.TXT 6.3.10 lays it out:
///
/// ```
/// 50 4B 03 04  14 00  00 08  00 00  00 00 21 00  83 16 DC 8C  01 00 00 00  01 00 00 00  01 00  00 00  61  78
/// signature    2.0    UTF-8  stored time  date   CRC-32       compressed   size         name   extra  a   x
/// 50 4B 01 02  …                                  the same again in the central directory, with the offset of the entry
/// 50 4B 05 06  …  01 00  01 00  2F 00 00 00  20 00 00 00  00 00    how many entries, size and offset of the directory
/// ```
public struct StoredArchive: Sendable {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without entries.
  public init() {}

  /// Adds an entry; none of that name may be there.
  ///
  /// - Parameters:
  ///   - name: with `/` between its parts.
  ///   - content: with what is in the archive already, fewer than 2^32 bytes; reports are far below.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let name = Array(name.utf8)
    precondition(name.count < 1 << 16 && count < 1 << 16 - 1)
    precondition(bytes.count + content.count < 1 << 32 - 1 << 20)
    // Version 2.0; names in UTF-8; stored; midnight of 1980-01-01.
    var common = little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
    common += little(Int(CRC32.checksum(of: content)), 4)
    common += little(content.count, 4) + little(content.count, 4) + little(name.count, 2) + little(0, 2)
    let offset = bytes.count
    bytes += little(0x0403_4B50, 4) + common + name + content
    directory += little(0x0201_4B50, 4) + little(20, 2) + common
    // No comment, the first disk, no attributes.
    directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4) + name
    count += 1
  }

  /// The whole archive.
  public func finished() -> [UInt8] {
    let end =
      little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(count, 2) + little(count, 2)
      + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
    return bytes + directory + end
  }

  private func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
