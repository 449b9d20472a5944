import Machine
import Testing

@Suite("Words among bytes")
struct WordsTests {
  @Test("Words come back as they were appended, at any offset", arguments: 0...9)
  func roundTrip(offset: Int) {
    let words: [UInt64] = [0, 1, 0x0123_4567_89AB_CDEF, .max]
    var bytes = [UInt8](repeating: 7, count: offset)
    Words.append(words, to: &bytes)
    #expect(bytes.count == offset + 32)
    #expect(bytes[offset + 16] == 0xEF)
    #expect(Words.words(bytes, at: offset, count: 4) == words)
    #expect(Words.word(bytes, at: offset + 8) == 1)
  }

  @Test("Planes come back word by word, and words are written over others")
  func planes() {
    var planes = BitPlanes(count: 2)
    for word in 0..<64 {
      planes[0, word: word] = UInt64(word)
      planes[1, word: word] = 0x0123_4567_89AB_CDEF &* UInt64(word)
    }
    var bytes: [UInt8] = [7]
    Words.append(planes, to: &bytes)
    #expect(Words.words(bytes, at: 1, count: 64) == (0..<64).map { UInt64($0) })
    #expect(Words.words(bytes, at: 513, count: 64) == (0..<64).map { 0x0123_4567_89AB_CDEF &* UInt64($0) })
    #expect(bytes.count == 1025)
    for (i, word) in [1, 0x0123_4567_89AB_CDEF as UInt64].enumerated() {
      Words.replace(&bytes, at: 513 + 8 * i, with: word)
    }
    #expect(Words.words(bytes, at: 505, count: 4) == [63, 1, 0x0123_4567_89AB_CDEF, 0x0246_8ACF_1357_9BDE])
  }

  @Test("Check values of several stretches are those of each", arguments: [64, 128, 512 + 64, 7744], 0...3)
  func checksums(size: Int, offset: Int) {
    var state: UInt64 = 1
    let bytes = (0..<offset + 17 * size).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    for count in 0...17 {
      let each = (0..<count).map { index in
        Words.checksum(bytes, offset + index * size..<offset + (index + 1) * size)
      }
      for kernel in [[], .avx2, Instructions.supported] as [Instructions] {
        var values: [UInt64] = [7]
        Words.appendChecksums(of: bytes, at: offset, size: size, count: count, to: &values, kernel)
        #expect(values == [7] + each)
      }
    }
  }

  /// By the words of the specification, one word after another.
  @Test("A check value is that of the specification")
  func specification() {
    let words = (1...24).map { UInt64($0) &* 0x0101_0101_0101_0101 }
    var bytes: [UInt8] = []
    Words.append(words, to: &bytes)
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var lanes = (1...8).map { UInt64($0) }
    for (index, word) in words.enumerated() {
      lanes[index % 8] = (lanes[index % 8] ^ (index == 23 ? 0 : word)) &* multiplier
    }
    var value: UInt64 = 0
    for lane in lanes {
      value = (value ^ lane) &* multiplier
      value ^= value >> 32
    }
    #expect(Words.checksum(bytes, 0..<bytes.count) == value)
  }

  @Test(
    "What is appended lies in its page as in the file, if it is much",
    arguments: [0, 64, 192, 4095, 1_000_000], [0, 100, 8191, 8192, 100_000])
  func aligned(offset: Int, capacity: Int) {
    var bytes: [UInt8] = [1, 2, 3]
    for _ in 0..<2 {
      Words.beginAligned(&bytes, with: offset, capacity: capacity)
      let zeros = bytes.count
      #expect(bytes.capacity >= zeros + capacity && bytes.allSatisfy { $0 == 0 })
      guard capacity >= 8192 else {
        #expect(zeros == 0)
        continue
      }
      #expect(zeros < 4096)
      bytes += [9, 9]
      let address = unsafe bytes.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
      #expect((address + zeros - offset) & 4095 == 0)
    }
  }
}
