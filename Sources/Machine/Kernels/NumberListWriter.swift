import CKernels

/// Writes rows of bits as lines of a mark list: `[number,]list[,list][,note]` and a line feed. A list is numbers and ranges, such as
/// `3 6-8 12`, or `=` where there is none.
///
/// Eight numbers are written at a time: for each of their 256 sets a table holds the text, with a space behind it, so that nothing has to be
/// decided number by number. A range never goes on from one eight to the next. For example the second eight has for the set `0b0001_0111`
/// the text `9-11 13 `.
public struct NumberListWriter: Sendable {
  /// The text of each set of each eight, with anything behind it.
  private let texts: [SIMD4<UInt64>]
  /// The bytes of each text.
  private let lengths: [UInt8]
  private let eights: Int
  private let wordsPerRow: Int
  private let hasNumber: Bool
  private let hasNote: Bool
  private var decimal = DecimalText()
  private let instructions: Instructions

  /// - Parameters:
  ///   - numbers: how many numbers there are, 1 to 9,999; they begin with 1.
  ///   - hasNumber: whether the row's own number goes before the lists.
  ///   - hasNote: whether a cell for a note goes behind them.
  ///   - instructions: which kernels may be used; the text does not depend on it.
  public init(
    numbers: Int, hasNumber: Bool, hasNote: Bool, _ instructions: Instructions = .selected
  ) {
    precondition((1...9999).contains(numbers))
    self.instructions = instructions
    eights = (numbers + 7) / 8
    wordsPerRow = (numbers + 63) / 64
    self.hasNumber = hasNumber
    self.hasNote = hasNote
    let entries = (0..<eights).flatMap { eight in (0..<256).map { Self.text(8 * eight + 1, $0, of: numbers) }
    }
    texts = entries.map { text in
      var words = SIMD4<UInt64>()
      for (i, byte) in text.enumerated() { words[i / 8] |= UInt64(byte) << UInt64(8 * (i % 8)) }
      for i in words.indices { words[i] = words[i].littleEndian }
      return words
    }
    lengths = entries.map { UInt8($0.count) }
  }

  /// Appends lines.
  ///
  /// - Parameters:
  ///   - rows: which of the rows in `list`.
  ///   - list: row after row, a bit for each number.
  ///   - isComplement: whether the numbers that are not in `list` are listed.
  ///   - second: the second list, laid out as the first; `nil` where lines have one.
  ///   - numbers: the number of the row at index 0. From call to call numbers must rise.
  ///   - note: the note on each row.
  public mutating func append(
    _ rows: Range<Int>, list: [UInt64], isComplement: Bool = false, second: [UInt64]? = nil, numbers: Int = 0,
    note: [UInt8] = [], to buffer: inout OutputBuffer
  ) {
    // Per line 30 bytes for each eight of each list and 32 for the number and what separates; 32 for the end of the last text.
    let lists = second == nil ? 1 : 2
    buffer.append(atMost: rows.count * (lists * 30 * eights + note.count + 32) + 32) { bytes, start in
      if !hasNumber, note.isEmpty, instructions.contains(.avx2) {
        return start + plain(rows, list, isComplement, second, &bytes, start)
      }
      var at = start
      for row in rows {
        if hasNumber {
          at = decimal.write(numbers &+ row, to: &bytes, at: at)
          at = Self.put(0x2C, &bytes, at)
        }
        at = write(row, list, isComplement, &bytes, at)
        if let second {
          at = Self.put(0x2C, &bytes, at)
          at = write(row, second, false, &bytes, at)
        }
        if hasNote {
          at = Self.put(0x2C, &bytes, at)
          for byte in note { at = Self.put(byte, &bytes, at) }
        }
        at = Self.put(0x0A, &bytes, at)
      }
      return at
    }
  }

  /// Writes lines without numbers and notes with the kernel.
  ///
  /// - Returns: how many bytes.
  private func plain(
    _ rows: Range<Int>, _ list: [UInt64], _ isComplement: Bool, _ second: [UInt64]?,
    _ bytes: inout MutableRawSpan, _ start: Int
  ) -> Int {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound * wordsPerRow <= min(list.count, second?.count ?? .max))
    let first = rows.lowerBound * wordsPerRow
    return unsafe texts.withUnsafeBytes { texts in
      unsafe lengths.withUnsafeBufferPointer { lengths in
        unsafe list.withUnsafeBufferPointer { list in
          unsafe (second ?? []).withUnsafeBufferPointer { other in
            unsafe bytes.withUnsafeMutableBytes { bytes in
              // The caller has made room for all that rows may write; nothing here is empty.
              var lists = unsafe km_number_lists(
                texts: texts.baseAddress?.assumingMemoryBound(to: UInt8.self), lengths: lengths.baseAddress,
                eights: UInt32(eights), end_length: hasNote ? 2 : 1, end: hasNote ? (0x2C, 0x0A) : (0x0A, 0))
              return unsafe km_number_lists_avx2(
                &lists, list.baseAddress.map { unsafe $0 + first }, isComplement ? ~0 : 0,
                second == nil ? nil : other.baseAddress.map { unsafe $0 + first }, rows.count,
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: start))
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func write(
    _ row: Int, _ list: [UInt64], _ isComplement: Bool, _ bytes: inout MutableRawSpan, _ start: Int
  ) -> Int {
    var at = start
    var word: UInt64 = 0
    for eight in 0..<eights {
      if eight & 7 == 0 {
        word = list[row &* wordsPerRow &+ eight / 8] ^ (isComplement ? ~0 : 0)
      }
      let entry = eight &* 256 &+ Int(truncatingIfNeeded: word & 255)
      bytes.storeBytes(of: texts[entry], toByteOffset: at, as: SIMD4<UInt64>.self)
      at &+= Int(lengths[entry])
      word &>>= 8
    }
    if at > start { return at &- 1 }
    return Self.put(UInt8(ascii: "="), &bytes, at)
  }

  @inline(__always)
  private static func put(_ byte: UInt8, _ bytes: inout MutableRawSpan, _ at: Int) -> Int {
    bytes.storeBytes(of: byte, toByteOffset: at, as: UInt8.self)
    return at &+ 1
  }

  /// The text for a set of the eight numbers from `first` on, at most 30 bytes: three or more that follow each other are a range. Those above
  /// `last` have none.
  private static func text(_ first: Int, _ set: Int, of last: Int) -> [UInt8] {
    let set = set & (1 << min(last - first + 1, 8) - 1)
    var text = ""
    var number = 0
    while number < 8 {
      var end = number
      while set >> end & 1 == 1 { end += 1 }
      if end > number + 2 {
        text += "\(first + number)-\(first + end - 1) "
        number = end
      } else if end > number {
        text += "\(first + number) "
        number += 1
      } else {
        number += 1
      }
    }
    return Array(text.utf8)
  }
}
