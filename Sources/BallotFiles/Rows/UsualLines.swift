import Elections
import Machine
import Tallying

/// Lines of the shape that nearly all lines have: in a matrix a plain serial, nothing declared, `0` or `1` in every cell; in a mark list plain
/// numbers, lists without surprises, nothing declared and nothing ruled.
///
/// They are read many bytes at a time, with every byte compared. Whatever differs is left to ``RowReader``, which says what a line means
/// or what is wrong with it; a line that both can read means the same to both.
struct UsualLines {
  /// One of the two scanners, as the layout is; neither for a layout without a usual shape.
  private var matrix: CellRowScanner?
  private var list: NumberListScanner?
  /// The lines that were read last.
  private var rows: CellRows
  /// What the bits of ``rows`` mean.
  private var meaning = RowMeaning.votes
  /// The index of the bundle among the numbers of a row.
  private var bundle: Int?
  /// The index of the serial among the numbers of a row.
  private var serial: Int?

  init(_ header: Header, _ style: BallotStyle) {
    rows = CellRows(cells: style.names)
    switch header.layout {
    case .matrix(let before): readMatrix(before, header, style)
    case .list(let columns): readList(columns, header, style)
    }
  }

  private mutating func readMatrix(_ before: [Column?], _ header: Header, _ style: BallotStyle) {
    // A single column has no separator, and its lines no place for one.
    guard before.allSatisfy({ $0 != nil }),
      let separator = header.separator ?? (style.names == 1 ? UInt8(ascii: ",") : nil)
    else { return }
    let serial = before.firstIndex(of: .serial)
    matrix = CellRowScanner(
      emptyBefore: serial ?? before.count, hasNumber: serial != nil,
      emptyBehind: serial.map { before.count - $0 - 1 } ?? 0, cells: style.names, separator: separator,
      numberLimit: ElectionLimits.count, otherMarks: style.otherMarks)
    self.serial = serial == nil ? nil : 0
  }

  private mutating func readList(_ columns: [Column?], _ header: Header, _ style: BallotStyle) {
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
      case .invalid?, .ruling?, .rehearsal?: kinds.append(.empty)
      // A column at fault is never usual, and how many ballots a row stands for is read exactly.
      case .count?, nil: return
      }
    }
    switch lists {
    case [.struck]: meaning = .struckOut
    case [.chosen]: meaning = .votes
    case [.agree, .disagree]: meaning = .agreeDisagree
    default: return
    }
    // The rows keep the place of the last number only, which is to be the serial's.
    if numbers == [.serial, .bundle] { return }
    let list = NumberListScanner(
      columns: kinds, cells: style.names, separator: header.separator ?? UInt8(ascii: ","),
      numberLimit: ElectionLimits.count)
    rows = list.makeRows()
    bundle = numbers.firstIndex(of: .bundle)
    serial = numbers.firstIndex(of: .serial)
    self.list = list
  }

  var isMatrix: Bool { matrix != nil }
  var hasBundles: Bool { bundle != nil }
  var hasSerials: Bool { serial != nil }

  /// How many lines were read last.
  var count: Int { rows.count }

  /// The lines between those that were passed over, for the caller to read.
  var passed: PassedLines { rows.passed }

  /// Reads usual lines from `start` on.
  ///
  /// - Parameters:
  ///   - limit: how many lines at the most, up to 64.
  ///   - passes: whether unusual lines between usual ones may be passed over.
  /// - Returns: where the first line begins that was neither read nor passed over.
  mutating func scan(_ piece: [UInt8], from start: Int, limit: Int, passing passes: Bool) -> Int {
    matrix?.scan(piece.span, from: start, limit: limit, passing: passes, into: &rows)
      ?? list?.scan(piece.span, from: start, limit: limit, passing: passes, into: &rows) ?? start
  }

  /// Reads usual lines from `start` on straight into `sink`, as many as go there at once.
  ///
  /// - Returns: where the first line begins that was neither read nor passed over; `start` where none was.
  mutating func scan<Sink: BallotSink>(_ piece: [UInt8], from start: Int, into sink: inout Sink) -> Int {
    guard let end = matrix?.read(linesOf: piece, from: start, into: &sink, noting: &rows) else {
      return start
    }
    if end > start { notePapers(to: &sink) }
    return end
  }

  /// Takes it that a line was read exactly, and passed over here.
  mutating func passLine() {
    matrix?.passLine()
    list?.passLine()
  }

  /// Gives the ballots of the lines that were read last to `sink`, with the places where they lie.
  func give<Sink: BallotSink>(to sink: inout Sink) {
    sink.append(rows, as: meaning)
    if rows.count > 0 { notePapers(to: &sink) }
  }

  private func notePapers<Sink: BallotSink>(to sink: inout Sink) {
    guard Sink.takesNotes else { return }
    var papers = papers(0)
    if isOnePaperRun {
      papers.ballots = rows.count
    } else {
      for row in 1..<rows.count {
        let next = self.papers(row)
        if next.bundle == papers.bundle, next.serial == papers.serial.map({ $0 + papers.ballots }) {
          papers.ballots += 1
        } else {
          sink.note(papers)
          papers = next
        }
      }
    }
    sink.note(papers)
  }

  /// Whether the lines that were read last are known to be one run of papers in one bundle, with those that were passed over: what rises is the
  /// serial, where there are bundles.
  var isOnePaperRun: Bool { rows.isRising && (serial != nil || bundle == nil) }

  private func papers(_ row: Int) -> PaperRun {
    PaperRun(
      bundle: bundle.map { rows.number(row, $0) }, serial: serial.map { rows.number(row, $0) }, ballots: 1)
  }

  /// The serials of the first of some lines that were read last, as far as they run without a gap; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - range: of the rows.
  ///   - passed: of the lines that were passed over, those between the rows that go on like them; none unless ``isOnePaperRun``.
  ///   - file: the index of the file.
  ///   - line: the number of the first line.
  func run(_ range: Range<Int>, passed: Range<Int>, file: Int, line: Int) -> SerialRun? {
    guard let serial, !range.isEmpty else { return nil }
    let start = range.lowerBound
    let first = rows.number(start, serial, behind: passed.lowerBound)
    let bundle = bundle.map { rows.number(start, $0) }
    var end = rows.isRising ? range.upperBound : start + 1
    while end < range.upperBound, rows.number(end, serial) == first + end - start,
      rows.offset(end) == rows.offset(start), self.bundle.map({ rows.number(end, $0) }) == bundle
    {
      end += 1
    }
    return SerialRun(
      bundle: bundle, first: first, last: first + end - start + passed.count - 1, file: file, line: line,
      column: rows.offset(start) + 1, isLineByLine: true)
  }

  /// Appends the bundles of lines that were read last.
  ///
  /// - Parameters:
  ///   - range: of the rows, none of which have lines between them that were passed over, unless ``isOnePaperRun``.
  ///   - passed: how many lines were passed over before.
  ///   - line: the number of the first line.
  func appendBundles(_ range: Range<Int>, behind passed: Int, line: Int, to starts: inout [BundleStart]) {
    guard let bundle else { return }
    for row in isOnePaperRun ? range.prefix(1) : range {
      starts.extend(
        by: BundleStart(
          bundle: rows.number(row, bundle, behind: passed), line: line + row - range.lowerBound))
    }
  }
}

extension CellRowScanner {
  /// Reads lines straight into `sink`; where it is, so that it is not copied.
  fileprivate mutating func read<Sink: BallotSink>(
    linesOf piece: [UInt8], from start: Int, into sink: inout Sink, noting rows: inout CellRows
  ) -> Int {
    readsColumns ? sink.append(linesOf: piece, from: start, by: &self, noting: &rows) : start
  }
}
