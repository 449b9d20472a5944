import BallotFiles
import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Reports
import Rulebooks
import Tallying

/// `explain`: why a person is elected or not, or what one line of a ballot file counts for.
struct ExplainCommand {
  static let declaration = Command(
    name: "explain",
    summary: Phrase(
      vi: "Giải thích vì sao một người trúng cử hay không, hoặc một dòng phiếu được tính thế nào.",
      en: "Explains why a person is elected or not, or how one line of a ballot file counts."),
    discussion: Phrase(
      vi: "Dòng phiếu được đọc lại từ tệp phiếu cạnh tệp bầu cử. Dòng 1 là dòng tiêu đề.",
      en: "The line is read from the ballot file beside the election file. Line 1 is the header."),
    arguments: [Argument("RESULT", help: Phrase(vi: "Tệp kết quả.", en: "The result file."))],
    options: [
      Option(
        "candidate", .integer("N", 1...ElectionLimits.candidates),
        help: Phrase(vi: "Số của người trên phiếu.", en: "The person's number on the ballot.")),
      Option(
        "ballot", .text("FILE:LINE"),
        help: Phrase(vi: "Tệp phiếu và số dòng.", en: "A ballot file and the number of a line.")),
      Option(
        "contest", .text("ID"),
        help: Phrase(vi: "Cuộc bầu, nếu kết quả có nhiều.", en: "The contest, where the result has several.")),
      Option(
        "election", .text("FILE"),
        help: Phrase(
          vi: "Tệp bầu cử; nếu không ghi thì là election.json cạnh kết quả.",
          en: "The election file; without it, election.json beside the result.")),
    ])

  private let command: ParsedCommand
  private let shell: Shell
  private let path: String

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
    path = command.argument("RESULT")
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let result = try LoadedResult.read(path).result
    switch (command.integer("candidate"), command.value("ballot")) {
    case (let number?, nil): return try candidate(number, result)
    case (nil, let place?): return try ballot(place, result)
    default:
      throw usage(
        Phrase(
          vi: "cần --candidate hoặc --ballot, một trong hai", en: "either --candidate or --ballot is needed"))
    }
  }

  private func candidate(_ number: Int, _ result: ElectionResult) throws(CommandFailure) -> ExitStatus {
    let contest = try choose(command.value("contest"), among: result.contests, \.id, command: command.name)
    guard contest.candidates.contains(where: { $0.candidate.number == number }) else {
      let last = contest.candidates.count
      throw usage(
        Phrase(vi: "danh sách có các số từ 1 đến \(last)", en: "the list has the numbers from 1 to \(last)"))
    }
    return shell.output(CandidateReceipt.text(number, contest, of: result, shell.language))
  }

  private func ballot(_ place: String, _ result: ElectionResult) throws(CommandFailure) -> ExitStatus {
    guard let colon = place.lastIndex(of: ":"), let number = Int(place[place.index(after: colon)...]),
      number > 0
    else {
      throw usage(
        Phrase(
          vi: "--ballot cần tên tệp, dấu hai chấm và số dòng",
          en: "--ballot needs a file, a colon and the number of a line"))
    }
    let name = String(place[..<colon])
    let counted = result.contests.filter { $0.files.contains { $0.file.name == name } }
    guard !counted.isEmpty else {
      throw usage(Phrase(vi: "kết quả không có tệp phiếu này", en: "the result has no such ballot file"))
    }
    let decided = try choose(command.value("contest"), among: counted, \.id, command: command.name)
    let loaded = try LoadedElection.load(
      command.value("election") ?? join(directory(of: path), "election.json"))
    guard let contest = loaded.election.contests.first(where: { $0.id == decided.id }) else {
      throw usage(
        Phrase(
          vi: "tệp bầu cử không có cuộc bầu «\(visible(decided.id))»",
          en: "the election file has no contest '\(visible(decided.id))'"))
    }
    var log = FaultLog()
    guard let file = locate(name, in: loaded.folder, &log) else { throw .faults(log) }
    let read: BallotLine?
    do throws(FileFailure) {
      if try Self.digest(of: file) != decided.files.first(where: { $0.file.name == name })?.file.sha256 {
        shell.note(
          Phrase(
            vi:
              "Chú ý: \(visible(name)) không đúng là tệp mà kết quả đã đếm (mã SHA-256 khác, hoặc kết quả không có mã).\n",
            en:
              "Note: \(visible(name)) is not the very file that the result counted (another SHA-256, or the result has none).\n"
          )[
            shell.language])
      }
      var input = try InputFile(path: file, allowsPipes: false)
      read = try BallotLine.read(&input, name: name, style: BallotStyle(contest), line: number)
    } catch {
      throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: name))]))
    }
    guard let read else {
      throw usage(
        Phrase(
          vi: "\(visible(name)) không có phiếu ở dòng \(number); tệp .kpb thì dùng convert để có tệp văn bản",
          en: "\(visible(name)) has no ballot on line \(number); of a .kpb file, make text by convert"))
    }
    let receipt = BallotReceipt(
      line: read, contest: contest, rulebook: loaded.document.rulebook, language: shell.language)
    return shell.output(receipt.text())
  }

  private static func digest(of path: String) throws(FileFailure) -> String {
    var file = try InputFile(path: path, allowsPipes: false)
    var hash = SHA256()
    var bytes: [UInt8] = []
    while try file.read(into: &bytes, upTo: 1 << 18) > 0 {
      hash.update(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    return hash.finalize().hex
  }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }
}
