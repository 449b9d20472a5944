import BallotFiles
import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Tallying

/// `pack`: text files of ballots into one packed file.
struct PackCommand {
  static let declaration = Command(
    name: "pack",
    summary: Phrase(
      vi: "Đóng các tệp phiếu văn bản thành một tệp nén (.kpb).",
      en: "Packs ballot files into one packed file (.kpb)."),
    discussion: Phrase(
      vi:
        "Cuộc bầu cho bởi --election (và --contest), hoặc số người và số ghế cho bởi --candidates và --seats. Tệp có lỗi thì liệt kê mọi lỗi và không ghi gì.",
      en:
        "The contest is that of --election (and --contest), or what --candidates and --seats say. Where a file is at fault, every fault is listed and nothing is written."
    ),
    arguments: [
      Argument(
        "FILE",
        help: Phrase(vi: "Tệp phiếu (danh sách hoặc bảng).", en: "A ballot file (mark list or matrix)."),
        count: 1...Int.max)
    ],
    options: [
      Option(
        "out", .output("FILE"), help: Phrase(vi: "Tệp nén được ghi.", en: "The packed file to write."),
        isRequired: true),
      Option("election", .text("ELECTION"), help: Phrase(vi: "Tệp bầu cử.", en: "The election file.")),
      Option(
        "contest", .text("ID"), help: Phrase(vi: "Cuộc bầu trong tệp bầu cử.", en: "The contest in it.")),
      Option(
        "candidates", .integer("N", 1...ElectionLimits.candidates),
        help: Phrase(vi: "Số người trên phiếu.", en: "Names on the ballot.")),
      Option(
        "seats", .integer("N", 1...ElectionLimits.candidates),
        help: Phrase(vi: "Số người được bầu.", en: "Seats.")),
    ])

  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let path = command.value("out") ?? ""
    let (style, evidence) = try style()
    var packer = BallotPacker(style, beside: path)
    var log = FaultLog()
    let output = try Output(path, inputs: command.arguments("FILE") + evidence)
    do throws(FileFailure) {
      try output.append(Array(repeating: 0, count: BallotPacker.headerSize))
    } catch {
      throw .output(error)
    }
    var opened: Set<FileIdentity> = []
    for name in command.arguments("FILE") {
      try read(name, &packer, output, &opened, &log)
    }
    let result: Result<[UInt8], PackingFaults>
    do throws(FileFailure) {
      result = try packer.finish(write: output.append)
    } catch {
      throw .output(error)
    }
    switch result {
    case .success(let header) where log.isEmpty:
      try output.finish(header)
      shell.note(
        Phrase(
          vi: "Đã ghi \(packer.ballots) phiếu vào \(visibleLine(path))\n",
          en: "Wrote \(several(packer.ballots, "ballot")) to \(visibleLine(path))\n")[shell.language])
      return .ok
    case .success: throw .faults(log)
    case .failure(let error):
      var all = error.faults
      all.append(contentsOf: log)
      throw .faults(all)
    }
  }

  /// A file that cannot be read is a fault like others; one that cannot be written ends the command.
  private func read(
    _ name: String, _ packer: inout BallotPacker, _ output: Output, _ opened: inout Set<FileIdentity>,
    _ log: inout FaultLog
  ) throws(CommandFailure) {
    do throws(FileFailure) {
      var file = try InputFile(path: name)
      // Its ballots would count twice, as they would in a count.
      if file.isRegular, !opened.insert(file.identity).inserted {
        return log.append(Fault(OpeningFault.openedTwice, at: FaultPlace(file: name)))
      }
      try packer.read(&file, name: name, write: output.append)
    } catch {
      // What cannot be kept beside the output is no fault of an input either.
      if let failure = output.failure ?? (error.operation == .write ? error : nil) { throw .output(failure) }
      log.append(Fault(OpeningFault.failed(error), at: FaultPlace(file: name)))
    }
  }

  /// The ballots to be packed, and the files that said so.
  private func style() throws(CommandFailure) -> (BallotStyle, evidence: [String]) {
    let numbers = [command.integer("candidates"), command.integer("seats")]
    if let path = command.value("election") {
      if numbers.contains(where: { $0 != nil }) {
        throw usage(
          Phrase(
            vi: "đã có --election thì không ghi --candidates và --seats",
            en: "--candidates and --seats do not go with --election"))
      }
      let loaded = try LoadedElection.load(path)
      let contest = try choose(
        command.value("contest"), among: loaded.election.contests, \.id, command: command.name)
      return (BallotStyle(contest), loaded.evidence.paths)
    }
    if command.value("contest") != nil {
      throw usage(Phrase(vi: "--contest phải đi cùng --election", en: "--contest goes with --election"))
    }
    guard let names = numbers[0], let seats = numbers[1], seats <= names else {
      throw usage(
        Phrase(
          vi: "cần --election, hoặc --candidates và --seats (không quá số người)",
          en: "--election is needed, or --candidates and --seats (at most as many)"))
    }
    return (BallotStyle(names: names, seats: seats), [])
  }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }
}

/// A file that a command makes out of others, whole or not at all.
final class Output {
  private let file: NewFile
  /// Why it cannot be written on: it is told apart by this from a file that cannot be read.
  private(set) var failure: FileFailure?

  /// - Parameter inputs: files that must not be overwritten.
  init(_ path: String, inputs: [String]) throws(CommandFailure) {
    do throws(FileFailure) {
      for input in inputs where try sameFile(path, input) { throw FileFailure(.write, path: path, errno: 0) }
      file = try NewFile(replacing: path)
    } catch {
      throw error.errno == 0 ? .wouldOverwriteInput(path) : .output(error)
    }
  }

  /// Writes the bytes that follow those before.
  func append(_ bytes: [UInt8]) throws(FileFailure) {
    do throws(FileFailure) {
      try file.write(bytes)
    } catch {
      failure = error
      throw error
    }
  }

  /// Gives the file its name.
  ///
  /// - Parameter beginning: takes the place of the first bytes.
  func finish(_ beginning: [UInt8] = []) throws(CommandFailure) {
    do throws(FileFailure) {
      if !beginning.isEmpty { try file.write(beginning, at: 0) }
      try file.finish()
    } catch {
      throw .output(error)
    }
  }
}
