/// The measures of a ballot paper, in tenths of a millimetre and of a point, by which names are put on columns and pages, and which its style
/// sheet is written from.
///
/// Lines are counted by letters of Times, a little wider than they are; a page of other fonts may need more, and grows.
struct BallotLayout {
  let paper: BallotPapers.Paper

  init(_ paper: BallotPapers.Paper) {
    self.paper = paper
  }

  private var isA4: Bool { paper == .a4 }

  // MARK: The page

  /// The paper, a hair less high than A4 so that no page runs over.
  var paperHeight: Int { isA4 ? 2960 : 2090 }
  var padding: (top: Int, side: Int, bottom: Int) { isA4 ? (140, 160, 110) : (80, 100, 70) }
  private var width: Int { (isA4 ? 2100 : 1485) - 2 * padding.side }
  /// What stands between the margins, with a little left over.
  private var height: Int { paperHeight - padding.top - padding.bottom - 40 }

  // MARK: Letters

  /// Sizes of letters, in tenths of a point.
  var text: Int { isA4 ? 130 : 110 }
  var small: Int { isA4 ? 110 : 95 }
  var name: Int { isA4 ? 140 : 120 }
  var heading: Int { isA4 ? 200 : 160 }

  private func lineHeight(_ size: Int) -> Int { size * 45 / 100 }

  private func columns(_ width: Int, _ size: Int, isBold: Bool = false) -> Int {
    max(1, width * 100 / (size * (isBold ? 19 : 17)))
  }

  private func height(_ text: String, _ width: Int, _ size: Int, isBold: Bool = false) -> Int {
    lineCount(text, columns: columns(width, size, isBold: isBold)) * lineHeight(size)
  }

  // MARK: Above and below the names

  /// The stamp, which is round and 30 to 34 mm wide, with the title beside it.
  let stamp = 340
  let gap = 40

  /// The heading: the organization beside the Party, the stamp beside the title.
  func head(organization: String, placeAndDate: String, titles: [(text: String, isBold: Bool)]) -> Int {
    let half = (width - gap) / 2
    let top = max(
      height(organization, half, text, isBold: true),
      lineHeight(text) + 15 + height(placeAndDate, half, text))
    let beside = width - stamp - gap
    let title =
      20 + lineHeight(heading)
      + titles.reduce(0) { $0 + height($1.text, beside, $1.isBold ? name : text, isBold: $1.isBold) }
    return top + max(stamp + 30, title)
  }

  /// The instruction, between lines; on a further page, which has none, the line below the heading.
  func instruction(_ sentences: [String]) -> Int {
    (sentences.isEmpty ? 50 : 80) + sentences.reduce(0) { $0 + height($1, width, text, isBold: true) }
  }

  /// What makes a ballot invalid, below the names, and which page it is.
  func foot(_ sentences: [String]) -> Int {
    (sentences.isEmpty ? 0 : 40) + sentences.reduce(0) { $0 + height($1, width, small) } + 20
      + lineHeight(small)
  }

  /// What is left for names on a page with so much above and below them.
  func room(_ taken: Int) -> Int { height - taken }

  // MARK: Names

  let columnGap = 60
  /// Above and below a name.
  var rowPadding: Int { isA4 ? 15 : 9 }
  var numberWidth: Int { isA4 ? 120 : 100 }
  /// A box with its heading, on an agree/disagree ballot.
  var boxWidth: Int { isA4 ? 300 : 240 }
  /// A box with the line below it.
  private static let boxHeight = 58
  /// The heading of the names on an agree/disagree ballot.
  var tableHead: Int { lineHeight(text) + 20 }

  /// The height of a name, with what tells it apart below it.
  ///
  /// - Parameters:
  ///   - size: of the letters of the name.
  ///   - columns: how many columns of names the page has.
  ///   - boxes: how many boxes stand beside the name.
  func row(_ name: String, _ size: Int, detail: String?, columns: Int, boxes: Int) -> Int {
    let width = (self.width - (columns - 1) * columnGap) / columns - boxes * boxWidth - numberWidth - 20
    return max(
      height(name, width, size) + (detail.map { height($0, width, small) } ?? 0),
      boxes > 0 ? Self.boxHeight : 0)
      + 2 * rowPadding
  }

  /// Sizes of letters for a name, the usual one first. The others are for names that would be higher than a page, which no person has
  /// and a file may.
  var nameSizes: [Int] { [name, small, 70, 50, 35] }

  /// The highest row for which two columns are taken: three lines of a name.
  var highestInTwoColumns: Int { 3 * lineHeight(name) + 2 * rowPadding }
}
