import BallotFiles
import CommandLineKit
import Faults
import Machine

/// `convert`: a packed file into text.
struct ConvertCommand {
  static let declaration = Command(
    name: "convert",
    summary: Phrase(
      vi: "Ghi tệp phiếu nén (.kpb) thành văn bản.", en: "Writes a packed file (.kpb) as text."),
    discussion: Phrase(
      vi: "Văn bản chỉ có một dạng viết: đóng lại bằng pack thì được đúng tệp nén cũ.",
      en: "The text has one form only: packed again, it gives the same packed file."),
    arguments: [Argument("FILE", help: Phrase(vi: "Tệp phiếu nén.", en: "A packed file."))],
    options: [
      Option(
        "to", .choice("LAYOUT", BallotUnpacker.Layout.allCases.map(\.rawValue)),
        help: Phrase(
          vi: "Danh sách (list) hoặc bảng (matrix).", en: "A mark list (list) or a matrix (matrix)."),
        isRequired: true),
      Option(
        "out", .output("FILE"), help: Phrase(vi: "Tệp văn bản được ghi.", en: "The text file to write."),
        isRequired: true),
    ])

  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let name = command.argument("FILE")
    let path = command.value("out") ?? ""
    let layout = BallotUnpacker.Layout(rawValue: command.value("to") ?? "") ?? .list
    let output = try Output(path, inputs: [name])
    let result: Result<Int, PackingFaults>
    do throws(FileFailure) {
      let file = try InputFile(path: name)
      result = try BallotUnpacker(layout, name: name).unpack(file, write: output.append)
    } catch {
      if let failure = output.failure { throw .output(failure) }
      throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: name))]))
    }
    switch result {
    case .failure(let error): throw .faults(error.faults)
    case .success(let ballots):
      try output.finish()
      shell.note(
        Phrase(
          vi: "Đã ghi \(ballots) phiếu vào \(visibleLine(path))\n",
          en: "Wrote \(several(ballots, "ballot")) to \(visibleLine(path))\n")[shell.language])
      return .ok
    }
  }
}
