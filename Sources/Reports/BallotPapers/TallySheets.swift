import Elections
import Faults
import Typesetting

/// Sheets for counting by hand: for each bundle of papers the names with squares to be drawn, a stroke for a vote, four sides and the diagonal.
///
/// Each sheet has squares for as many votes as its bundle has papers, and carries the sum of the sheets before.
struct TallySheets {
  /// A square with the room around it, and what stands between groups of five squares, in tenths of a millimetre.
  private static let (square, gap) = (62, 18)
  /// Squares on a line: two groups of ten votes, twice.
  private static let squaresOnLine = 20
  /// What a page in landscape holds below its heading; the last of a bundle holds the account of the ballots too.
  private static let (room, account) = (1620, 270)
  private static let nameColumns = 34

  private let election: Election
  private let contest: Contest
  private let bundle: Int
  private let language: Language

  /// - Parameter bundle: the papers of a bundle, at least 1.
  init(_ election: Election, _ contest: Contest, bundle: Int, _ language: Language) {
    self.election = election
    self.contest = contest
    self.bundle = bundle
    self.language = language
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  /// How many bundles those present can fill.
  private var bundles: Int { max(1, (contest.electorate.present + bundle - 1) / bundle) }

  private var squares: Int { (bundle + 4) / 5 }
  private var lines: Int { (squares + Self.squaresOnLine - 1) / Self.squaresOnLine }

  func sheets() -> [HTML] {
    let pages = self.pages()
    let rows = contest.candidates.map(row)
    return (1...bundles).flatMap { number in
      pages.enumerated().map { index, page in
        sheet(number, page: index + 1, of: pages.count, Array(rows[page]))
      }
    }
  }

  /// The names on each page of a bundle; the last has the account of the ballots below them.
  private func pages() -> [Range<Int>] {
    let heights = contest.candidates.map { candidate in
      max(lines * Self.square, lineCount(candidate.name, columns: Self.nameColumns) * 48) + 16
    }
    return pagedEvenly(heights, capacity: Self.room - Self.account)
  }

  private func sheet(_ number: Int, page: Int, of pages: Int, _ rows: [HTML]) -> HTML {
    let place =
      say("Xấp \(number)/\(bundles)", "Bundle \(number)/\(bundles)")
      + (pages > 1 ? say(" · trang \(page)/\(pages)", " · page \(page)/\(pages)") : "")
    return HTML(
      "section", ["class": "tally"],
      [
        HTML(
          "header",
          [
            HTML(
              "div",
              [
                HTML("p", ["class": "organization"], text: clipped(meeting, columns: 80)),
                HTML(
                  "p", ["class": "title"],
                  words: say("TỜ KIỂM PHIẾU · ", "COUNTING SHEET · ") + clipped(contest.title, columns: 80)),
                HTML("p", text: howTo),
              ]),
            HTML("div", [HTML("p", ["class": "place"], text: place), Self.legend]),
          ]),
        HTML("table", [head(), HTML("tbody", rows)]),
      ] + (page == pages ? [account()] : []))
  }

  private var meeting: String { Meeting(of: contest.electorate.body, election).full[language] }

  private var howTo: String {
    say(
      "Mỗi phiếu bầu một nét, đủ năm nét một ô; chỉ ghi phiếu hợp lệ. Tờ này đủ cho \(bundle) phiếu.",
      "A stroke for each vote, five to a square; valid ballots only. This sheet has room for \(several(bundle, "ballot"))."
    )
  }

  private func head() -> HTML {
    let carried = say("Xấp trước chuyển sang", "Carried over")
    let headings = [
      (say("Số", "No."), "number"), (say("Họ và tên", "Name"), "name"),
      (contest.form == .agreeDisagree ? say("Đồng ý", "Agree") : say("Phiếu bầu", "Votes"), "strokes"),
      (say("Cộng xấp này", "This bundle"), "sum"), (carried, "sum"), (say("Cộng dồn", "So far"), "sum"),
    ]
    return HTML(
      "thead",
      [HTML("tr", headings.map { HTML.columnHead($0.0, $0.1) })])
  }

  private func row(_ candidate: Candidate) -> HTML {
    let blank = HTML("td", ["class": "sum"], [])
    return HTML(
      "tr",
      [
        HTML("td", ["class": "number"], text: "\(candidate.number)"),
        HTML("th", ["scope": "row", "class": "name"], text: visible(candidate.name, limit: 1000)),
        HTML("td", ["class": "strokes"], [boxes]), blank, blank, blank,
      ])
  }

  // MARK: Squares

  /// The dotted squares of one name, line by line.
  private var boxes: HTML {
    let width = min(squares, Self.squaresOnLine)
    var lines: [HTML] = []
    for line in 0..<self.lines {
      let count = min(Self.squaresOnLine, squares - line * Self.squaresOnLine)
      lines.append(
        HTML(
          "rect",
          [
            "x": "0", "y": "\(line * Self.square)", "width": "\(Self.length(count))",
            "height": "\(Self.square)", "fill": "url(#five)",
          ]))
    }
    return Self.drawing(width: Self.length(width), height: self.lines * Self.square, lines)
  }

  /// What so many squares take, with the gaps between groups of five.
  private static func length(_ squares: Int) -> Int { squares * square + (squares - 1) / 5 * gap }

  private static func drawing(width: Int, height: Int, _ parts: [HTML]) -> HTML {
    func millimetres(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)mm" }
    return HTML(
      "svg",
      [
        "width": millimetres(width), "height": millimetres(height), "viewBox": "0 0 \(width) \(height)",
        "aria-hidden": "true",
      ], parts)
  }

  /// Five squares and a gap, once for all sheets.
  static let pattern = HTML(
    "svg", ["class": "defs", "width": "0", "height": "0", "aria-hidden": "true"],
    [
      HTML(
        "defs",
        [
          HTML(
            "pattern",
            [
              "id": "five", "width": "\(5 * square + gap)", "height": "\(square)",
              "patternUnits": "userSpaceOnUse",
            ],
            (0..<5).map {
              HTML(
                "rect",
                ["class": "guide", "x": "\($0 * square + 5)", "y": "6", "width": "50", "height": "50"])
            })
        ])
    ])

  /// How the strokes follow each other: one to five.
  private static let legend: HTML = {
    let strokes = ["M8 68 V8", "H68", "V68", "H8", "L68 8"]
    let drawings = (1...5).map { count in
      HTML(
        "g",
        [
          HTML(
            "path",
            [
              "class": "drawn", "transform": "translate(\((count - 1) * 110) 0)",
              "d": strokes.prefix(count).joined(separator: " "),
            ])
        ])
    }
    return drawing(width: 5 * 110, height: 76, drawings)
  }()

  // MARK: The account

  /// The ballots of the bundle, valid and not, and who counted.
  private func account() -> HTML {
    let labels = [
      say("Số phiếu của xấp", "Ballots of the bundle"), say("Hợp lệ", "Valid"),
      say("Không hợp lệ", "Invalid"),
    ]
    let grounds = contest.grounds + [.other]
    func blank(_ label: String) -> HTML {
      HTML("p", [.text(label), HTML("span", ["class": "line"], [])])
    }
    let people = [say("Người đọc", "Reader"), say("Người ghi", "Writer"), say("Người kiểm tra", "Checker")]
    return HTML(
      "footer",
      [
        HTML("div", ["class": "account"], labels.map(blank)),
        HTML("div", ["class": "account grounds"], grounds.map { blank($0.words[language]) }),
        HTML("div", ["class": "account people"], people.map(blank)),
      ])
  }
}
