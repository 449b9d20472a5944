import Machine
import Testing

/// The kernels that write text, against texts made the plain way.
@Suite("Writing text")
struct TextWriterTests {
  private static let sizes = [1, 2, 3, 4, 5, 8, 15, 16, 17, 63, 64, 65, 127, 128, 129, 1024]

  private func text(_ buffer: OutputBuffer) -> String {
    buffer.withBytes { bytes in
      String(
        decoding: (0..<bytes.byteCount).map { unsafe bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self) },
        as: UTF8.self)
    }
  }

  private func randomRows(_ cells: Int) -> [UInt64] {
    let words = (cells + 63) / 64
    return (0..<64 * words).map { i in
      i % words == words - 1
        ? UInt64.random(in: 0...(~0 >> UInt64(64 * words - cells))) : .random(in: 0...UInt64.max)
    }
  }

  private func bit(_ rows: [UInt64], _ row: Int, _ cell: Int, _ cells: Int) -> Bool {
    rows[row * ((cells + 63) / 64) + cell / 64] >> UInt64(cell % 64) & 1 == 1
  }

  @Test("Rows of cells", arguments: sizes)
  func cellRows(cells: Int) {
    let (ones, zeros) = (randomRows(cells), randomRows(cells))
    var writer = CellRowWriter(cells: cells, hasNumber: true, hasNote: true)
    var plain = CellRowWriter(cells: cells, hasNumber: false, hasNote: false)
    var (buffer, plainBuffer) = (OutputBuffer(), OutputBuffer())
    writer.append(0..<64, ones: ones, zeros: zeros, numbers: 99_999_970, note: Array("ab".utf8), to: &buffer)
    plain.append(3..<64, ones: ones, to: &plainBuffer)
    let lines = (0..<64).map { row in
      let marks = (0..<cells).map { cell in
        switch (bit(ones, row, cell, cells), bit(zeros, row, cell, cells)) {
        case (true, true): "b"
        case (true, false): "1"
        case (false, true): "0"
        case (false, false): "n"
        }
      }
      return ([String(99_999_970 + row), "ab"] + marks).joined(separator: ",") + "\n"
    }
    #expect(text(buffer) == lines.joined())
    let plainLines = (3..<64).map { row in
      (0..<cells).map { bit(ones, row, $0, cells) ? "1" : "0" }.joined(separator: ",") + "\n"
    }
    #expect(text(plainBuffer) == plainLines.joined())
  }

  @Test("Lists of numbers", arguments: sizes)
  func lists(numbers: Int) {
    let words = (numbers + 63) / 64
    var first = randomRows(numbers)
    for i in 0..<words {
      first[i] = 0
      first[words + i] = i < words - 1 ? ~0 : ~0 >> UInt64(64 * words - numbers)
    }
    let second = randomRows(numbers)
    var one = NumberListWriter(numbers: numbers, hasNumber: false, hasNote: false)
    var two = NumberListWriter(numbers: numbers, hasNumber: true, hasNote: true)
    var (oneBuffer, twoBuffer) = (OutputBuffer(), OutputBuffer())
    one.append(0..<64, list: first, isComplement: true, to: &oneBuffer)
    two.append(
      1..<64, list: first, second: second, numbers: 99_999_970, note: Array("ab".utf8), to: &twoBuffer)
    func listed(_ rows: [UInt64], _ row: Int, _ isListed: Bool) -> String {
      list((0..<numbers).filter { bit(rows, row, $0, numbers) == isListed })
    }
    #expect(text(oneBuffer) == (0..<64).map { listed(first, $0, false) + "\n" }.joined())
    // Lines without a number and a note, from any row on, with any kernel.
    for hasNote in [false, true] {
      for kernel in [[], .supported] as [Instructions] {
        var plain = NumberListWriter(numbers: numbers, hasNumber: false, hasNote: hasNote, kernel)
        var buffer = OutputBuffer()
        plain.append(0..<1, list: first, to: &buffer)
        plain.append(2..<2, list: first, to: &buffer)
        plain.append(1..<64, list: first, isComplement: true, second: second, to: &buffer)
        let end = hasNote ? ",\n" : "\n"
        let lines = (1..<64).map { listed(first, $0, false) + "," + listed(second, $0, true) + end }
        #expect(text(buffer) == listed(first, 0, true) + end + lines.joined())
      }
    }
    let lines = (1..<64).map { row in
      "\(99_999_970 + row),\(listed(first, row, true)),\(listed(second, row, true)),ab\n"
    }
    #expect(text(twoBuffer) == lines.joined())
  }

  /// Runs of three or more are ranges; a run ends with its eight.
  private func list(_ indices: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for index in indices {
      if let last = runs.last, last.upperBound == index - 1, index % 8 != 0 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    let parts = runs.map { run in
      switch run.count {
      case 1: "\(run.lowerBound + 1)"
      case 2: "\(run.lowerBound + 1) \(run.upperBound + 1)"
      default: "\(run.lowerBound + 1)-\(run.upperBound + 1)"
      }
    }
    return parts.isEmpty ? "=" : parts.joined(separator: " ")
  }

  @Test("Numbers")
  func numbers() {
    var numbers: [Int] = Array(0..<20_000)
    var power = 100_000
    while power <= 1_000_000_000_000_000 {
      numbers += [power - 1, power, power + 1, power * 10 / 9, power * 7 + power / 3]
      power *= 10
    }
    // Without cells of its own, a line is a number and `=`.
    var writer = NumberListWriter(numbers: 1, hasNumber: true, hasNote: false)
    for number in numbers.sorted() {
      var buffer = OutputBuffer()
      writer.append(0..<1, list: [0], numbers: number, to: &buffer)
      #expect(text(buffer) == String(number) + ",=\n")
    }
  }
}
