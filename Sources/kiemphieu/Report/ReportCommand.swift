import CommandLineKit
import Documents
import Faults
import Machine
import Outcomes
import Reports
import Typesetting
import Verification

/// `report`: what a congress signs, shows and passes on, straight from a result that was verified just now.
struct ReportCommand {
  static let declaration = Command(
    name: "report",
    summary: Phrase(
      vi: "Biên bản, trang kết quả, trình chiếu từ kết quả đã kiểm tra.",
      en: "Minutes, result page and slides from a verified result."),
    discussion: Phrase(
      vi:
        "Kiểm tra độc lập kết quả trước (như verify), rồi lập văn bản; kết quả có chỗ sai thì không lập gì. Không có --format và --document: với --out thì ghi đủ bộ vào thư mục, không thì in ra màn hình. Với --summary: RESULT là thư mục có kết quả của nhiều chi bộ.",
      en:
        "Verifies the result first (as verify does), then makes the documents; of a result that differs it makes none. Without --format and --document: with --out the whole set goes into the folder, else the result is printed. With --summary RESULT is a folder with the results of many branches."
    ),
    arguments: [
      Argument(
        "RESULT",
        help: Phrase(
          vi: "Tệp kết quả (result.json), hoặc thư mục với --summary.",
          en: "The result file (result.json), or a folder with --summary."))
    ],
    options: [
      Option(
        "format", .choice("FORMAT", ReportFormat.allCases.map(\.rawValue)),
        help: Phrase(
          vi: "docx (Word), html, slides (trình chiếu), txt, csv; có thể ghi nhiều lần.",
          en: "docx (Word), html, slides, txt, csv; may be repeated."),
        isRepeatable: true),
      Option(
        "document", .choice("DOCUMENT", ReportDocument.allCases.map(\.rawValue)),
        help: Phrase(
          vi:
            "result: kết quả (với docx là biên bản); minutes: biên bản kiểm phiếu; handover: biên bản niêm phong, bàn giao; seal: nhãn niêm phong; approval: tờ trình chuẩn y. Trừ result, chỉ có docx (mặc định) và html.",
          en:
            "result: the result (in docx its minutes); minutes; handover: sealing and handing over; seal: labels; approval: the request for approval. All but result in docx (the default) and html only."
        ),
        isRepeatable: true),
      Option(
        "contest", .text("ID"),
        help: Phrase(
          vi: "Chỉ lập biên bản của cuộc bầu này; có thể ghi nhiều lần.",
          en: "Make the minutes of this contest only; may be repeated."),
        isRepeatable: true),
      Option(
        "out", .output("DIR"),
        help: Phrase(
          vi: "Ghi vào thư mục này; không có thì ra đầu ra chuẩn.",
          en: "Write into this folder; without it, to standard output.")),
      Option(
        "percent", .choice("ROUNDING", ["half-up", "truncated"]),
        help: Phrase(vi: "Cách làm tròn tỷ lệ.", en: "How shares are rounded."), defaultValue: "half-up"),
      .electionOfResult, .signersOfResult,
      Option(
        "summary",
        help: Phrase(
          vi: "Bảng tổng hợp kết quả của nhiều chi bộ trong thư mục.",
          en: "The table of the results of many branches in a folder.")),
      Option(
        "plan", .text("FILE"),
        help: Phrase(
          vi: "Với --summary: kế hoạch đại hội; mặc định là plan.json trong thư mục.",
          en: "With --summary: the congress plan; by default plan.json in the folder.")),
      Option(
        "on", .text("DATE"),
        help: Phrase(
          vi: "Với --summary: tính đến ngày này (NĂM-THÁNG-NGÀY), đơn vị nào đã quá hạn.",
          en: "With --summary: who is late on this day (YYYY-MM-DD).")),
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
    let only = command.flag("summary") ? ["document", "contest", "election", "signers"] : ["plan", "on"]
    for name in only where !command.values(name).isEmpty {
      throw usage(
        command.flag("summary")
          ? Phrase(vi: "--\(name) không dùng cùng với --summary", en: "--\(name) does not go with --summary")
          : Phrase(vi: "--\(name) chỉ dùng với --summary", en: "--\(name) is for --summary only"))
    }
    if command.flag("summary") { return try SummaryRun(folder: path, command, shell).run() }
    let (bytes, result) = try LoadedResult.read(path)
    let contests = try contests(of: result)
    let election = command.value("election") ?? join(directory(of: path), "election.json")
    let certificate = try Certificate(
      ofResult: path, bytes, election: election, signers: command.value("signers"))
    guard let standing = ResultStanding(certificate, titles: result.titles) else {
      shell.note(certificate.text(shell.language))
      shell.note(
        Phrase(
          vi: "\nKhông lập văn bản nào từ kết quả này.\n", en: "\nNo document is made from this result.\n")[
            shell.language])
      return .negative
    }
    let earlier = EarlierResults(of: result, election: election)
    let frame = ReportFrame(
      result, standing, shell.language,
      percent: command.value("percent") == "truncated" ? .truncated : .halfUp,
      earlier: earlier.files.map(\.sitting),
      missing: earlier.missing)
    let files = ReportFiles(frame, contests: contests)
    let wanted = try wanted()
    if wanted?.contains(where: { $0.0 == .approval }) == true, !ApprovalRequest(frame).hasOffices {
      throw usage(
        Phrase(
          vi: "kết quả này không có ai trúng cử vào chức danh phải đề nghị chuẩn y, nên không có tờ trình",
          en: "nobody in this result is elected to an office that is approved, so there is no request to make"
        ))
    }
    let inputs =
      [path, election] + [command.value("signers")].compactMap { $0 } + certificate.files
      + earlier.files.map(\.path)
      + SignatureFiles.names(beside: path).map { join(directory(of: path), $0) }
    return try ReportOutput(shell, command).write(files, wanted, inputs: inputs)
  }

  private func contests(of result: ElectionResult) throws(CommandFailure) -> [ContestResult] {
    let ids = command.values("contest")
    for id in ids { _ = try choose(id, among: result.contests, \.id, command: command.name) }
    return ids.isEmpty ? result.contests : result.contests.filter { ids.contains($0.id) }
  }

  /// What is to be made; `nil` for the whole set.
  private func wanted() throws(CommandFailure) -> [(ReportDocument, ReportFormat)]? {
    let formats = command.values("format").compactMap(ReportFormat.init(rawValue:))
    let documents = command.values("document").compactMap(ReportDocument.init(rawValue:))
    if formats.isEmpty, documents.isEmpty { return command.value("out") == nil ? [(.result, .txt)] : nil }
    var wanted: [(ReportDocument, ReportFormat)] = []
    for document in documents.isEmpty ? [.result] : documents {
      let natural: ReportFormat = document == .result ? .txt : .docx
      for format in formats.isEmpty ? [natural] : formats {
        guard document == .result || format == .docx || format == .html else {
          throw usage(
            Phrase(
              vi: "--document \(document.rawValue) chỉ có ở dạng docx và html",
              en: "--document \(document.rawValue) is made in docx and html only"))
        }
        if !wanted.contains(where: { $0 == (document, format) }) { wanted.append((document, format)) }
      }
    }
    return wanted
  }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }
}
