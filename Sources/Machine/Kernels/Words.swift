import CKernels

/// Reading and writing 64-bit words among bytes, little-endian, whatever their alignment.
public enum Words {
  /// The word at `offset`, which must lie within.
  @inlinable
  public static func word(_ bytes: [UInt8], at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The `count` words from `offset` on, which must lie within.
  public static func words(_ bytes: [UInt8], at offset: Int, count: Int) -> [UInt64] {
    let part = unsafe bytes.span.bytes.extracting(offset..<offset + 8 * count)
    return [UInt64](capacity: count) { words in
      for i in 0..<count {
        words.append(
          unsafe UInt64(littleEndian: part.unsafeLoadUnaligned(fromByteOffset: 8 * i, as: UInt64.self)))
      }
    }
  }

  /// Appends words to bytes.
  public static func append(_ words: [UInt64], to bytes: inout [UInt8]) {
    unsafe append(words.count, to: &bytes) { room in
      for (i, word) in words.enumerated() {
        unsafe room.storeBytes(of: word.littleEndian, toByteOffset: 8 &* i, as: UInt64.self)
      }
    }
  }

  /// Appends the words of planes to bytes.
  public static func append(_ planes: BitPlanes, to bytes: inout [UInt8]) {
    unsafe append(BitPlanes.words * planes.count, to: &bytes) { room in
      var at = 0
      for words in planes.content {
        for lane in words.indices {
          unsafe room.storeBytes(of: words[lane].littleEndian, toByteOffset: at, as: UInt64.self)
          at &+= 8
        }
      }
    }
  }

  /// Appends the bytes of `count` words, every one of which `store` writes into the room that it is given.
  private static func append(
    _ count: Int, to bytes: inout [UInt8], _ store: (UnsafeMutableRawBufferPointer) -> Void
  ) {
    bytes.append(addingCapacity: 8 * count) { bytes in
      unsafe bytes.withUnsafeMutableBufferPointer { free, initialized in
        unsafe store(UnsafeMutableRawBufferPointer(free))
        initialized = 8 * count
      }
    }
  }

  /// Writes a word over the bytes from `offset` on, which must be there.
  public static func replace(_ bytes: inout [UInt8], at offset: Int, with word: UInt64) {
    var elements = bytes.mutableSpan
    // Any eight bits are a byte; the store is checked against the end of the bytes.
    var bytes = unsafe elements.mutableBytes
    bytes.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  /// Empties `bytes` but for so many zeros that what is appended lies in its page of memory as it lies in its page of the file: so it is
  /// copied fastest, and words that are aligned in the file are aligned in memory. Less than two pages lie anywhere.
  ///
  /// - Parameters:
  ///   - offset: where in the file it lies.
  ///   - capacity: how many bytes can be appended without moving them.
  public static func beginAligned(_ bytes: inout [UInt8], with offset: Int, capacity: Int) {
    let page = 4096
    bytes.removeAll(keepingCapacity: true)
    System.reserve(&bytes, capacity + page)
    guard capacity >= 2 * page else { return }
    // The address of an array is that of its elements even while it has none.
    let address = unsafe bytes.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    bytes.append(contentsOf: repeatElement(0, count: (offset &- address) & (page - 1)))
  }

  /// A check value of the words of a stretch of bytes, a multiple of 64 bytes.
  ///
  /// How it is taken says ``CheckValue``.
  ///
  /// - Parameter range: of which the last word counts as zero, so that it can hold the value.
  public static func checksum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    precondition(range.count % 64 == 0 && range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard !range.isEmpty else { return 0 }
    var check = CheckValue()
    check.take(bytes, range)
    return check.value(last: word(bytes, at: range.upperBound - 8))
  }

  /// Appends the check values of `count` stretches of `size` bytes each, one behind another from `offset` on.
  ///
  /// - Parameter instructions: which kernels may be used; the values do not depend on it.
  public static func appendChecksums(
    of bytes: [UInt8], at offset: Int, size: Int, count: Int, to values: inout [UInt64],
    _ instructions: Instructions = .selected
  ) {
    guard instructions.contains(.avx512), size > 0 else {
      for index in 0..<count {
        values.append(checksum(bytes, offset + index * size..<offset + (index + 1) * size))
      }
      return
    }
    precondition(size % 64 == 0)
    let part = unsafe bytes.span.bytes.extracting(offset..<offset + count * size)
    values.append(addingCapacity: count) { values in
      unsafe part.withUnsafeBytes { part in
        unsafe values.withUnsafeMutableBufferPointer { values, added in
          guard let part = part.baseAddress, let values = values.baseAddress else { return }
          unsafe km_check_values_avx512(part.assumingMemoryBound(to: UInt8.self), size, count, values)
          added = count
        }
      }
    }
  }
}
