import CommandLineKit
import Documents
import Elections
import Faults
import Outcomes
import Reports

/// `check`: everything that can be known before the vote.
struct CheckCommand {
  static let declaration = Command(
    name: "check",
    summary: Phrase(
      vi: "Kiểm tra trước khi bỏ phiếu: tệp bầu cử, kế hoạch, số dư, danh sách, trình tự bầu.",
      en: "Checks before the vote: election file, plan, surplus, list, chain of offices."),
    discussion: Phrase(
      vi:
        "Không đọc tệp phiếu. Kết thúc với 0 nếu không thấy gì sai, 1 nếu có điều không đúng quy định, 65 nếu tệp có lỗi.",
      en:
        "Reads no ballots. Ends with 0 where nothing is wrong, 1 where a rule is broken, 65 where a file is at fault."
    ),
    arguments: [
      Argument(
        "ELECTION", help: Phrase(vi: "Tệp bầu cử (election.json).", en: "The election file (election.json)."))
    ])

  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let loaded = try LoadedElection.load(command.argument("ELECTION"))
    let findings = ElectionFindings(loaded, decided: [])
    let previous = try followed(loaded)
    let general = findings.general() + findings.schedule()
    let byContest = loaded.election.contests.enumerated().map { index, contest in
      findings.chain(contest, after: previous[index]) + findings.beforeTheVote(contest)
    }
    let status = shell.output(
      CheckReport.text(
        loaded.election, loaded.rulebook, general: general, byContest: byContest, shell.language))
    if status != .ok { return status }
    return (general + byContest.joined()).contains { $0.code.breaksRule } ? .negative : .ok
  }

  /// For each contest the one that it follows, where that is known before the vote: in an earlier result.
  private func followed(_ loaded: LoadedElection) throws(CommandFailure) -> [DecidedContest?] {
    let document = loaded.document
    var earlier: Set<String> = []
    var previous: [DecidedContest?] = []
    for (index, contest) in loaded.election.contests.enumerated() {
      let isInFile = contest.round.follows.map(earlier.contains) ?? false
      let found =
        isInFile ? nil : document.contestFollowed(by: index, earlier: [], prior: loaded.priorContests)
      if let found { document.checkRound(index, after: found) }
      previous.append(found)
      earlier.insert(contest.id)
    }
    guard document.faults.isEmpty else { throw .faults(document.faults) }
    return previous
  }
}
