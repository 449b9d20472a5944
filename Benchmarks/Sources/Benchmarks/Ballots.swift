import BallotFiles
import Machine
import SampleBallots
import Tallying

/// The same ballots in every form, in memory, with the counts that were planted.
struct Ballots {
  let style: BallotStyle
  let matrix: [UInt8]
  let list: [UInt8]
  let packed: [UInt8]
  let blocks: [PackedBallots]
  let counts: PlantedCounts

  init(_ ballots: Int, style: BallotStyle, jobs: Int) throws {
    var shape = SampleShape(style, ballots: ballots, seed: 1)
    shape.rates.undervotes = 50_000
    shape.rates.overvotes = 10_000
    shape.rates.blank = 5_000
    let sinks = (matrix: MemorySink(), list: MemorySink())
    counts = try shape.write(as: .matrix, to: sinks.matrix, jobs: jobs).counts
    _ = try shape.write(as: .list, to: sinks.list, jobs: jobs)
    self.style = style
    matrix = sinks.matrix.bytes
    list = sinks.list.bytes
    packed = try Self.pack(matrix, style)
    // The scanner leaves the lines in the last few dozen bytes to its caller; empty lines behind them are not read.
    let padding = [UInt8](repeating: UInt8(ascii: "\n"), count: 4096)
    blocks = Self.rows(of: matrix + padding, style, .selected).blocks
  }

  private static func pack(_ text: [UInt8], _ style: BallotStyle) throws -> [UInt8] {
    var packer = BallotPacker(style, beside: nil)
    var source = MemoryStream(text)
    var bytes = [UInt8](repeating: 0, count: BallotPacker.headerSize)
    try packer.read(&source, name: "matrix") { bytes += $0 }
    let header = try packer.finish { bytes += $0 }.get()
    bytes.replaceSubrange(0..<header.count, with: header)
    return bytes
  }

  /// Where the line after the header begins.
  static func body(_ text: [UInt8]) -> Int {
    (text.firstIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  /// All usual lines of a matrix, transposed into blocks if they are `kept`.
  static func rows(
    of text: [UInt8], _ style: BallotStyle, _ instructions: Instructions, kept: Bool = true
  ) -> (count: Int, blocks: [PackedBallots]) {
    var scanner = CellRowScanner(
      hasNumber: false, cells: style.names, separator: UInt8(ascii: ","), numberLimit: 0,
      instructions: instructions)
    var rows = CellRows(cells: style.names)
    var (at, count) = (body(text), 0)
    var blocks: [PackedBallots] = []
    var block = PackedBallots(style)
    while true {
      at = scanner.scan(text.span, from: at, into: &rows)
      guard rows.count > 0 else { break }
      count += rows.count
      guard kept else { continue }
      if block.count + rows.count > PackedBallots.capacity {
        block.finishRows()
        blocks.append(block)
        block.removeAll()
      }
      block.append(rows, as: .votes)
    }
    block.finishRows()
    if kept { blocks.append(block) }
    return (count, blocks)
  }
}
