import Elections
import Machine
import Tallying

/// Lines of the shape that nearly all lines have: in a matrix a plain serial, nothing declared, `0` or `1` in every cell; in a mark list plain
/// numbers, lists without surprises, nothing declared and nothing ruled.
///
/// They are read many bytes at a time, with every byte compared. Whatever differs is left to ``RowReader``, which says what a line means
/// or what is wrong with it; a line that both can read means the same to both.
struct UsualLines {
  private var scanner: Scanner
  /// The lines that were read last.
  private(set) var rows: CellRows
  /// What the bits of ``rows`` mean.
  let meaning: RowMeaning
  /// The index of the bundle among the numbers of a row.
  private var bundle: Int?
  /// The index of the serial among the numbers of a row.
  private var serial: Int?

  private enum Scanner {
    case matrix(CellRowScanner)
    case list(NumberListScanner)
  }

  /// - Returns: `nil` for a layout without a usual shape.
  init?(_ header: Header, _ style: BallotStyle) {
    switch header.layout {
    case .matrix(let before): self.init(matrix: before, header, style)
    case .list(let columns): self.init(list: columns, header, style)
    }
  }

  private init?(matrix before: [Column?], _ header: Header, _ style: BallotStyle) {
    // A single column has no separator, and its lines no place for one.
    guard before.allSatisfy({ $0 != nil }),
      let separator = header.separator ?? (style.names == 1 ? UInt8(ascii: ",") : nil)
    else { return nil }
    let serial = before.firstIndex(of: .serial)
    scanner = .matrix(
      CellRowScanner(
        emptyBefore: serial ?? before.count, hasNumber: serial != nil,
        emptyBehind: serial.map { before.count - $0 - 1 } ?? 0, cells: style.names, separator: separator,
        numberLimit: ElectionLimits.count))
    rows = CellRows(cells: style.names)
    meaning = .votes
    self.serial = serial == nil ? nil : 0
  }

  private init?(list columns: [Column?], _ header: Header, _ style: BallotStyle) {
    var kinds: [NumberListScanner.Column] = []
    var numbers: [Column] = []
    var lists: [Column] = []
    for column in columns {
      switch column {
      case .bundle?, .serial?:
        kinds.append(.number)
        if let column { numbers.append(column) }
      case .struck?, .chosen?, .agree?, .disagree?:
        kinds.append(.list)
        if let column { lists.append(column) }
      case .invalid?, .ruling?: kinds.append(.empty)
      // A column at fault is never usual, and how many ballots a row stands for is read exactly.
      case .count?, nil: return nil
      }
    }
    switch lists {
    case [.struck]: meaning = .struckOut
    case [.chosen]: meaning = .votes
    case [.agree, .disagree]: meaning = .agreeDisagree
    default: return nil
    }
    let list = NumberListScanner(
      columns: kinds, cells: style.names, separator: header.separator ?? UInt8(ascii: ","),
      numberLimit: ElectionLimits.count)
    scanner = .list(list)
    rows = list.makeRows()
    bundle = numbers.firstIndex(of: .bundle)
    serial = numbers.firstIndex(of: .serial)
    // The rows keep the place of the last number only, which is to be the serial's.
    if numbers == [.serial, .bundle] { return nil }
  }

  /// Reads usual lines from `start` on into ``rows``.
  ///
  /// - Parameter limit: how many lines at the most, up to 64.
  /// - Returns: where the first line begins that was not read.
  mutating func scan(_ piece: [UInt8], from start: Int, limit: Int) -> Int {
    switch scanner {
    case .matrix(var cells):
      let end = cells.scan(piece.span, from: start, limit: limit, into: &rows)
      scanner = .matrix(cells)
      return end
    case .list(let lists):
      return lists.scan(piece.span, from: start, limit: limit, into: &rows)
    }
  }

  /// Where the ballots of the lines that were read last lie.
  func forEachPaperRun(_ body: (PaperRun) -> Void) {
    let stride = rows.numbersPerRow
    func papers(_ row: Int) -> PaperRun {
      PaperRun(
        bundle: bundle.map { rows.numbers[row * stride + $0] },
        serial: serial.map { rows.numbers[row * stride + $0] },
        ballots: 1)
    }
    guard rows.count > 0 else { return }
    var run = papers(0)
    for row in 1..<max(1, rows.count) {
      let next = papers(row)
      if next.bundle == run.bundle, next.serial == run.serial.map({ $0 + run.ballots }) {
        run.ballots += 1
      } else {
        body(run)
        run = next
      }
    }
    body(run)
  }

  /// The serials of the lines that were read last, in runs without a gap.
  ///
  /// - Parameters:
  ///   - file: the index of the file.
  ///   - line: the number of the first line.
  func forEachRun(file: Int, line: Int, _ body: (SerialRun) -> Void) {
    guard let serial else { return }
    let stride = rows.numbersPerRow
    func number(_ row: Int) -> Int { rows.numbers[row * stride + serial] }
    func bundle(_ row: Int) -> Int? { self.bundle.map { rows.numbers[row * stride + $0] } }
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, number(end) == number(end - 1) + 1, rows.offsets[end] == rows.offsets[start],
        bundle(end) == bundle(start)
      {
        end += 1
      }
      body(
        SerialRun(
          bundle: bundle(start), first: number(start), last: number(end - 1), file: file, line: line + start,
          column: rows.offsets[start] + 1, isLineByLine: true, isFaulty: false))
      start = end
    }
  }
}
