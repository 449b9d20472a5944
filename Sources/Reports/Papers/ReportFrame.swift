public import Documents
import Elections
public import Faults
public import Outcomes
import Rulebooks
import Typesetting

/// What all documents on one result have in common: the language, how shares are rounded, the heading of the paper, the code at its
/// foot and what must be said plainly at its head.
public struct ReportFrame: Sendable {
  public var result: ElectionResult
  public var standing: ResultStanding
  public var language: Language
  public var rounding: Percent.Rounding
  /// The results that this one comes after, as far as they are at hand, the first sitting first.
  public var earlier: [EarlierSitting]
  /// The names of those of them that are not at hand.
  public var missing: [String]

  public init(
    _ result: ElectionResult, _ standing: ResultStanding, _ language: Language,
    percent rounding: Percent.Rounding = .halfUp, earlier: [EarlierSitting] = [], missing: [String] = []
  ) {
    self.earlier = earlier
    self.missing = missing
    self.result = result
    self.standing = standing
    self.language = language
    self.rounding = rounding
  }

  /// All results of the congress that are at hand, the first sitting first.
  var sittings: [ElectionResult] { earlier.map(\.result) + [result] }

  /// The regulation that the result names; `nil` where this program does not know it.
  var rulebook: Rulebook? { RulebookShelf.standard.rulebook(id: result.regulation) }

  func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  func count(_ number: Int) -> String { grouped(number, language) }

  /// The share of `votes` in the base of a contest, the fraction first: `150/159 = 94,34 %` (R-PERCENT).
  func share(_ votes: Int, of base: Int) -> String {
    Reports.share(votes, of: base, rounding, language)
  }

  /// The column of dates of birth, wide enough that none is broken.
  var bornColumn: Table.Column {
    Table.Column(say("Ngày sinh", "Born"), width: language == .vietnamese ? 18 : 25, .center)
  }

  /// That shares are cut off, below a table of them; nothing where they are rounded.
  var roundingNote: [Sheet.Block] {
    rounding.note.map { [.paragraph(Paragraph(firstUpper($0[language]) + ".", .note))] } ?? []
  }

  /// Where a provision stands, for papers: ` (khoản 2, Điều 32)`; nothing where the regulation is not known.
  func law(_ provision: Provision) -> String { lawPhrase(provision)[language] }

  func lawPhrase(_ provision: Provision) -> Phrase {
    guard let law = rulebook?.source(provision).law else { return Phrase("") }
    return Phrase(vi: " (\(law.vi))", en: " (\(law.en))")
  }

  /// A sheet with the warnings at its head and the code at its foot.
  func sheet(_ title: String, isLandscape: Bool = false, _ blocks: [Sheet.Block]) -> Sheet {
    Sheet(
      title: title, language: language, isLandscape: isLandscape,
      warnings: warnings,
      footer: [
        codeLine + (standing.unsigned.map { " · " + $0[language] } ?? ""),
        ToolNotice.text([result.regulation])[language],
      ],
      blocks: blocks)
  }

  /// What must be said plainly: of the standing, and of a result of a part or in place of another.
  var warnings: [String] {
    var lines = standing.warnings(isRehearsal: result.isRehearsal, includesUnsigned: false).map {
      $0[language]
    }
    if result.part?.ballotsReplaced == true {
      lines.append(
        say(
          "Tệp phiếu lấy từ dòng lệnh, không phải từ tệp bầu cử",
          "The ballot files are those of the command line, not of the election file"))
    }
    if let replaces = result.replaces {
      let because = visible(replaces.because, limit: 400)
      lines.append(
        say("Đính chính, thay cho kết quả trước: \(because)", "A correction of an earlier result: \(because)")
      )
    }
    return lines
  }

  /// The head of the counting board, where the election file names one.
  var headOfBoard: String? {
    result.election.countingBoard.first { $0.role == .head }.map { visible($0.name, limit: 1000) }
  }

  /// What stands where somebody is to sign by hand.
  var signHere: String { say("(Ký, ghi rõ họ tên)", "(Signature and full name)") }

  /// The day of the vote and, where the election file says it, the place: `ngày 18 tháng 6 năm 2020, tại Gia Nghĩa`.
  var dayAndPlace: Phrase {
    let (day, place) = (result.election.date.words, result.election.place.map { visibleLine($0) })
    return Phrase(
      vi: day.vi + (place.map { ", tại " + $0 } ?? ""), en: day.en + (place.map { ", at " + $0 } ?? ""))
  }

  /// The short code of the result, which stands on everything that is made from it.
  var codeLine: String { say("Mã kết quả: \(standing.code)", "Code of the result: \(standing.code)") }

  /// The heading of a paper of the whole sitting: of its meeting, or of the congress where it is of several.
  var letterhead: Sheet.Block {
    let meetings = result.meetings
    return letterhead(
      of: meetings.count == 1 ? meetings[0].full[language] : visible(result.election.congress, limit: 1000))
  }

  /// The heading of a paper of a congress or meeting: the organization with its congress or meeting and term to the left, the Party's
  /// name with place and date to the right (rules §9; not the heading of the State).
  func letterhead(of meeting: String) -> Sheet.Block {
    let election = result.election
    return letterhead(
      below: [
        meeting,
        say("Nhiệm kỳ ", "Term ") + visibleLine(election.term),
      ], day: election.date.unbroken[language])
  }

  /// The heading of a paper that is numbered and dated by hand when it is sent, such as a request (thể thức văn bản của Đảng).
  ///
  /// - Parameter sign: what stands behind the number: the kind of paper and who issues it, such as `TTr/ĐU`.
  func letterhead(numbered sign: String) -> Sheet.Block {
    letterhead(
      below: ["*", say("Số ……-", "No. ……-") + sign],
      day: say("ngày … tháng … năm ……", "……………………"))
  }

  private func letterhead(below lines: [String], day: String) -> Sheet.Block {
    let superior = result.election.superior.map { [Paragraph(visible($0, limit: 1000).uppercased())] } ?? []
    let organization = visible(result.election.organization, limit: 1000).uppercased()
    let place = result.election.place.map { visibleLine($0) + ", " } ?? ""
    return .letterhead(
      left: superior + [Paragraph(organization, bold: true)] + lines.map { Paragraph($0) },
      right: [
        Paragraph(say("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIETNAM"), bold: true),
        Paragraph("――――――――"), Paragraph(place + day, italic: true),
      ])
  }

  /// The regulation and the guidance that a document rests on, a paragraph each.
  var legalBasis: [Paragraph] {
    // The number stays with the word before it.
    let unknown = visible(result.regulation)
    let title = Phrase(
      vi: rulebook?.title.withNumberUnbroken ?? unknown, en: rulebook?.englishTitle ?? unknown)
    var lines = [
      Paragraph(
        say("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", "On the ground of the Charter of the Party;"),
        italic: true),
      Paragraph(say("Căn cứ \(title.vi);", "On the ground of \(title.en);"), italic: true),
    ]
    if let guidance = result.guidance {
      let number = visible(guidance.number)
      lines.append(
        Paragraph(
          say(
            "Căn cứ Hướng dẫn số\u{A0}\(number) \(guidance.issued.cited.vi);",
            "On the ground of Guidance \(number) \(guidance.issued.cited.en);"), italic: true))
    }
    return lines
  }
}

extension String {
  /// A title in which no line is broken between «số» and the number behind it.
  fileprivate var withNumberUnbroken: String {
    split(separator: " số ", omittingEmptySubsequences: false).joined(separator: " số\u{A0}")
  }
}

/// A result that another comes after, with its code.
public struct EarlierSitting: Sendable {
  public var result: ElectionResult
  /// The short code of the result.
  public var code: String
  /// The SHA-256 of the file, 64 lower-case hexadecimal digits.
  public var sha256: String

  public init(_ result: ElectionResult, code: String, sha256: String) {
    self.result = result
    self.code = code
    self.sha256 = sha256
  }
}
