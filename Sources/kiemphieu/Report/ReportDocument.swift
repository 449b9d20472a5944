import Faults
import Reports
import Typesetting

/// What `report` makes of a result, as the command line names it.
enum ReportDocument: String, CaseIterable {
  /// What the format shows unless something else is asked for: the minutes in Word, the result everywhere else.
  case result
  /// The minutes of each contest (biên bản kiểm phiếu).
  case minutes
  /// The minutes of sealing and handing over the ballots (biên bản niêm phong, bàn giao phiếu).
  case handover
  /// The labels for the sealed ballots (giấy niêm phong).
  case seal
  /// The request for approval (tờ trình đề nghị chuẩn y).
  case approval
}

/// In which form.
enum ReportFormat: String, CaseIterable {
  /// Office Open XML, for Word and LibreOffice.
  case docx
  case html
  /// HTML for the projector.
  case slides
  /// For the terminal.
  case txt
  /// For spreadsheets.
  case csv

  /// What a file name ends with.
  var ending: String { self == .slides ? "html" : rawValue }
}

/// A file that `report` writes.
struct ReportFile {
  var name: String
  var bytes: [UInt8]

  init(_ name: String, _ text: String) {
    self.init(name, Array(text.utf8))
  }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
