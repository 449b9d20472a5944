/// Turns the bytes of little-endian UTF-16 into UTF-8, in pieces of any size.
struct UTF16Transcoder {
  private var pendingByte: UInt8?
  private var pendingHigh: UInt16?
  /// Whether something was no UTF-16: a lone surrogate, or an odd number of bytes. Nothing is transcoded from there on.
  private(set) var isDamaged = false

  mutating func transcode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes where !isDamaged {
      guard let low = pendingByte else {
        pendingByte = byte
        continue
      }
      pendingByte = nil
      append(UInt16(byte) << 8 | UInt16(low), to: &text)
    }
    return text
  }

  /// Must be called at the end of the bytes: half a character there is damage.
  mutating func finish() {
    if pendingByte != nil || pendingHigh != nil { isDamaged = true }
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    var value = UInt32(unit)
    if let high = pendingHigh {
      guard (0xDC00...0xDFFF).contains(unit) else {
        isDamaged = true
        return
      }
      pendingHigh = nil
      value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
    } else if (0xD800...0xDBFF).contains(unit) {
      pendingHigh = unit
      return
    }
    guard let scalar = Unicode.Scalar(value) else {
      isDamaged = true
      return
    }
    text.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [])
  }
}
