import BallotFiles
import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Outcomes
import Reports

/// `count`: loads, counts and decides.
struct CountCommand {
  static let declaration = Command(
    name: "count",
    summary: Phrase(
      vi: "Đọc, kiểm phiếu và xác định kết quả.", en: "Loads, counts and decides."),
    discussion: Phrase(
      vi:
        "Đọc tệp bầu cử và các tệp phiếu nêu trong đó, in bảng kết quả. Tệp có lỗi thì liệt kê mọi lỗi và không có kết quả.",
      en:
        "Reads an election file and the ballot files that it names, and prints the result. Where a file is at fault, every fault is listed and there is no result."
    ),
    arguments: [
      Argument(
        "ELECTION", help: Phrase(vi: "Tệp bầu cử (election.json).", en: "The election file (election.json)."))
    ],
    options: [
      Option(
        "contest", .text("ID"),
        help: Phrase(
          vi: "Chỉ kiểm cuộc bầu này; có thể ghi nhiều lần.", en: "Count this contest only; may be repeated."),
        isRepeatable: true),
      Option(
        "ballots", .text("FILE"),
        help: Phrase(
          vi:
            "Dùng tệp phiếu này thay cho các tệp trong tệp bầu cử; có thể ghi nhiều lần; - là đầu vào chuẩn.",
          en:
            "Use this ballot file instead of those that the election file names; may be repeated; - is standard input."
        ),
        isRepeatable: true),
      Option(
        "out", .output("DIR"),
        help: Phrase(vi: "Ghi result.json vào thư mục này.", en: "Write result.json into this folder.")),
      Option(
        "json",
        help: Phrase(
          vi: "In tệp kết quả (JSON) thay cho bảng.", en: "Print the result file (JSON) instead of the table."
        )),
      Option(
        "percent", .choice("ROUNDING", ["half-up", "truncated"]),
        help: Phrase(
          vi: "Cách làm tròn tỷ lệ trong bảng; tệp kết quả luôn làm tròn.",
          en: "How shares are rounded in the table; the result file always rounds half up."),
        defaultValue: "half-up"),
      Option(
        "jobs", .integer("N", 1...1024),
        help: Phrase(
          vi: "Số nhân xử lý dùng cùng lúc; kết quả không phụ thuộc vào số này.",
          en: "How many cores to use; the result does not depend on it.")),
      Option(
        "digest", .choice("KIND", DigestKind.allCases.map(\.rawValue)),
        help: Phrase(
          vi: "Mã kiểm tra của các tệp phiếu; none chỉ để đo tốc độ.",
          en: "The digest of the ballot files; none is for benchmarks only."),
        defaultValue: DigestKind.sha256.rawValue),
      Option(
        "replaces", .text("RESULT"),
        help: Phrase(
          vi: "Kết quả cũ mà kết quả này đính chính; kết quả cũ hết giá trị, không bị sửa.",
          en: "The former result that this one corrects; it is voided, and not edited.")),
      Option("because", .text("WORDS"), help: Phrase(vi: "Lý do đính chính.", en: "Why it is corrected.")),
    ])

  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let loaded = try LoadedElection.load(command.argument("ELECTION"))
    let selection = try selection(loaded.election)
    var count = ElectionCount(
      loaded, selection, digest: DigestKind(rawValue: command.value("digest") ?? "") ?? .sha256,
      jobs: command.integer("jobs") ?? processorCount(), progressLine: ProgressLine(shell.language))
    let replaced = try replaced(loaded.election)
    var result = try count.run()
    result.replaces = replaced
    try write(
      result,
      inputs: loaded.evidence.paths + count.ballotPaths + [command.value("replaces")].compactMap { $0 })
    warn(of: count.repeatedBundles)
    let status = shell.output(command.flag("json") ? json(result) : table(result, count.groups, loaded.prior))
    if status != .ok { return status }
    return result.contests.allSatisfy(\.status.isDecided) ? .ok : .negative
  }

  private func table(_ result: ElectionResult, _ groups: [String: [GroupTotals]], _ earlier: [ElectionResult])
    -> [UInt8]
  {
    let rounding: Percent.Rounding = command.value("percent") == "truncated" ? .truncated : .halfUp
    let code = ShortCode(SHA256.digest(of: result.canonicalBytes())).description
    let text = ResultTable.text(
      result, shell.language, percent: rounding, groups: groups, earlier: earlier, code: code)
    return Array(text.utf8)
  }

  private func json(_ result: ElectionResult) -> [UInt8] {
    // Piped, the bytes are those of the file, so that their digest is too.
    result.canonicalBytes() + (isTerminal(.standardOutput) ? [UInt8(ascii: "\n")] : [])
  }

  /// Bundles that two counting groups may both have counted.
  private func warn(of bundles: [RepeatedBundle]) {
    for repeated in bundles {
      let places = [repeated.first, repeated.again].map { (visibleLine($0.file), $0.line ?? 1) }
      shell.note(
        Phrase(
          vi:
            "Chú ý: xấp \(repeated.bundle) có ở \(places[0].0), dòng \(places[0].1), và ở \(places[1].0), dòng \(places[1].1). Nếu là cùng một xấp thì nó bị đếm hai lần.\n",
          en:
            "Note: bundle \(repeated.bundle) stands in \(places[0].0), line \(places[0].1), and in \(places[1].0), line \(places[1].1). If it is one bundle, it is counted twice.\n"
        )[shell.language])
    }
  }

  // MARK: What is counted

  private func selection(_ election: Election) throws(CommandFailure) -> CountSelection {
    let ids = command.values("contest")
    for id in ids where !election.contests.contains(where: { $0.id == id }) {
      let known = election.contests.map(\.id)
      throw usage(
        Phrase(
          vi: "tệp bầu cử không có cuộc bầu «\(visible(id))»",
          en: "the election file has no contest '\(visible(id))'"),
        suggestion: nearest(to: id, among: known).map {
          Phrase(vi: "Có phải ý là «\(visible($0))»?", en: "Did you mean '\(visible($0))'?")
        }
          ?? Phrase(
            vi: "Các cuộc bầu: \(list(known))", en: "The contests: \(list(known))"))
    }
    let ballots = command.values("ballots")
    let selected = Set(ids.isEmpty ? election.contests.map(\.id) : ids)
    if !ballots.isEmpty, selected.count != 1 {
      throw usage(
        Phrase(
          vi: "--ballots chỉ dùng cho một cuộc bầu", en: "--ballots is for one contest only"),
        suggestion: Phrase(
          vi: "Thêm --contest với một trong: \(list(election.contests.map(\.id)))",
          en: "Add --contest with one of: \(list(election.contests.map(\.id)))"))
    }
    return CountSelection(
      contests: selected, isPart: selected.count < election.contests.count,
      ballots: ballots.isEmpty ? nil : ballots)
  }

  // MARK: Correction

  /// The result that this one takes the place of.
  private func replaced(_ election: Election) throws(CommandFailure) -> ReplacedResult? {
    let (file, because) = (command.value("replaces"), command.value("because"))
    guard let file, let because else {
      if file == nil, because == nil { return nil }
      throw .usage(
        UsageError(
          Phrase(vi: "--replaces và --because phải đi cùng nhau", en: "--replaces and --because go together"),
          command: command.name))
    }
    guard isLegible(because), because.unicodeScalars.count <= ElectionLimits.nameLength else {
      throw .usage(
        UsageError(
          Phrase(
            vi: "--because phải có chữ, không có ký tự ẩn, dài nhất \(ElectionLimits.nameLength) ký tự",
            en: "--because needs words without hidden characters, at most \(ElectionLimits.nameLength)"),
          command: command.name))
    }
    let (bytes, former) = try LoadedResult.read(file)
    let same =
      former.election.organization == election.organization && former.election.congress == election.congress
      && former.contests.allSatisfy { contest in election.contests.contains { $0.id == contest.id } }
    if !same { throw .faults(FaultLog([Fault(CorrectionFault.otherElection, at: FaultPlace(file: file))])) }
    return ReplacedResult(sha256: SHA256.digest(of: bytes).hex, because: because)
  }

  private func list(_ ids: [String]) -> String {
    ids.prefix(20).map { visible($0) }.joined(separator: ", ") + (ids.count > 20 ? ", …" : "")
  }

  private func usage(_ problem: Phrase, suggestion: Phrase) -> CommandFailure {
    .usage(UsageError(problem, suggestion: suggestion, command: command.name))
  }

  // MARK: The result file

  private func write(_ result: ElectionResult, inputs: [String]) throws(CommandFailure) {
    guard let folder = command.value("out") else { return }
    let path = join(folder, "result.json")
    let bytes = result.canonicalBytes()
    if isSigned(path, unless: bytes) { throw .wouldOverwriteSigned(path) }
    do throws(FileFailure) {
      try makeFolder(folder)
    } catch {
      throw .output(error)
    }
    try shell.write(bytes, to: path, inputs: inputs)
    shell.note(
      Phrase(vi: "Đã ghi \(visibleLine(path))\n", en: "Wrote \(visibleLine(path))\n")[
        shell.language])
  }

  /// Whether a result of other bytes lies at `path` with signatures beside it: it is never edited, and its bytes would be lost.
  private func isSigned(_ path: String, unless bytes: [UInt8]) -> Bool {
    let former = try? readWhole(path, limit: LoadedElection.sizeLimit, allowsPipes: false)
    guard let former, former != bytes else { return false }
    return !SignatureFiles.names(beside: path).isEmpty
  }
}

/// Which contests are counted, and from which files.
struct CountSelection {
  /// The ids of the contests that the result is to hold.
  var contests: Set<String>
  /// Whether these are not all contests of the election.
  var isPart: Bool
  /// Ballot files that replace those of the one contest.
  var ballots: [String]?
}
