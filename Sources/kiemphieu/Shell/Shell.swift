import CommandLineKit
import Faults
import Machine
import Reports

/// The edge of the program: what goes to standard output and standard error, and which exit status it means.
struct Shell {
  let language: Language
  /// Whether the command counts, so that faults leave it without a result.
  let isCounting: Bool

  init(_ language: Language, isCounting: Bool = false) {
    self.language = language
    self.isCounting = isCounting
  }

  /// Writes a result to standard output.
  func output(_ text: String) -> ExitStatus {
    output(Array(text.utf8))
  }

  /// Writes the bytes of a result to standard output.
  func output(_ bytes: [UInt8]) -> ExitStatus {
    do throws(FileFailure) {
      try writeAll(to: .standardOutput, bytes)
      return .ok
    } catch {
      return report(.output(error))
    }
  }

  /// Says something on standard error. Nothing can be done where even that fails.
  func note(_ text: String) {
    try? writeAll(to: .standardError, text)
  }

  /// The one place where failures become words and an exit status.
  func report(_ failure: CommandFailure) -> ExitStatus {
    switch failure {
    case .usage(let error):
      note(Kiemphieu.program.text(of: error, in: language))
      return .usage
    case .faults(let log):
      note(FaultList.text(log, language, isOfCount: isCounting))
      return status(of: log)
    case .output(let failure):
      note(
        Phrase(
          vi: "không ghi được \(visibleLine(failure.path)): \(failure.words.vi)\n",
          en: "cannot write \(visibleLine(failure.path)): \(failure.words.en)\n")[language])
      return .outputFailed
    case .wouldOverwriteInput(let path):
      note(
        Phrase(
          vi: "không ghi: \(visibleLine(path)) là một tệp đầu vào; ghi vào chỗ khác\n",
          en: "not written: \(visibleLine(path)) is one of the inputs; write it elsewhere\n")[
            language])
      return .outputFailed
    case .wouldOverwriteReadings(let path):
      note(
        Phrase(
          vi: "không ghi: \(visibleLine(path)) đã có và không phải tờ trống; ghi vào tệp khác\n",
          en:
            "not written: \(visibleLine(path)) is there and is not the empty sheet; name another file\n"
        )[language])
      return .outputFailed
    case .wouldOverwriteRulings(let path):
      let name = visibleLine(path)
      note(
        Phrase(
          vi: "không ghi: \(name) đã có, với các quyết định của ban; chọn tên tệp khác\n",
          en: "not written: \(name) is there already, with what the board decided; choose another name\n")[
            language])
      return .outputFailed
    case .wouldOverwriteSigned(let path):
      let name = visibleLine(path)
      note(
        Phrase(
          vi:
            "không ghi: \(name) đã có chữ ký, không sửa nữa; ghi vào thư mục khác, nếu là đính chính thì thêm --replaces và --because\n",
          en:
            "not written: \(name) is signed and never edited; write into another folder, a correction with --replaces and --because\n"
        )[language])
      return .outputFailed
    }
  }

  /// A missing file goes before an unreadable one, that before bad data: what is missing may hide faults.
  private func status(of log: FaultLog) -> ExitStatus {
    if log.totals[.missingFile] != nil || log.totals[.missingProgram] != nil { return .missingInput }
    return log.totals[.unreadableFile] != nil ? .readError : .data
  }
}

/// Why a command ended without its result.
enum CommandFailure: Error {
  /// The command line is wrong.
  case usage(UsageError)
  /// Files have faults, are missing or cannot be read.
  case faults(FaultLog)
  /// The output cannot be written.
  case output(FileFailure)
  /// The output would take the place of an input.
  case wouldOverwriteInput(String)
  /// The output would take the place of what the board read on paper.
  case wouldOverwriteReadings(String)
  /// The output would take the place of a result that somebody signed.
  case wouldOverwriteSigned(String)
  /// The output would take the place of an agreed list and of what the board decided for it.
  case wouldOverwriteRulings(String)
}
