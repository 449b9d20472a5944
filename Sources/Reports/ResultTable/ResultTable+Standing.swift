import Documents
import Elections
import Faults

extension ResultTable {
  /// The table with what must be said plainly before it, and behind it what the recount came to and who has signed.
  public static func text(_ frame: ReportFrame) -> String {
    let (standing, language) = (frame.standing, frame.language)
    var warnings = frame.standing.warnings(isRehearsal: false).map { "! " + $0[language] }
    if !warnings.isEmpty { warnings.append("") }
    let table = text(
      frame.result, language, percent: frame.rounding, earlier: frame.earlier.map(\.result),
      code: standing.code)
    var after = [standing.verified.words[language]]
    if case .unfinished(let reasons) = standing.verified { after += reasons.map { "  ? " + $0[language] } }
    after += standing.ordered.map {
      "  " + frame.say("Đã ký: ", "Signed: ")
        + "\(visibleLine($0.name)), \($0.role.words[language])"
    }
    after.append(ToolNotice.text([frame.result.regulation])[language])
    return (warnings + [table]).joined(separator: "\n") + (after + [""]).joined(separator: "\n")
  }
}
