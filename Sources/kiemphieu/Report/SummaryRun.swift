import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Reports
import Typesetting
import Verification

/// `report DIR --summary`: the results of many branches, each verified, in one table.
struct SummaryRun {
  private let folder: String
  private let command: ParsedCommand
  private let shell: Shell

  init(folder: String, _ command: ParsedCommand, _ shell: Shell) {
    self.folder = folder
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let day = try day()
    let formats = try formats()
    var inputs: [String] = []
    let plan = try plan(&inputs)
    let results = try results(&inputs)
    let summary = BranchSummary(results, plan: plan, on: day)
    if summary.differs {
      shell.note(
        Phrase(
          vi: "Có kết quả không đúng khi kiểm tra; chạy kiemphieu verify với tệp đó.\n",
          en: "A result differs when verified; run kiemphieu verify on it.\n")[shell.language])
    }
    let output = ReportOutput(shell, command)
    if let folder = command.value("out") {
      try output.write(formats.map { file(summary, $0) }, to: folder, inputs: inputs)
    } else {
      let status = try output.print(file(summary, formats[0]).bytes, isBinary: formats[0] == .docx)
      if status != .ok { return status }
    }
    return summary.differs ? .negative : .ok
  }

  private func file(_ summary: BranchSummary, _ format: ReportFormat) -> ReportFile {
    let language = shell.language
    let name = Phrase(vi: "tong-hop", en: "summary")[language] + "." + format.ending
    return switch format {
    case .docx: ReportFile(name, WordDocument([summary.sheet(language)]).bytes())
    case .html, .slides: ReportFile(name, SheetPage([summary.sheet(language)]).text())
    case .txt: ReportFile(name, summary.text(language))
    case .csv: ReportFile(name, summary.spreadsheet(language))
    }
  }

  // MARK: What the command line says

  private func formats() throws(CommandFailure) -> [ReportFormat] {
    let formats = command.values("format").compactMap(ReportFormat.init(rawValue:))
    if formats.contains(.slides) {
      throw usage(Phrase(vi: "--summary không có dạng slides", en: "--summary is not made as slides"))
    }
    if command.value("out") == nil {
      if formats.count > 1 {
        throw usage(Phrase(vi: "nhiều dạng thì cần --out THƯ-MỤC", en: "several formats need --out DIR"))
      }
      return formats.isEmpty ? [.txt] : formats
    }
    return formats.isEmpty ? [.docx, .html, .csv] : formats
  }

  private func day() throws(CommandFailure) -> CalendarDate? {
    guard let text = command.value("on") else { return nil }
    guard let day = CalendarDate(text) else {
      throw usage(
        Phrase(
          vi: "--on cần một ngày dạng NĂM-THÁNG-NGÀY, như 2020-04-30",
          en: "--on wants a day as YYYY-MM-DD, such as 2020-04-30"))
    }
    return day
  }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }

  // MARK: What lies in the folder

  /// The plan that was named, or the one in the folder.
  private func plan(_ inputs: inout [String]) throws(CommandFailure) -> Plan? {
    let given = command.value("plan")
    let path = given ?? join(folder, "plan.json")
    if given == nil {
      let isThere = (try? entries(ofFolder: folder))?.contains { $0.name == "plan.json" && $0.kind == .file }
      if isThere != true { return nil }
    }
    inputs.append(path)
    switch PlanDocument.read(try LoadedResult.bytes(path), file: path) {
    case .success(let plan): return plan
    case .failure(let error): throw .faults(error.faults)
    }
  }

  /// Every `result.json` in the folder and below, verified. Links are not followed.
  private func results(_ inputs: inout [String]) throws(CommandFailure) -> [SummarizedResult] {
    var log = FaultLog()
    let paths = try resultPaths()
    var results: [SummarizedResult] = []
    for path in paths {
      do throws(CommandFailure) {
        results.append(try result(at: path, &inputs))
      } catch {
        guard case .faults(let faults) = error else { throw error }
        log.append(contentsOf: faults)
      }
    }
    guard log.isEmpty else { throw .faults(log) }
    if results.isEmpty {
      throw .faults(FaultLog([Fault(SummaryFault.nothing, at: FaultPlace(file: folder))]))
    }
    return results
  }

  private func result(at path: String, _ inputs: inout [String]) throws(CommandFailure) -> SummarizedResult {
    let (bytes, result) = try LoadedResult.read(path)
    let certificate = try Certificate(
      ofResult: path, bytes, election: join(directory(of: path), "election.json"))
    inputs += [path] + certificate.files
    let digest = SHA256.digest(of: bytes)
    return SummarizedResult(
      result: result, standing: ResultStanding(certificate, titles: result.titles),
      code: ShortCode(digest).description,
      sha256: digest.hex)
  }

  private func resultPaths() throws(CommandFailure) -> [String] {
    var paths: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      let listing: [FolderEntry]
      do throws(FileFailure) {
        listing = try entries(ofFolder: next)
      } catch {
        let isFile = next == folder && (try? InputFile(path: next)) != nil
        let kind: any FaultKind = isFile ? SummaryFault.noFolder : OpeningFault.failed(error)
        throw .faults(FaultLog([Fault(kind, at: FaultPlace(file: next))]))
      }
      for entry in listing {
        let path = join(next, entry.name)
        if entry.kind == .folder { folders.append(path) }
        if entry.kind == .file, entry.name == "result.json" { paths.append(path) }
      }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Why there is nothing to sum up.
enum SummaryFault: FaultKind {
  case nothing
  case noFolder

  var code: FaultCode { .missingFile }

  var problem: Phrase {
    switch self {
    case .nothing:
      Phrase(
        vi: "không có result.json nào trong thư mục này hay dưới nó",
        en: "there is no result.json in this folder or below")
    case .noFolder:
      Phrase(vi: "--summary cần một thư mục, đây là tệp", en: "--summary wants a folder, and this is a file")
    }
  }

  var advice: Phrase {
    Phrase(
      vi: "mỗi đơn vị một thư mục, có kết quả do kiemphieu count --out ghi",
      en: "give each unit a folder with the result that kiemphieu count --out wrote")
  }
}
