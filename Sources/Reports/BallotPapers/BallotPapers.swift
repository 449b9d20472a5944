public import Elections
public import Faults
public import Rulebooks
import Typesetting

/// What a counting board prints before a vote: the ballot papers, the list for the wall, and sheets for counting by hand. HTML pages to print.
public enum BallotPapers {
  /// What is printed.
  public enum Document: String, Sendable, CaseIterable {
    /// The ballot papers (phiếu bầu).
    case ballot
    /// The list of candidates for the wall (danh sách bầu cử niêm yết).
    case list
    /// Sheets for counting by hand in strokes of five.
    case tally
  }

  /// What a ballot paper is printed on.
  public enum Paper: String, Sendable, CaseIterable {
    /// One ballot on an A4.
    case a4
    /// Two ballots side by side on an A4, to be cut apart.
    case a5

    /// Ballots on a sheet of A4.
    public var copies: Int { self == .a5 ? 2 : 1 }
  }

  /// The ballot paper of a contest (R-FORM; 244-QĐ/TW Đ17.1, 190-QĐ/TW Đ15), with room for the stamp.
  ///
  /// Every paper is the same: nothing on it could tell one from another, or whose it was.
  ///
  /// - Returns: the bytes of the page, and how many pages a ballot has.
  public static func ballot(
    _ election: Election, _ contest: Contest, _ rulebook: Rulebook, on paper: Paper, _ language: Language
  ) -> (html: String, pages: Int) {
    let ballot = PrintedBallot(election, contest, rulebook, BallotLayout(paper), language)
    let pages = ballot.pages()
    let sheets = pages.map { page in
      HTML("section", ["class": "sheet \(paper.rawValue)"], Array(repeating: page, count: paper.copies))
    }
    let html = page(
      Phrase(vi: "Phiếu bầu", en: "Ballot"), contest,
      PaperStyle.common + PaperStyle.ballot(BallotLayout(paper)), sheets,
      language)
    return (html, pages.count)
  }

  /// The list of candidates in ballot order, with what the election file says of them.
  public static func list(_ election: Election, _ contest: Contest, _ language: Language) -> String {
    let list = WallList(election, contest, language)
    return page(
      Phrase(vi: "Danh sách bầu cử", en: "List of candidates"), contest,
      PaperStyle.common + PaperStyle.list(isWide: list.isWide), [list.html()], language)
  }

  /// Sheets for counting the votes by hand, one for each bundle: a square of four strokes and its diagonal are five votes.
  ///
  /// - Parameter bundle: the papers of a bundle (xấp), at least 1; there are as many sheets as bundles that those present can fill.
  public static func tally(_ election: Election, _ contest: Contest, bundle: Int, _ language: Language)
    -> String
  {
    page(
      Phrase(vi: "Tờ kiểm phiếu", en: "Counting sheet"), contest, PaperStyle.common + PaperStyle.tally,
      [TallySheets.pattern] + TallySheets(election, contest, bundle: bundle, language).sheets(), language)
  }

  private static func page(
    _ kind: Phrase, _ contest: Contest, _ style: String, _ body: [HTML], _ language: Language
  ) -> String {
    HTMLPage(
      title: kind[language] + ": " + visibleLine(contest.title), language: language, style: style,
      body: [HTML("main", body)]
    ).text()
  }
}

/// The heading of the Party's papers: the organization on the left, the Party on the right, place and date below it.
enum PaperHeading {
  static func html(_ election: Election, left: [HTML], _ language: Language) -> HTML {
    HTML(
      "header",
      [
        HTML("div", left),
        HTML(
          "div",
          [
            HTML(
              "p", ["class": "party"],
              text: Phrase(vi: "ĐẢNG CỘNG SẢN VIỆT NAM", en: "COMMUNIST PARTY OF VIETNAM")[language]),
            HTML("p", ["class": "date"], text: placeAndDate(election, language)),
          ]),
      ])
  }

  /// The place and the day, as papers of an office write them.
  static func placeAndDate(_ election: Election, _ language: Language) -> String {
    return [election.place.map { clipped($0, columns: 60) }, election.date.unbroken[language]].compactMap {
      $0
    }
    .joined(separator: ", ")
  }
}
