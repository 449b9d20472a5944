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

  func html() -> HTML {
    let organization = [
      HTML("p", ["class": "organization"], text: visible(election.organization, limit: 1000))
    ]
    return HTML(
      "article", ["class": "wall"],
      [
        PaperHeading.html(election, left: organization, language),
        HTML("h1", text: say("DANH SÁCH BẦU CỬ", "LIST OF CANDIDATES")),
        HTML("p", ["class": "title"], words: visible(contest.title, limit: 1000)),
        HTML(
          "p", ["class": "congress"],
          words: visible(election.congress, limit: 1000) + say(", nhiệm kỳ ", ", term ")
            + visible(election.term, limit: 1000)),
        HTML("p", ["class": "facts"], text: facts),
        table(),
        HTML(
          "div", ["class": "signature"],
          [
            HTML("p", text: say("T/M ĐOÀN CHỦ TỊCH", "ON BEHALF OF THE PRESIDIUM")),
            HTML("p", ["class": "quiet"], text: say("(ký, ghi rõ họ tên)", "(signature and name)")),
          ]),
      ])
  }

  private var facts: String {
    say(
      "Bầu \(contest.seats) người trong danh sách \(contest.candidates.count) người; \(contest.form.words.vi). Thứ tự như trên phiếu bầu.",
      "\(contest.seats) to be elected of \(several(contest.candidates.count, "name")); \(contest.form.words.en). In the order of the ballot."
    )
  }

  /// A column with its heading and what it says of a candidate.
  private struct Column: Sendable {
    var heading: Phrase
    var value: @Sendable (Candidate, Language) -> String?
  }

  private static let details = [
    Column(heading: Phrase(vi: "Ngày sinh", en: "Born")) { $0.birthDate?.words($1) },
    Column(heading: Phrase(vi: "Nam, nữ", en: "Gender")) { candidate, language in
      candidate.gender.map { gender in
        (gender == .male ? Phrase(vi: "Nam", en: "male") : Phrase(vi: "Nữ", en: "female"))[language]
      }
    },
    Column(heading: Phrase(vi: "Dân tộc", en: "Ethnic group")) { candidate, _ in candidate.ethnicity },
    Column(heading: Phrase(vi: "Đơn vị", en: "Unit")) { candidate, _ in candidate.unit },
    Column(heading: Phrase(vi: "Tái cử", en: "Stands again")) { candidate, language in
      candidate.incumbent == true ? Phrase(vi: "có", en: "yes")[language] : nil
    },
    Column(heading: Phrase(vi: "Ghi chú", en: "Remarks")) { candidate, _ in candidate.note },
  ]

  private func table() -> HTML {
    let columns = Self.details.filter { column in
      contest.candidates.contains { column.value($0, language) != nil }
    }
    let headings =
      [HTML.columnHead(say("Số", "No."), "number"), HTML.columnHead(say("Họ và tên", "Name"), "name")]
      + columns.map { HTML.columnHead($0.heading[language], "detail") }
    let rows = contest.candidates.map { candidate in
      HTML(
        "tr",
        [
          HTML("td", ["class": "number"], text: "\(candidate.number)"),
          HTML("th", ["scope": "row", "class": "name"], text: visible(candidate.name, limit: 1000)),
        ]
          + columns.map {
            HTML("td", ["class": "detail"], text: visible($0.value(candidate, language) ?? "", limit: 1000))
          })
    }
    return HTML("table", [HTML("thead", [HTML("tr", headings)]), HTML("tbody", rows)])
  }
}
