import CommandLineKit
import Faults
import Machine
import Verification

/// `verify --table`: the arithmetic of a table that somebody published.
struct TableCheck {
  let path: String
  let base: Int?
  let shell: Shell

  func run() throws(CommandFailure) -> ExitStatus {
    let bytes = try LoadedResult.bytes(path)
    let table: PublishedTable
    do throws(PublishedTableFaults) {
      table = try PublishedTable(bytes, file: path)
    } catch {
      throw .faults(error.faults)
    }
    let remarks = table.remarks(base: base)
    let mistakes = remarks.count { $0.remark.isMistake }
    let open = remarks.count { $0.remark == .noBase }
    let (recomputed, truncated) = (table.rows.count - open, remarks.count - mistakes - open)
    var lines = remarks.map { row, remark in
      Phrase(
        vi: "dòng \(row.line), \(visible(row.name)): \(remark.words.vi)",
        en: "line \(row.line), \(visible(row.name)): \(remark.words.en)")[shell.language]
    }
    lines.append(
      Phrase(
        vi: "Đã tính lại \(recomputed) dòng: \(mistakes) dòng sai, \(truncated) dòng bị cắt bớt số lẻ.",
        en: "Recomputed \(several(recomputed, "row")): \(mistakes) wrong, \(truncated) truncated.")[
          shell.language])
    let status = shell.output(lines.joined(separator: "\n") + "\n")
    return status != .ok ? status : mistakes + open > 0 ? .negative : .ok
  }
}
