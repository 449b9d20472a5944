import CanonicalJSON
import CommandLineKit
import Elections
import Faults
import Machine
import Verification

/// `verify`: the independent recount of a result and all its claims.
struct VerifyCommand {
  static let declaration = Command(
    name: "verify",
    summary: Phrase(
      vi: "Kiểm tra độc lập một kết quả: đếm lại từ tệp phiếu và đối chiếu mọi điều kết quả nêu.",
      en: "Verifies a result independently: recounts the ballot files and compares every claim."),
    discussion: Phrase(
      vi:
        "In bản kiểm tra với một trong bốn kết luận: certified, agrees, differs, unfinished. Kết thúc với 0 nếu certified hoặc agrees, 1 nếu không.",
      en:
        "Prints a certificate with one of four verdicts: certified, agrees, differs, unfinished. Ends with 0 for certified and agrees, else with 1."
    ),
    arguments: [
      Argument(
        "RESULT", help: Phrase(vi: "Tệp kết quả (result.json).", en: "The result file (result.json)."),
        count: 0...1)
    ],
    options: [
      .electionOfResult, .signersOfResult,
      Option(
        "out", .output("FILE"),
        help: Phrase(vi: "Ghi bản kiểm tra vào tệp này.", en: "Write the certificate to this file as well.")),
      Option(
        "json",
        help: Phrase(
          vi: "Bản kiểm tra ở dạng JSON thay cho văn bản.", en: "The certificate as JSON instead of text.")),
      Option(
        "drill",
        help: Phrase(
          vi: "Thử trên bản sao: gian lận từng cách một, rồi in cách nào bị phát hiện.",
          en: "Try it on copies: tamper with each in another way, and print what is detected.")),
      Option(
        "table", .text("FILE"),
        help: Phrase(
          vi:
            "Thay cho kết quả: bảng đã công bố (CSV: họ và tên, phiếu, tỷ lệ, tính trên), tính lại các tỷ lệ.",
          en:
            "Instead of a result: a published table (CSV: name, votes, percent, base), whose shares are recomputed."
        )),
      Option(
        "base", .integer("N", 1...1_000_000_000_000),
        help: Phrase(
          vi: "Số để tính tỷ lệ, cho bảng không có cột đó.",
          en: "What shares are of, for a table without that column.")),
    ])

  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    if let table = command.value("table") {
      if !command.arguments("RESULT").isEmpty { throw usage(Self.eitherOr) }
      try refuse(["election", "signers", "out"], ["drill", "json"], beside: "table")
      return try TableCheck(path: table, base: command.integer("base"), shell: shell).run()
    }
    guard let path = command.arguments("RESULT").first, command.integer("base") == nil else {
      throw usage(Self.eitherOr)
    }
    // What is named on the command line must be there; what is found beside the result may be missing.
    for given in ["election", "signers"] {
      if let file = command.value(given) { try requireReadable(file) }
    }
    let election = command.value("election") ?? join(directory(of: path), "election.json")
    if command.flag("drill") {
      try refuse(["out"], ["json"], beside: "drill")
      let drill = DrillRun(path: path, election: election, shell: shell) {
        result, election throws(CommandFailure) in
        try self.certificate(result, election).verdict
      }
      return try drill.run()
    }
    let certificate = try self.certificate(path, election)
    var bytes = Array(certificate.text(shell.language).utf8)
    if command.flag("json") { bytes = certificate.json.canonicalBytes() }
    if let out = command.value("out") {
      let signatures = SignatureFiles.names(beside: path).map { join(directory(of: path), $0) }
      let read = [path, election] + signatures + (command.value("signers").map { [$0] } ?? [])
      try shell.write(bytes, to: out, inputs: read + certificate.files)
    }
    if command.flag("json"), isTerminal(.standardOutput) { bytes.append(UInt8(ascii: "\n")) }
    let status = shell.output(bytes)
    if status != .ok { return status }
    return certificate.verdict == .certified || certificate.verdict == .agrees ? .ok : .negative
  }

  private func certificate(_ path: String, _ election: String) throws(CommandFailure) -> Certificate {
    try Certificate(ofResult: path, election: election, signers: command.value("signers"))
  }

  private static let eitherOr = Phrase(
    vi: "cần một tệp kết quả, hoặc --table (và --base) thay cho nó",
    en: "a result file is needed, or --table (and --base) instead")

  /// Options that would do nothing beside another are refused, so that nobody waits for what they were to do.
  private func refuse(_ values: [String], _ flags: [String], beside option: String) throws(CommandFailure) {
    for name in values.filter({ command.value($0) != nil }) + flags.filter({ command.flag($0) }) {
      throw usage(
        Phrase(
          vi: "--\(name) không dùng cùng với --\(option)", en: "--\(name) does not go with --\(option)"))
    }
  }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }

  private func requireReadable(_ path: String) throws(CommandFailure) {
    do throws(FileFailure) {
      _ = try InputFile(path: path)
    } catch {
      throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: path))]))
    }
  }
}
