import Elections
import Tallying

/// Which columns a text needs.
struct TextColumns {
  let hasBundle: Bool
  let hasSerial: Bool
  let hasStatus: Bool
  let hasRulings: Bool
  /// Whether some ballots have a bundle or a serial and others have none, which text cannot say.
  private let isMixed: Bool

  init(papers: [PaperRun], hasStatus: Bool, hasRulings: Bool) {
    hasBundle = papers.contains { $0.bundle != nil }
    hasSerial = papers.contains { $0.serial != nil }
    isMixed =
      hasBundle && papers.contains { $0.bundle == nil } || hasSerial && papers.contains { $0.serial == nil }
    self.hasStatus = hasStatus
    self.hasRulings = hasRulings
  }

  /// Whether a layout has all these columns.
  func fit(_ layout: BallotUnpacker.Layout) -> Bool {
    !isMixed && (layout == .list || !hasBundle && !hasRulings)
  }
}

/// Writes ballots as lines of text, in the one form that packing reads back to the bit.
struct BallotTextWriter {
  private let style: BallotStyle
  private let layout: BallotUnpacker.Layout
  private let columns: TextColumns
  private var words: ArraySlice<PackedWords.Entry>
  private var papers: ArraySlice<PaperRun>
  /// Ballots of the first run that were written.
  private var used = 0
  private var ballots = 0
  private var text: [UInt8] = []

  init(
    _ style: BallotStyle, _ layout: BallotUnpacker.Layout, _ columns: TextColumns,
    _ words: [PackedWords.Entry],
    _ papers: [PaperRun]
  ) {
    self.style = style
    self.layout = layout
    self.columns = columns
    self.words = words[...]
    self.papers = papers[...]
  }

  /// Takes the text so far.
  mutating func take() -> [UInt8] {
    defer { text.removeAll(keepingCapacity: true) }
    return text
  }

  /// Writes the header.
  mutating func begin() {
    var names: [String] = []
    if columns.hasBundle { names.append("bundle") }
    if columns.hasSerial { names.append("serial") }
    switch layout {
    case .list:
      names += style.form == .strikeOut ? ["struck"] : ["agree", "disagree"]
      if columns.hasStatus { names.append("invalid") }
      if columns.hasRulings { names.append("ruling") }
    case .matrix:
      if columns.hasStatus { names.append("invalid") }
      names += (1...style.names).map(String.init)
    }
    line(names)
  }

  /// Writes a ballot.
  ///
  /// - Returns: whether the layout can say all of it.
  mutating func append(_ ballot: Ballot) -> Bool {
    let said = takeWords()
    let paper = takePaper()
    let declared = MarkRow.quoted(MarkRow.grounds(ballot, otherWords: said.other))
    var cells: [String] = []
    if let bundle = paper.bundle { cells.append(String(bundle)) }
    if let serial = paper.serial { cells.append(String(serial)) }
    switch layout {
    case .list:
      cells += MarkRow.marks(ballot, style)
      if columns.hasStatus { cells.append(declared) }
      if columns.hasRulings {
        cells.append(said.ruling.map { MarkRow.quoted("valid:\"" + $0 + "\"") } ?? "")
      }
    case .matrix:
      guard ballot.marksRead else { return false }
      if columns.hasStatus { cells.append(declared) }
      cells += (0..<style.names).map { cell(ballot, $0) }
    }
    line(cells)
    ballots += 1
    return true
  }

  private mutating func line(_ cells: [String]) {
    text += Array(cells.joined(separator: ",").utf8)
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func takeWords() -> (other: String?, ruling: String?) {
    var found: (other: String?, ruling: String?) = (nil, nil)
    while let entry = words.first, entry.ballot == ballots {
      switch entry.kind {
      case .other: found.other = entry.words
      case .ruling: found.ruling = entry.words
      }
      words.removeFirst()
    }
    return found
  }

  private mutating func takePaper() -> PaperRun {
    guard let run = papers.first else { return PaperRun(bundle: nil, serial: nil, ballots: 1) }
    let paper = PaperRun(bundle: run.bundle, serial: run.serial.map { $0 + used }, ballots: 1)
    used += 1
    if used == run.ballots {
      papers.removeFirst()
      used = 0
    }
    return paper
  }

  private func cell(_ ballot: Ballot, _ name: Int) -> String {
    let inFavour = ballot.inFavour.contains(name)
    if style.form == .strikeOut { return inFavour ? "1" : "0" }
    switch (inFavour, ballot.against.contains(name)) {
    case (true, false): return "1"
    case (false, true): return "0"
    case (true, true): return "b"
    case (false, false): return "n"
    }
  }
}
