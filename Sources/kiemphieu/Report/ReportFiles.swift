import Documents
import Faults
import Outcomes
import Reports
import Typesetting

/// The files that reports on one result consist of. Pure: from values to bytes.
struct ReportFiles {
  private let frame: ReportFrame
  /// The contests that minutes are made of.
  private let contests: [ContestResult]

  init(_ frame: ReportFrame, contests: [ContestResult]) {
    self.frame = frame
    self.contests = contests
  }

  /// Everything that a board needs: what it signs as Word files, what it shows, what it passes on.
  func all() -> [ReportFile] {
    let papers: [(ReportDocument, ReportFormat)] = [
      (.minutes, .docx), (.handover, .docx), (.seal, .docx), (.approval, .docx), (.result, .html),
      (.result, .slides), (.result, .txt), (.result, .csv),
    ]
    return papers.filter { $0.0 != .approval || (approval.hasOffices && approval.isSettled) }.flatMap {
      files($0, as: $1)
    }
  }

  /// - Returns: `nil` for a document that there is not in that format.
  func files(_ document: ReportDocument, as format: ReportFormat) -> [ReportFile] {
    let name = { (vi: String, en: String) in Phrase(vi: vi, en: en)[frame.language] + "." + format.ending }
    switch (document, format) {
    case (.result, .docx), (.minutes, _):
      let taken: Set = frame.language == .vietnamese ? [Self.handover] : []
      let names = FileNames.distinct(contests.map(\.id), besides: taken)
      return zip(contests, names).map { contest, id in
        sheets([Minutes(contest, frame).sheet()], name("bien-ban-\(id)", "minutes-\(id)"), format)
      }
    case (.handover, _):
      return [sheets([HandoverMinutes(frame).sheet()], name("bien-ban-\(Self.handover)", "handover"), format)]
    case (.seal, _):
      return [sheets([SealLabels(frame).sheet()], name("nhan-niem-phong", "seal-labels"), format)]
    case (.approval, _):
      return [
        sheets(
          [approval.sheet()], name("to-trinh-chuan-y", "approval"), format)
      ]
    case (.result, .html):
      let text = ResultPage.html(
        frame.result, frame.standing, frame.language, percent: frame.rounding,
        earlier: frame.earlier.map(\.result))
      return [ReportFile(name("ket-qua", "result"), text)]
    case (.result, .slides):
      let text = Slides.html(frame.result, frame.standing, frame.language, percent: frame.rounding)
      return [ReportFile(name("trinh-chieu", "slides"), text)]
    case (.result, .txt):
      return [ReportFile(name("ket-qua", "result"), ResultTable.text(frame))]
    case (.result, .csv):
      let text = ResultSpreadsheet.text(
        frame.result, frame.standing, frame.language, percent: frame.rounding)
      return [ReportFile(name("ket-qua", "result"), text)]
    }
  }

  /// What the minutes of handing over are called, which in Vietnamese are minutes as those of a contest are.
  private static let handover = "ban-giao"

  private var approval: ApprovalRequest { ApprovalRequest(frame) }

  /// Everything of one kind in one file, for standard output.
  func single(_ document: ReportDocument, as format: ReportFormat) -> [UInt8] {
    let isMinutes = document == .minutes || (document == .result && format == .docx)
    guard isMinutes else { return files(document, as: format)[0].bytes }
    return sheets(contests.map { Minutes($0, frame).sheet() }, "", format).bytes
  }

  private func sheets(_ sheets: [Sheet], _ name: String, _ format: ReportFormat) -> ReportFile {
    format == .docx
      ? ReportFile(name, WordDocument(sheets).bytes()) : ReportFile(name, SheetPage(sheets).text())
  }
}

/// Names of files that are made of ids, which may hold anything.
enum FileNames {
  /// For each id a name of letters, digits, `-`, `_` and `.` that none of the others and none of `taken` has,
  /// whatever the case of the letters.
  static func distinct(_ ids: [String], besides taken: Set<String>) -> [String] {
    var taken = taken
    return ids.map { id in
      let safe = String(String.UnicodeScalarView(id.unicodeScalars.prefix(80).map(isSafe)))
      var (name, number) = (safe, 1)
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = safe + "-" + String(number)
      }
      return name
    }
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    return isPlain || scalar == "-" || scalar == "_" ? scalar : "-"
  }
}
