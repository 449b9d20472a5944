import CommandLineKit
import Faults
import Machine

/// Where reports go: to standard output, or into a folder, each file whole or not at all.
struct ReportOutput {
  private let shell: Shell
  private let command: ParsedCommand

  init(_ shell: Shell, _ command: ParsedCommand) {
    self.shell = shell
    self.command = command
  }

  /// - Parameters:
  ///   - wanted: what is to be made; `nil` for the whole set.
  ///   - inputs: files none of which may be written over.
  func write(
    _ files: ReportFiles, _ wanted: [(ReportDocument, ReportFormat)]?, inputs: [String]
  ) throws(CommandFailure) -> ExitStatus {
    guard let folder = command.value("out") else {
      guard let wanted, wanted.count == 1 else {
        throw usage(
          Phrase(
            vi: "nhiều văn bản thì cần --out THƯ-MỤC", en: "several documents need --out DIR"))
      }
      return try print(files.single(wanted[0].0, as: wanted[0].1), isBinary: wanted[0].1 == .docx)
    }
    let all = wanted.map { $0.flatMap { files.files($0.0, as: $0.1) } } ?? files.all()
    try write(all, to: folder, inputs: inputs)
    return .ok
  }

  /// Writes a report to standard output; what is no text not to a terminal.
  func print(_ bytes: [UInt8], isBinary: Bool) throws(CommandFailure) -> ExitStatus {
    if isBinary, isTerminal(.standardOutput) {
      throw usage(
        Phrase(
          vi: "tệp docx không hiện được ở đây: dùng --out THƯ-MỤC, hoặc > TỆP.docx",
          en: "a docx file cannot be shown here: use --out DIR, or > FILE.docx"))
    }
    return shell.output(bytes)
  }

  /// Writes reports into a folder; none of them where one would take the place of an input.
  func write(_ files: [ReportFile], to folder: String, inputs: [String]) throws(CommandFailure) {
    var taken: String?
    do throws(FileFailure) {
      try makeFolder(folder)
      for file in files {
        let target = join(folder, file.name)
        for input in inputs where try sameFile(target, input) { taken = target }
      }
      if taken == nil {
        for file in files { try replaceFile(at: join(folder, file.name), with: file.bytes) }
      }
    } catch {
      throw .output(error)
    }
    if let taken { throw .wouldOverwriteInput(taken) }
    for file in files {
      let target = visible(join(folder, file.name), limit: 400)
      shell.note(Phrase(vi: "Đã ghi \(target)\n", en: "Wrote \(target)\n")[shell.language])
    }
  }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }
}
