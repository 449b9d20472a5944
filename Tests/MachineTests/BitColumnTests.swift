import Machine
import Testing

@Suite("Bits in columns")
struct BitColumnTests {
  @Test("Bit i of column c is bit c of row i", arguments: [1, 2, 3, 5])
  func columns(stride: Int) throws {
    guard Instructions.supported.contains(.avx512) else { return }
    var state: UInt64 = 1
    let rows = (0..<64 * stride + 3).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
    for count in 0...64 {
      for first in 0..<stride {
        var columns = [64 of UInt64](repeating: 0)
        #expect(transposeBits(rows, from: first, stride: stride, into: &columns, count: count, .avx512))
        for column in 0..<count {
          let expected = (0..<64).reduce(0 as UInt64) {
            $0 | (rows[first + $1 * stride] >> UInt64(column) & 1) << UInt64($1)
          }
          #expect(columns[column] == expected, "column \(column) of \(count)")
        }
      }
    }
  }

  @Test("Without a kernel nothing is done")
  func portable() {
    var columns = [64 of UInt64](repeating: 7)
    #expect(!transposeBits(Array(repeating: 1, count: 64), from: 0, stride: 1, into: &columns, count: 64, []))
    #expect(columns[0] == 7)
  }
}
