import Elections
import Faults
import Typesetting

/// The list of candidates for the wall (danh sách bầu cử niêm yết), in ballot order, with the columns that the election file fills.
struct WallList {
  private let election: Election
  private let contest: Contest
  private let language: Language

  init(_ election: Election, _ contest: Contest, _ language: Language) {
    self.election = election
    self.contest = contest
    self.language = language
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  /// Whether the list lies on its long side, as two columns of words need.
  var isWide: Bool { columns.count { $0.kind == "words" } > 1 }

  /// What the election file says of somebody on the list.
  private var columns: [Column] {
    Self.details.filter { column in
      contest.candidates.contains { column.value($0, language) != nil }
    }
  }

  func html() -> HTML {
    let organization = [
      HTML("p", ["class": "organization"], text: visible(election.organization, limit: 1000))
    ]
    return HTML(
      "article", ["class": isWide ? "wall wide" : "wall"],
      [
        PaperHeading.html(election, left: organization, language),
        HTML("h1", text: say("DANH SÁCH BẦU CỬ", "LIST OF CANDIDATES")),
        HTML("p", ["class": "title"], words: visible(contest.title, limit: 1000)),
        HTML(
          "p", ["class": "congress"],
          words: Meeting(of: contest.electorate.body, election).full[language] + say(", nhiệm kỳ ", ", term ")
            + visible(election.term, limit: 1000)),
        HTML("p", ["class": "facts"], text: facts),
        table(),
      ])
  }

  private var facts: String {
    say(
      "Bầu \(contest.seats) người trong danh sách \(contest.candidates.count) người; \(contest.form.words.vi). Thứ tự như trên phiếu bầu.",
      "\(contest.seats) to be elected of \(several(contest.candidates.count, "name")); \(contest.form.words.en). In the order of the ballot."
    )
  }

  /// What of the end of the list stays on one page with the signature.
  private static let rowsWithSignature = 3

  /// A column with its heading and what it says of a candidate.
  private struct Column: Sendable {
    var heading: Phrase
    /// The class that gives the column its width.
    var kind: String
    var value: @Sendable (Candidate, Language) -> String?
  }

  private static let details = [
    Column(heading: Phrase(vi: "Ngày sinh", en: "Born"), kind: "born") { $0.birthDate?.words($1) },
    Column(heading: Phrase(vi: "Nam, nữ", en: "Gender"), kind: "gender") { candidate, language in
      candidate.gender.map { gender in
        (gender == .male ? Phrase(vi: "Nam", en: "male") : Phrase(vi: "Nữ", en: "female"))[language]
      }
    },
    Column(heading: Phrase(vi: "Dân tộc", en: "Ethnic group"), kind: "group") { candidate, _ in
      candidate.ethnicity
    },
    Column(heading: Phrase(vi: "Đơn vị", en: "Unit"), kind: "words") { candidate, _ in candidate.unit },
    Column(heading: Phrase(vi: "Tái cử", en: "Stands again"), kind: "again") { candidate, language in
      candidate.incumbent == true ? Phrase(vi: "có", en: "yes")[language] : nil
    },
    Column(heading: Phrase(vi: "Ghi chú", en: "Remarks"), kind: "words") { candidate, _ in candidate.note },
  ]

  /// The names, and below the last of them the signature, which never stands on a page alone.
  private func table() -> HTML {
    let columns = self.columns
    let headings =
      [HTML.columnHead(say("Số", "No."), "number"), HTML.columnHead(say("Họ và tên", "Name"), "name")]
      + columns.map { HTML.columnHead($0.heading[language], "detail") }
    // The name takes what is left, unless other words need it too.
    let name = columns.contains { $0.kind == "words" } ? "person" : ""
    let widths = (["order", name] + columns.map(\.kind)).map { HTML("col", ["class": $0]) }
    let rows = contest.candidates.map { row($0, columns) }
    let first = max(0, rows.count - Self.rowsWithSignature)
    let bodies =
      (first > 0 ? [HTML("tbody", Array(rows[..<first]))] : [])
      + [HTML("tbody", ["class": "end"], rows[first...] + [signature(columns: headings.count)])]
    return HTML("table", [HTML("colgroup", widths), HTML("thead", [HTML("tr", headings)])] + bodies)
  }

  private func row(_ candidate: Candidate, _ columns: [Column]) -> HTML {
    HTML(
      "tr",
      [
        HTML("td", ["class": "number"], text: "\(candidate.number)"),
        HTML("th", ["scope": "row", "class": "name"], text: visible(candidate.name, limit: 1000)),
      ]
        + columns.map {
          HTML(
            "td", ["class": "detail " + $0.kind],
            words: visible($0.value(candidate, language) ?? "", limit: 1000))
        })
  }

  private func signature(columns: Int) -> HTML {
    HTML(
      "tr",
      [
        HTML(
          "td", ["class": "signing", "colspan": "\(columns)"],
          [
            HTML(
              "div", ["class": "signature"],
              [
                HTML("p", text: contest.electorate.body.chair[language]),
                HTML("p", ["class": "quiet"], text: say("(ký, ghi rõ họ tên)", "(signature and name)")),
              ])
          ])
      ])
  }
}
