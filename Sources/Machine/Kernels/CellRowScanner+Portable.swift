import CKernels

/// The portable twin of the kernel, eight bytes at a time: with `,` as separator, four cells `1,0,0,1,` are right if the bytes without the
/// last bit of each cell are `0,0,0,0,`, and those bits are the row.
extension CellRowScanner {
  private static let cellBits: UInt64 = 0x0001_0001_0001_0001
  /// Multiplied by four bits at 0, 16, 32 and 48, puts them side by side at 48.
  private static let gather: UInt64 = 1 << 48 | 1 << 33 | 1 << 18 | 1 << 3

  /// As the kernel in C: see there.
  mutating func portable(
    _ bytes: UnsafeRawPointer, _ count: Int, _ numbers: UnsafeMutablePointer<Int>,
    _ words: UnsafeMutablePointer<UInt64>, _ limit: Int, _ end: inout Int
  ) -> Int {
    let cells = Int(shape.cells)
    let wordsPerRow = (cells + 63) / 64
    // The last group has one to four cells and no separator behind the last of them.
    let groups = (cells - 1) / 4
    let last = cells - 4 * groups
    let pattern = Self.cellBits &* (0x30 | UInt64(shape.separator) << 8)
    let used = ~(0 as UInt64) >> UInt64(64 - (16 * last - 8))
    var at = end
    var row = 0
    while row < limit {
      // Every load below lies within: eight bytes from the front of a group, 24 from the front of a number.
      guard at + 2 * cells + 64 <= count, var p = unsafe leading(bytes, at, &numbers[row]) else { break }
      var wrong: UInt64 = 0
      var word: UInt64 = 0
      var shift: UInt64 = 0
      var out = unsafe words + row * wordsPerRow
      for _ in 0..<groups {
        let text = unsafe Self.load(bytes + p)
        wrong |= (text & ~Self.cellBits) ^ pattern
        word |= (((text & Self.cellBits) &* Self.gather) &>> 48) &<< shift
        p &+= 8
        shift &+= 4
        if shift == 64 {
          unsafe out.pointee = word
          unsafe out += 1
          (word, shift) = (0, 0)
        }
      }
      let text = unsafe Self.load(bytes + p) & used
      wrong |= (text & ~Self.cellBits) ^ (pattern & used)
      unsafe out.pointee = word | (((text & Self.cellBits) &* Self.gather) &>> 48) &<< shift
      p &+= 2 &* last &- 1
      if unsafe bytes.load(fromByteOffset: p, as: UInt8.self) == 0x0D { p &+= 1 }
      guard wrong == 0, unsafe bytes.load(fromByteOffset: p, as: UInt8.self) == 0x0A else { break }
      at = p &+ 1
      row &+= 1
    }
    end = at
    return row
  }

  /// Reads what stands before the cells of the line at `start`.
  ///
  /// - Returns: where the cells begin; `nil` where the line is unusual.
  @inline(__always)
  private mutating func leading(_ bytes: UnsafeRawPointer, _ start: Int, _ number: inout Int) -> Int? {
    var at = start
    for _ in 0..<shape.empty_before {
      guard unsafe bytes.load(fromByteOffset: at, as: UInt8.self) == shape.separator else { return nil }
      at &+= 1
    }
    if shape.has_number != 0 {
      guard let value = unsafe decimal(bytes + at), value <= shape.number_limit else { return nil }
      number = value
      at &+= Int(digits) &+ 1
    }
    for _ in 0..<shape.empty_behind {
      guard unsafe bytes.load(fromByteOffset: at, as: UInt8.self) == shape.separator else { return nil }
      at &+= 1
    }
    return at
  }

  /// Reads up to 16 digits that a separator follows; sets ``digits`` to how many there are.
  @inline(__always)
  private mutating func decimal(_ text: UnsafeRawPointer) -> Int? {
    if let value = unsafe decimal(text, exactly: Int(digits)) { return value }
    var found: UInt32 = 0
    while found < 16, unsafe text.load(fromByteOffset: Int(found), as: UInt8.self) &- 0x30 <= 9 { found += 1 }
    guard found > 0 else { return nil }
    digits = found
    return unsafe decimal(text, exactly: Int(found))
  }

  @inline(__always)
  private func decimal(_ text: UnsafeRawPointer, exactly count: Int) -> Int? {
    guard unsafe text.load(fromByteOffset: count, as: UInt8.self) == shape.separator else { return nil }
    let low = count < 8 ? count : 8
    guard let value = Self.value(unsafe Self.load(text + (count - low)), digits: low) else { return nil }
    guard count > 8 else { return value }
    return Self.value(unsafe Self.load(text), digits: count - 8).map { $0 &* 100_000_000 &+ value }
  }

  /// The number that the first `digits` bytes of a text of eight spell, 1 to 8 of them.
  @inline(__always)
  private static func value(_ text: UInt64, digits: Int) -> Int? {
    let zeros: UInt64 = 0x3030_3030_3030_3030
    // Digits move to the end of the word, zeros before them.
    let all = digits == 8 ? text : text &<< UInt64(64 &- 8 &* digits) | zeros &>> UInt64(8 &* digits)
    let values = all ^ zeros
    // A byte above 9 carries into its upper half.
    guard (values | (values &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = ((values &* 2561) &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = ((pairs &* 6_553_601) &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 42_949_672_960_001) &>> 32)
  }

  @inline(__always)
  private static func load(_ text: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: unsafe text.loadUnaligned(as: UInt64.self))
  }
}
