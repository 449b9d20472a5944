/// The cells of plain lines: printable ASCII without a quote, the cells being what stands between separators.
///
/// Eight bytes are looked at together, in ordinary arithmetic. A worked example: in the word of `7,12 3,,` with the separator `,`, a byte is
/// a separator where its difference to `,` is zero, which is where adding `7F` to the lower seven bits of the difference carries nothing
/// into the eighth; the mask `00 80 00 00 00 00 80 80` (in the order of the text) then names the places 1, 6 and 7.
public struct PlainCells: Sendable {
  /// How many cells the line has that was split last.
  public private(set) var count = 0
  /// Where the separators stand, with the places before the line and behind it.
  private var borders: [Int] = []

  public init() {}

  /// The bytes of the cell at `index`.
  public subscript(index: Int) -> Range<Int> {
    precondition(index < count)
    return borders[index] + 1..<borders[index + 1]
  }

  /// Splits a line.
  ///
  /// - Parameters:
  ///   - bytes: text.
  ///   - line: where the line stands in it, without its end.
  ///   - separator: what separates cells; nothing does where it is `nil`.
  /// - Returns: whether it is a plain line; otherwise it was not split.
  public mutating func split(_ bytes: Span<UInt8>, _ line: Range<Int>, separator: UInt8?) -> Bool {
    precondition(line.lowerBound >= 0 && line.upperBound <= bytes.count)
    count = 0
    if borders.count < line.count + 2 {
      borders = Array(repeating: 0, count: max(64, 2 * line.count))
    }
    borders[0] = line.lowerBound - 1
    var next = 1
    let isPlain = unsafe borders.withUnsafeMutableBufferPointer { borders in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        for start in stride(from: line.lowerBound, to: line.upperBound, by: 8) {
          let width = min(8, line.upperBound - start)
          let text = unsafe EightBytes(bytes, start, width)
          var found = separator.map { text.places(of: $0) } ?? 0
          if (text.unprintable | text.places(of: UInt8(ascii: "\""))) & ~found != 0 { return false }
          while found != 0 {
            unsafe borders[next] = start + found.trailingZeroBitCount / 8
            next += 1
            found &= found - 1
          }
        }
        return true
      }
    }
    guard isPlain else { return false }
    borders[next] = line.upperBound
    count = next
    return true
  }

  /// Where the next line feed stands at `start` or behind it; `bytes.count` where none does.
  public static func lineFeed(in bytes: Span<UInt8>, from start: Int) -> Int {
    precondition((0...bytes.count).contains(start))
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      for at in stride(from: start, to: bytes.count, by: 8) {
        let found = unsafe EightBytes(bytes, at, min(8, bytes.count - at)).places(of: UInt8(ascii: "\n"))
        if found != 0 { return at + found.trailingZeroBitCount / 8 }
      }
      return bytes.count
    }
  }
}

/// Up to eight bytes of text in a word, the first the lowest; spaces stand for those that are missing.
private struct EightBytes {
  private let word: UInt64
  /// The highest bit of each byte that is not missing.
  private let present: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// - Precondition: `width`, 1 to 8, bytes stand at `start`.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ width: Int) {
    if width == 8 {
      word = unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
        .littleEndian
      present = Self.highest
    } else {
      var word: UInt64 = 0x2020_2020_2020_2020 << UInt64(8 * width)
      for i in 0..<width { word |= unsafe UInt64(bytes[start + i]) << UInt64(8 * i) }
      self.word = word
      present = Self.highest >> UInt64(64 - 8 * width)
    }
  }

  /// The highest bit of each byte that is `byte`.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    let difference = word ^ Self.ones &* UInt64(byte)
    let isOther = ((difference & ~Self.highest) &+ ~Self.highest) | difference
    return ~isOther & present
  }

  /// The highest bit of each byte that is a control character or not ASCII.
  var unprintable: UInt64 {
    @inline(__always) get {
      let low = word & ~Self.highest
      let isNoControl = low &+ Self.ones &* 0x60
      let isDelete = low &+ Self.ones
      return (word | ~isNoControl | isDelete) & Self.highest
    }
  }
}
