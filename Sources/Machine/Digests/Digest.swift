/// A SHA-256 digest: 32 bytes.
public struct Digest: Sendable, Hashable {
  /// How many bytes a digest has.
  public static let byteCount = 32

  // Four words instead of an array: no allocation, and equality without a loop. Big-endian.
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// Makes a digest of the eight words of a SHA-256 state.
  init(state: [8 of UInt32]) {
    a = UInt64(state[0]) << 32 | UInt64(state[1])
    b = UInt64(state[2]) << 32 | UInt64(state[3])
    c = UInt64(state[4]) << 32 | UInt64(state[5])
    d = UInt64(state[6]) << 32 | UInt64(state[7])
  }

  /// Makes a digest of its bytes in order; `nil` unless there are exactly 32.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words: [4 of UInt64] = .init(repeating: 0)
    for (i, byte) in bytes.enumerated() {
      words[i / 8] = words[i / 8] << 8 | UInt64(byte)
    }
    (a, b, c, d) = (words[0], words[1], words[2], words[3])
  }

  /// Reads 64 hexadecimal digits, of either case; `nil` for anything else.
  public init?(hex: String) {
    guard hex.utf8.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in hex.utf8 {
      guard let digit = Self.value(ofHexDigit: character) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    self.init(bytes: bytes)
  }

  /// Writes the 32 bytes in order, the first at `start`.
  func copy(to bytes: inout MutableSpan<UInt8>, at start: Int) {
    let words: [4 of UInt64] = [a, b, c, d]
    for i in 0..<Self.byteCount {
      bytes[start + i] = UInt8(truncatingIfNeeded: words[i / 8] >> UInt64(56 - 8 * (i % 8)))
    }
  }

  /// The 32 bytes in order.
  public var bytes: [UInt8] {
    [a, b, c, d].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
    }
  }

  /// The digest as 64 hexadecimal digits, lower case, as `sha256sum` prints it.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func value(ofHexDigit character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension Digest: CustomStringConvertible {
  public var description: String { hex }
}
