import Elections
import Machine
import Tallying

/// Writes a mark list: `struck`, or `agree` and `disagree`, with `serial` before them and `invalid` behind where the shape has them.
struct ListWriter: BlockWriter {
  private let shape: SampleShape
  private let hasNote: Bool
  private var rows: SampleRows
  private var lines: NumberListWriter
  private let declared = DeclaredText()

  init(_ shape: SampleShape) {
    self.shape = shape
    hasNote = shape.rates.declared > 0
    rows = SampleRows(shape.style)
    lines = NumberListWriter(numbers: shape.names, hasNumber: shape.hasSerials, hasNote: hasNote)
  }

  var header: [UInt8] {
    var columns = shape.hasSerials ? ["serial"] : []
    columns += shape.form == .strikeOut ? ["struck"] : ["agree", "disagree"]
    if hasNote { columns.append("invalid") }
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
    switch shape.form {
    case .strikeOut:
      lines.append(
        range, list: rows.inFavour.words, isComplement: true, numbers: firstSerial, note: note, to: &buffer)
    case .agreeDisagree:
      lines.append(
        range, list: rows.inFavour.words, second: rows.against.words, numbers: firstSerial, note: note,
        to: &buffer)
    }
  }

  /// Appends a line with one thing wrong in its cell of marks.
  private func appendMalformed(_ serial: Int, _ buffer: inout OutputBuffer) {
    let marks =
      switch serial % 5 {
      case 0: String(shape.names + 1)
      case 1: "1 1"
      case 2: "1.3"
      case 3: "x"
      default: "0"
      }
    let cells =
      (shape.hasSerials ? [String(serial)] : []) + [marks] + (shape.form == .agreeDisagree ? ["="] : [])
      + (hasNote ? [""] : [])
    buffer.append((cells.joined(separator: ",") + "\n").utf8)
  }
}
