import CKernels

/// The cells of plain lines: printable ASCII without a quote, the cells being what stands between separators.
///
/// Eight bytes are looked at together, in ordinary arithmetic. A worked example: in the word of `7,12 3,,` with the separator `,`, a byte is
/// a separator where its difference to `,` is zero, which is where adding `7F` to the lower seven bits of the difference carries nothing
/// into the eighth; the mask `00 80 00 00 00 00 80 80` (in the order of the text) then names the places 1, 6 and 7. Multiplied so that the
/// eight bits come to stand side by side, it becomes a part of a mask with one bit for each byte of the line.
public struct PlainCells: Sendable {
  private let instructions: Instructions
  /// How many cells the line has that was split last.
  public private(set) var count = 0
  /// The line, without its end.
  private var line = 0..<0
  /// What the bytes of the line are, 64 in each; the end of the line counts as one more separator.
  private var words: [km_byte_classes] = []

  /// - Parameter instructions: which kernels may be used; what is found does not depend on it.
  public init(instructions: Instructions = .selected) {
    self.instructions = instructions
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
    (self.line, count) = (line, 0)
    let last = line.count / 64
    if words.count <= last { words = Array(repeating: km_byte_classes(), count: 2 * last + 1) }
    var found = 0
    for word in 0...last {
      let start = line.lowerBound + 64 * word
      var classes = classes(of: bytes, start..<min(start + 64, line.upperBound), separator)
      guard classes.others == 0 else { return false }
      if word == last { classes.separators |= 1 << UInt64(line.count % 64) }
      words[word] = classes
      found += classes.separators.nonzeroBitCount
    }
    count = found
    return true
  }

  /// What up to 64 bytes are.
  private func classes(
    of bytes: Span<UInt8>, _ range: Range<Int>, _ separator: UInt8?
  ) -> km_byte_classes {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if instructions.contains(.avx512), let base = bytes.baseAddress {
        return unsafe km_byte_classes_avx512(
          base + range.lowerBound, range.count, separator.map(UInt32.init) ?? 256)
      }
      var classes = km_byte_classes()
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
        let text = unsafe EightBytes(bytes, start, min(8, range.upperBound - start))
        let found = separator.map { text.places(of: $0) } ?? 0
        let others = (text.unprintable | text.places(of: UInt8(ascii: "\""))) & ~found
        let shift = UInt64(start - range.lowerBound)
        classes.separators |= EightBytes.bits(found) << shift
        classes.marks |= EightBytes.bits(text.marks) << shift
        classes.others |= EightBytes.bits(others) << shift
      }
      return classes
    }
  }

  /// Where the first `cells` cells stand, which the line must have.
  ///
  /// - Parameter ranges: emptied first.
  public func locate(_ cells: Int, into ranges: inout [Range<Int>]) {
    precondition(cells <= count)
    ranges.removeAll(keepingCapacity: true)
    var (begin, word) = (line.lowerBound, 0)
    while ranges.count < cells {
      var rest = words[word].separators
      while rest != 0, ranges.count < cells {
        let end = line.lowerBound + 64 * word + rest.trailingZeroBitCount
        ranges.append(begin..<end)
        begin = end + 1
        rest &= rest - 1
      }
      word += 1
    }
  }

  /// The next cell, from the one on that begins at `start`, which is anything but a `0` or a `1`.
  ///
  /// A cell that is one has its end two bytes behind the end before, with a `0` or `1` between: `,1,`. So the ends of the others are found
  /// together, by shifting the bits of the ends and of the marks.
  public func cell(otherThanMarkFrom start: Int) -> Range<Int>? {
    let at = start - line.lowerBound
    for word in at / 64..<line.count / 64 + 1 {
      // The ends before this word; what stands before the line ends nothing, and yet a cell begins behind it.
      let before: UInt64 = word > 0 ? words[word - 1].separators >> 62 : 2
      let ofMarks = words[word].separators << 2 | before
      let behindMarks = words[word].marks << 1 | (word > 0 ? words[word - 1].marks >> 63 : 0)
      let notBefore: UInt64 = at / 64 == word ? ~0 << UInt64(at % 64) : ~0
      let others = words[word].separators & ~(ofMarks & behindMarks) & notBefore
      if others == 0 { continue }
      let place = others.trailingZeroBitCount
      let begin = self.start(ofCellEndingAt: place, word)
      return line.lowerBound + begin..<line.lowerBound + 64 * word + place
    }
    return nil
  }

  /// Where a cell begins in the line.
  private func start(ofCellEndingAt place: Int, _ word: Int) -> Int {
    var word = word
    var found = words[word].separators & ((1 << UInt64(place)) - 1)
    while found == 0, word > 0 {
      word -= 1
      found = words[word].separators
    }
    return found == 0 ? 0 : 64 * word + 64 - found.leadingZeroBitCount
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
  private static let spaces: UInt64 = 0x2020_2020_2020_2020

  /// - Precondition: `width`, 1 to 8, bytes stand at `start`.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ width: Int) {
    if start + 8 <= bytes.count {
      let eight = unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: start, as: UInt64.self
      ).littleEndian
      let here = ~0 &>> UInt64(64 - 8 * width)
      word = eight & here | Self.spaces & ~here
      present = Self.highest & here
    } else {
      var word = Self.spaces << UInt64(8 * width)
      for i in 0..<width { word |= unsafe UInt64(bytes[start + i]) << UInt64(8 * i) }
      self.word = word
      present = Self.highest >> UInt64(64 - 8 * width)
    }
  }

  /// The highest bit of each byte that is `byte`.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 { places(of: byte, in: word) }

  @inline(__always)
  private func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ Self.ones &* UInt64(byte)
    let isOther = ((difference & ~Self.highest) &+ ~Self.highest) | difference
    return ~isOther & present
  }

  /// The highest bit of each byte that is `0` or `1`.
  var marks: UInt64 {
    // The two differ in the last bit alone.
    @inline(__always) get { places(of: UInt8(ascii: "1"), in: word | Self.ones) }
  }

  /// The highest bits of the bytes side by side, the first byte's the lowest.
  @inline(__always)
  static func bits(_ places: UInt64) -> UInt64 { (places &* 0x0002_0408_1020_4081) >> 56 }

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
