import Elections
import Machine
import Tallying

/// Writes a matrix: `serial` and `invalid` where the shape has them, then a cell for each name.
struct MatrixWriter: BlockWriter {
  private let shape: SampleShape
  private let hasNote: Bool
  private var rows: SampleRows
  private var lines: CellRowWriter
  private let declared = DeclaredText()

  init(_ shape: SampleShape) {
    self.shape = shape
    hasNote = shape.rates.declared > 0
    rows = SampleRows(shape.style)
    lines = CellRowWriter(cells: shape.names, hasNumber: shape.hasSerials, hasNote: hasNote)
  }

  var header: [UInt8] {
    var columns = (shape.hasSerials ? ["serial"] : []) + (hasNote ? ["invalid"] : [])
    columns += (1...shape.names).map(String.init)
    return Array((columns.joined(separator: ",") + "\n").utf8)
  }

  mutating func append(_ block: SampleBlock, to buffer: inout OutputBuffer) {
    for word in 0..<block.usedWords {
      rows.take(word, of: block)
      block.forEachRun(in: word) { run in
        switch run {
        case .usual(let range): append(range, [], block.serial(word), &buffer)
        case .declared(let row):
          append(row..<row + 1, declared[block, word, row], block.serial(word), &buffer)
        case .malformed(let row): appendMalformed(block.serial(word) + row, &buffer)
        }
      }
    }
  }

  private mutating func append(
    _ range: Range<Int>, _ note: [UInt8], _ firstSerial: Int, _ buffer: inout OutputBuffer
  ) {
    lines.append(
      range, ones: rows.inFavour.words, zeros: shape.form == .agreeDisagree ? rows.against.words : nil,
      numbers: firstSerial, note: note, to: &buffer)
  }

  /// Appends a line of the right beginning with one thing wrong in its cells.
  private func appendMalformed(_ serial: Int, _ buffer: inout OutputBuffer) {
    var cells = (shape.hasSerials ? [String(serial)] : []) + (hasNote ? [""] : [])
    let first = cells.count
    cells += Array(repeating: "0", count: shape.names)
    switch serial % 4 {
    case 0: cells[first + serial / 4 % shape.names] = "x"
    case 1: cells.append("1")
    case 2 where cells.count > 1: cells.removeLast()
    case 3 where cells.count > 1: cells[first + serial / 4 % shape.names] = ""
    default: cells[first] = "2"
    }
    buffer.append((cells.joined(separator: ",") + "\n").utf8)
  }
}
