import BallotFiles
import CanonicalJSON
import CommandLineKit
import Documents
import Elections
import Entries
import Faults
import Machine
import Tallying

/// `reconcile`: compares independent entries of the same ballots.
struct ReconcileCommand {
  static let declaration = Command(
    name: "reconcile",
    summary: Phrase(
      vi: "So từng phiếu của hai hoặc ba lượt nhập độc lập.",
      en: "Compares two or three independent entries of the same ballots, paper by paper."),
    discussion: Phrase(
      vi: """
        Mỗi chỗ khác nhau được nêu theo xấp và thứ tự trong xấp, với từng lượt nhập đọc ra sao, để ban kiểm phiếu lấy đúng tờ phiếu đó ra xem. Một phiếu bị bỏ sót hay nhập hai lần không làm các phiếu sau nó bị coi là khác.
        Có --out thì chương trình hỏi từng chỗ: gõ a, b hoặc c nếu lượt nhập đó đúng; - nếu không có phiếu đó; hoặc gõ đúng như trên phiếu, như khi nhập. Quyết định xong mọi chỗ mới ghi FILE, và FILE.origin.json: đã so những tệp nào, mỗi lượt đọc ra sao, ban quyết định thế nào. Với ba lượt, ý của hai lượt chỉ là đề nghị.
        """,
      en: """
        Each difference is named by bundle and place in it, with what every entry reads there, so that the board takes out that one paper. A paper left out or typed twice does not make those behind it different.
        With --out the program asks at each difference: type a, b or c where that entry is right; - where there is no such paper; or what the paper says, as in entering. Once all are decided it writes FILE, and FILE.origin.json: what was compared, what each read, what the board decided. Of three entries, what two say is a proposal only.
        """),
    arguments: [
      Argument(
        "FILE", help: Phrase(vi: "Tệp phiếu của một lượt nhập.", en: "The ballot file of one entry."),
        count: 2...3)
    ],
    options: [
      Option(
        "out", .output("FILE"),
        help: Phrase(vi: "Tệp phiếu thống nhất được ghi.", en: "The agreed ballot file to write.")),
      Option(
        "election", .text("ELECTION"),
        help: Phrase(
          vi: "Tệp bầu cử, nếu các tệp không có nhật ký nhập phiếu bên cạnh.",
          en: "The election file, where the files have no entry log beside them.")),
      Option(
        "contest", .text("ID"), help: Phrase(vi: "Cuộc bầu trong tệp bầu cử.", en: "The contest in it.")),
      Option(
        "json",
        help: Phrase(
          vi: "In các chỗ khác nhau dạng JSON, không hỏi.",
          en: "Print the differences as JSON, and do not ask.")),
    ])

  private let command: ParsedCommand
  private let shell: Shell
  private let paths: [String]

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
    paths = command.arguments("FILE")
  }

  func run() throws(CommandFailure) -> ExitStatus {
    if command.flag("json"), command.isGiven("out") {
      throw usage(Phrase(vi: "--json không đi cùng --out", en: "--json does not go with --out"))
    }
    let out = command.value("out")
    if let out { try refuse(out) }
    let files = try files()
    let style = try style(files)
    var log = FaultLog()
    let entries = files.map { EntryReading($0, style, &log) }
    guard log.isEmpty else { throw .faults(log) }
    guard let found = Reconciliation(entries.map(\.listing.ballots), style) else {
      let place = FaultPlace(file: paths[paths.count - 1])
      throw .faults(FaultLog([Fault(EntryReadingFault.otherPapers, at: place)]))
    }
    let stamps = entries.map(\.stamp)
    let isRehearsal = entries.contains { $0.listing.isRehearsal }
    let words = DifferenceWords(found, names: paths.map { lastComponent(of: $0) }, style, shell.language)
    if command.flag("json") {
      let record = ReconciliationRecord(
        entries: stamps, reconciliation: found, rulings: [], list: nil, isRehearsal: isRehearsal)
      let status = shell.output(record.json.canonicalBytes())
      return status == .ok && !found.differences.isEmpty ? .negative : status
    }
    guard let out else {
      let status = shell.output(words.report())
      return status == .ok && !found.differences.isEmpty ? .negative : status
    }
    guard let rulings = try RulingSession(found, words, shell).ask() else { return .negative }
    let ballots = found.ballots(rulings)
    let list = Array(ballots.markList(style, isRehearsal: isRehearsal).utf8)
    let record = ReconciliationRecord(
      entries: stamps, reconciliation: found, rulings: rulings,
      list: FileStamp(
        name: lastComponent(of: out), bytes: list.count, digest: SHA256.digest(of: list),
        ballots: ballots.count),
      isRehearsal: isRehearsal)
    // The origin first: a list is never without it.
    try write(record.json.canonicalBytes(), to: Self.originPath(out))
    try write(list, to: out)
    shell.note(words.written(ballots.count, to: out))
    return .ok
  }

  /// Where the origin of an agreed list lies.
  static func originPath(_ path: String) -> String { path + ".origin.json" }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }

  // MARK: Files

  private func refuse(_ out: String) throws(CommandFailure) {
    let inputs = paths + paths.map(EntryFiles.logPath) + (command.value("election").map { [$0] } ?? [])
    for output in [out, Self.originPath(out)] {
      do throws(FileFailure) {
        for input in inputs {
          if try !sameFile(output, input) { continue }
          throw FileFailure(.write, path: output, errno: 0)
        }
      } catch {
        throw error.errno == 0 ? .wouldOverwriteInput(output) : .output(error)
      }
      // Found out now, not when the board has decided everything.
      do throws(FileFailure) {
        _ = try NewFile(replacing: output)
      } catch {
        throw .output(error)
      }
    }
    // Its log would speak of another list.
    if try isPresent(EntryFiles.logPath(out)) { throw .wouldOverwriteInput(out) }
    if try isPresent(Self.originPath(out)) { throw .wouldOverwriteRulings(out) }
  }

  private func files() throws(CommandFailure) -> [FileBytes] {
    var log = FaultLog()
    var files: [FileBytes] = []
    for (index, path) in paths.enumerated() {
      do throws(FileFailure) {
        for other in paths[..<index] {
          if try sameFile(path, other) {
            log.append(Fault(EntryReadingFault.sameFile, at: FaultPlace(file: path)))
          }
        }
        files.append(FileBytes(path: path, bytes: try readWhole(path, limit: EntryReading.mostBytes)))
      } catch {
        log.append(Fault(OpeningFault.failed(error), at: FaultPlace(file: path)))
      }
    }
    guard log.isEmpty else { throw .faults(log) }
    return files
  }

  // MARK: The ballots

  /// Of which contest the ballots are: what the command line says, what the logs say, or what the headers show.
  private func style(_ files: [FileBytes]) throws(CommandFailure) -> BallotStyle {
    var openings: [EntryOpening] = []
    for file in files {
      if let opening = try EntryLogBeside.opening(of: file) { openings.append(opening) }
    }
    if let first = openings.first,
      !openings.allSatisfy({ $0.contest == first.contest && $0.style == first.style && $0.list == first.list }
      )
    {
      throw usage(
        Phrase(vi: "các nhật ký thuộc những cuộc bầu khác nhau", en: "the logs are of different contests"))
    }
    if let path = command.value("election") {
      let contests = try LoadedElection.load(path).election.contests
      let contest = try choose(command.value("contest"), among: contests, \.id, command: command.name)
      if let first = openings.first, first.contest != contest.id {
        throw usage(
          Phrase(
            vi: "nhật ký thuộc cuộc bầu \(visible(first.contest)), không phải \(visible(contest.id))",
            en: "the logs are of the contest \(visible(first.contest)), not \(visible(contest.id))"))
      }
      return BallotStyle(contest)
    }
    if let first = openings.first { return first.style }
    guard let style = MarkListShape.style(of: files.map(\.bytes)) else {
      throw usage(
        Phrase(
          vi: "cần --election: tiêu đề của các tệp này chưa đủ rõ để so",
          en: "--election is needed: the headers of these files do not say enough"))
    }
    // What the board types of a paper may stand for all the names.
    if style.form == .agreeDisagree, command.isGiven("out") {
      throw usage(
        Phrase(
          vi: "--out cần --election: không rõ danh sách từ các tệp này",
          en: "--out needs --election: these files do not say how long the list is"))
    }
    return style
  }

  private func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do throws(FileFailure) {
      try replaceFile(at: path, with: bytes)
    } catch {
      throw .output(error)
    }
  }
}
