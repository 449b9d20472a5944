import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Reports

/// `ballot`: the ballot papers to print, the list for the wall, and sheets for counting by hand.
struct BallotCommand {
  static let declaration = Command(
    name: "ballot",
    summary: Phrase(
      vi: "Lập phiếu bầu để in, danh sách niêm yết, hoặc tờ kiểm phiếu bằng tay, ở dạng HTML.",
      en: "Makes the ballot papers to print, the list for the wall, or sheets for counting by hand, in HTML."),
    discussion: Phrase(
      vi:
        "Chỉ cần tệp bầu cử, không cần tệp phiếu. Mọi tờ phiếu giống hệt nhau, không có số. Mở bằng trình duyệt rồi in ở cỡ 100%, không lề thêm.",
      en:
        "Needs the election file alone, no ballot files. All papers are the same and bear no number. Open it in a browser and print it at 100%, without margins of the browser's own."
    ),
    arguments: [
      Argument(
        "ELECTION", help: Phrase(vi: "Tệp bầu cử (election.json).", en: "The election file (election.json)."))
    ],
    options: [
      Option(
        "contest", .text("ID"),
        help: Phrase(
          vi: "Cuộc bầu, nếu tệp có nhiều.", en: "The contest, where the file has several.")),
      Option(
        "document", .choice("KIND", BallotPapers.Document.allCases.map(\.rawValue)),
        help: Phrase(
          vi: "Phiếu bầu (ballot), danh sách niêm yết (list), hoặc tờ kiểm phiếu (tally).",
          en: "The ballot papers (ballot), the list for the wall (list), or counting sheets (tally)."),
        defaultValue: BallotPapers.Document.ballot.rawValue),
      Option(
        "paper", .choice("SIZE", BallotPapers.Paper.allCases.map(\.rawValue)),
        help: Phrase(
          vi: "Cỡ phiếu: a5 là hai phiếu trên một tờ A4 cắt đôi, a4 là một phiếu một tờ.",
          en: "The size of a ballot: a5 is two on an A4 to be cut, a4 is one on each."),
        defaultValue: BallotPapers.Paper.a5.rawValue),
      Option(
        "bundle", .integer("N", 1...10_000),
        help: Phrase(
          vi: "Số phiếu của một xấp, cho tờ kiểm phiếu.", en: "Papers in a bundle, for counting sheets."),
        defaultValue: "50"),
      Option(
        "out", .output("FILE"),
        help: Phrase(
          vi: "Tệp được ghi; không có thì in ra đầu ra chuẩn.",
          en: "The file to write; without it, standard output.")),
    ])

  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let path = command.argument("ELECTION")
    let document = command.value("document").flatMap(BallotPapers.Document.init) ?? .ballot
    try refuse("paper", unless: document == .ballot)
    try refuse("bundle", unless: document == .tally)
    let loaded = try LoadedElection.load(path)
    let contest = try choose(
      command.value("contest"), among: loaded.election.contests, \.id, command: command.name)
    let (html, note) = page(document, loaded, contest)
    guard let out = command.value("out") else { return shell.output(html) }
    let ballots = loaded.election.contests.flatMap(\.ballots.files).map { join(directory(of: path), $0) }
    try shell.write(Array(html.utf8), to: out, inputs: loaded.evidence.paths + ballots)
    if let note { shell.note(note[shell.language] + "\n") }
    return .ok
  }

  /// The page, and what the board should know for printing it.
  private func page(
    _ document: BallotPapers.Document, _ loaded: LoadedElection, _ contest: Contest
  ) -> (html: String, note: Phrase?) {
    let (election, language) = (loaded.election, shell.language)
    switch document {
    case .ballot:
      let paper = command.value("paper").flatMap(BallotPapers.Paper.init) ?? .a5
      let (html, pages) = BallotPapers.ballot(election, contest, loaded.rulebook, on: paper, language)
      let copies = (contest.electorate.present + paper.copies - 1) / paper.copies
      return (
        html,
        Phrase(
          vi:
            "Mỗi phiếu \(pages) trang, \(paper.copies) phiếu một tờ A4: in \(copies) bản cho \(contest.electorate.present) người có mặt",
          en:
            "\(several(pages, "page")) a ballot, \(paper.copies) on an A4: print \(copies) copies for the \(contest.electorate.present) present"
        )
      )
    case .list:
      return (BallotPapers.list(election, contest, language), nil)
    case .tally:
      let bundle = command.integer("bundle") ?? 50
      return (BallotPapers.tally(election, contest, bundle: bundle, language), nil)
    }
  }

  /// An option that would do nothing is refused, so that nobody waits for what it was to do.
  private func refuse(_ option: String, unless isUsed: Bool) throws(CommandFailure) {
    guard !isUsed, command.isGiven(option) else { return }
    let document = command.value("document") ?? ""
    throw .usage(
      UsageError(
        Phrase(
          vi: "--\(option) không dùng cùng với --document \(document)",
          en: "--\(option) does not go with --document \(document)"),
        command: command.name))
  }
}
