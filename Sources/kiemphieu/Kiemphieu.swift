import CommandLineKit
import Faults
import Machine

/// The program: it reads the command line, runs one command, and turns whatever went wrong into words and an exit status.
@main
enum Kiemphieu {
  /// The version that results name.
  static let version = "0.1.0"

  static let program = Program(
    name: "kiemphieu",
    version: version,
    summary: Phrase(
      vi: "Kiểm phiếu bầu cử trong Đảng từ tệp, theo quy chế, nêu căn cứ của từng quyết định.",
      en:
        "Counts ballots of Party elections from files, under the regulations, with the ground of every decision."
    ),
    commands: [
      CountCommand.declaration, CheckCommand.declaration, VerifyCommand.declaration, SignCommand.declaration,
      ExplainCommand.declaration, NextCommand.declaration, PackCommand.declaration,
      ConvertCommand.declaration, SampleCommand.declaration, EnterCommand.declaration,
      ReconcileCommand.declaration, AuditCommand.declaration, ReportCommand.declaration,
      BallotCommand.declaration,
    ])

  static func main() {
    holdStandardStreams()
    ignoreBrokenPipes()
    ignoreFileSizeSignal()
    let words = commandLineWords().dropFirst()
    let readable = words.compactMap { $0 }
    guard let unreadable = words.firstIndex(of: nil) else { exitProcess(run(readable).rawValue) }
    let shell = Shell(program.language(of: readable, environment: environment))
    exitProcess(shell.report(.usage(unreadableWord(at: unreadable))).rawValue)
  }

  /// What is said of a word of the command line that is no UTF-8.
  private static func unreadableWord(at place: Int) -> UsageError {
    let shown = visible(CommandLine.arguments[place])
    return UsageError(
      Phrase(
        vi: "từ thứ \(place) của dòng lệnh, “\(shown)”, không phải UTF-8",
        en: "word \(place) of the command line, “\(shown)”, is no UTF-8"),
      suggestion: Phrase(
        vi: "Gõ lại bằng bộ gõ Unicode; tệp có tên như vậy thì đổi tên",
        en: "Type it again in Unicode; rename a file with such a name"),
      command: nil)
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    switch program.parse(arguments, environment: environment) {
    case .show(let text):
      return Shell(.vietnamese).output(text)
    case .refuse(let error, let language):
      return Shell(language).report(.usage(error))
    case .run(let command):
      let shell = Shell(command.language, isCounting: command.name == CountCommand.declaration.name)
      do throws(CommandFailure) {
        return switch command.name {
        case CountCommand.declaration.name: try CountCommand(command, shell).run()
        case CheckCommand.declaration.name: try CheckCommand(command, shell).run()
        case VerifyCommand.declaration.name: try VerifyCommand(command, shell).run()
        case PackCommand.declaration.name: try PackCommand(command, shell).run()
        case ConvertCommand.declaration.name: try ConvertCommand(command, shell).run()
        case SampleCommand.declaration.name: try SampleCommand(command, shell).run()
        case SignCommand.declaration.name: try SignCommand(command, shell).run()
        case NextCommand.declaration.name: try NextCommand(command, shell).run()
        case EnterCommand.declaration.name: try EnterCommand(command, shell).run()
        case ReportCommand.declaration.name: try ReportCommand(command, shell).run()
        case ReconcileCommand.declaration.name: try ReconcileCommand(command, shell).run()
        case AuditCommand.declaration.name: try AuditCommand(command, shell).run()
        case BallotCommand.declaration.name: try BallotCommand(command, shell).run()
        case ExplainCommand.declaration.name: try ExplainCommand(command, shell).run()
        default: preconditionFailure("a command that is declared and not wired: \(command.name)")
        }
      } catch {
        return shell.report(error)
      }
    }
  }
}
