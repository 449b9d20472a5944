import Machine

/// Turns rows of bits (a word for each ballot) into columns (a word for each name), 64 ballots at once.
///
/// A worked example with a width of 2 in words of 4 bits, so that a word holds two squares side by side: the rows of ballots 0 to 3 are
/// `01`, `11`, `00`, `10` (name 2, name 1). Word 0 takes the first row of each square, ballots 0 and 2: `00 01`; word 1
/// takes the second, ballots 1 and 3: `10 11`. Swapping the corners of each square gives word 0 `00 11` and word 1 `10 10`:
/// bit `i` of word `c` is now the mark of ballot `i` for name `c + 1`.
///
/// The squares are transposed by the recursive swap of blocks of Hacker's Delight, 7-3.
struct Transposition {
  /// Names that fit: 8, 16, 32 or 64. The fewer, the more ballots share a word, and the less there is to do.
  private let width: Int
  private let names: Int
  private let instructions: Instructions
  private var words: [64 of UInt64] = .init(repeating: 0)

  /// - Parameters:
  ///   - names: how many bits of the rows are used, at most 64.
  ///   - instructions: which kernels may be used; the columns do not depend on it.
  init(names: Int, _ instructions: Instructions = .selected) {
    self.names = names
    self.instructions = instructions
    width = names <= 8 ? 8 : names <= 16 ? 16 : names <= 32 ? 32 : 64
  }

  /// Transposes 64 rows.
  ///
  /// - Parameters:
  ///   - rows: the rows, `stride` words apart.
  ///   - first: the index of the first row's word.
  mutating func transpose(_ rows: [UInt64], from first: Int, stride: Int) {
    if transposeBits(rows, from: first, stride: stride, into: &words, count: names, instructions) { return }
    let squares = 64 / width
    for row in 0..<width {
      var word: UInt64 = 0
      for square in 0..<squares {
        word |= rows[first + (square * width + row) * stride] &<< UInt64(square * width)
      }
      words[row] = word
    }
    transposeSquares()
  }

  /// Turns columns back into 64 rows.
  ///
  /// - Parameters:
  ///   - columns: 64, of which those from `names` on are cleared.
  ///   - names: how many columns there are, no more than ``init(names:)`` was told.
  ///   - rows: where the rows go, `rowStride` words apart from `row` on.
  mutating func transposeBack(
    _ columns: inout [UInt64], names: Int, into rows: inout [UInt64], at row: Int, rowStride: Int
  ) {
    for name in names..<64 { columns[name] = 0 }
    var at = row
    if transposeBits(columns, from: 0, stride: 1, into: &words, count: 64, instructions) {
      for line in 0..<64 {
        rows[at] = words[line]
        at += rowStride
      }
      return
    }
    for name in 0..<width { words[name] = columns[name] }
    transposeSquares()
    let mask: UInt64 = ~0 >> UInt64(64 - width)
    for square in 0..<64 / width {
      let shift = UInt64(square * width)
      for line in 0..<width {
        rows[at] = (words[line] &>> shift) & mask
        at += rowStride
      }
    }
  }

  /// The marks of the 64 ballots for the name at `column`.
  subscript(column: Int) -> UInt64 { words[column] }

  private mutating func transposeSquares() {
    if width > 32 { swapBlocks(of: 32, mask: 0x0000_0000_FFFF_FFFF) }
    if width > 16 { swapBlocks(of: 16, mask: 0x0000_FFFF_0000_FFFF) }
    if width > 8 { swapBlocks(of: 8, mask: 0x00FF_00FF_00FF_00FF) }
    swapBlocks(of: 4, mask: 0x0F0F_0F0F_0F0F_0F0F)
    swapBlocks(of: 2, mask: 0x3333_3333_3333_3333)
    swapBlocks(of: 1, mask: 0x5555_5555_5555_5555)
  }

  @inline(__always)
  private mutating func swapBlocks(of size: Int, mask: UInt64) {
    var row = 0
    while row < width {
      for upper in row..<row + size {
        let swapped = (words[upper] &>> UInt64(size) ^ words[upper + size]) & mask
        words[upper + size] ^= swapped
        words[upper] ^= swapped &<< UInt64(size)
      }
      row += 2 * size
    }
  }
}
