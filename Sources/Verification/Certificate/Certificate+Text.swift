import Elections
public import Faults
import Machine

extension Certificate {
  /// The most differences of one check that are printed.
  private static let differencesShown = 20

  /// The certificate as people read it.
  public func text(_ language: Language) -> String {
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }
    var lines = [say("BẢN KIỂM TRA KẾT QUẢ", "CERTIFICATE OF VERIFICATION")]
    let day = date.map { say(CalendarDate($0)?.dayFirst ?? $0, $0) }
    let names = [
      (say("Đại hội, hội nghị", "Congress or meeting"), congress),
      (say("Tổ chức", "Organization"), organization),
      (say("Ngày", "Date"), day),
    ]
    for case (let label, let name?) in names { lines.append("\(label): \(visible(name, limit: 1000))") }
    if let part {
      let ids = part.map { visible($0) }.joined(separator: ", ")
      lines.append(say("Kết quả chỉ của một phần: \(ids)", "The result is of a part only: \(ids)"))
    }
    if let replaces {
      // Nothing shows whether there was such a result: the words say who says so.
      let (former, because) = (ShortCode(replaces.former), visible(replaces.because, limit: 1000))
      lines.append(
        say(
          "Tự nêu là bản đính chính, thay cho kết quả \(former), vì: \(because)",
          "Calls itself a correction, in place of the result \(former), because: \(because)"))
    }
    lines += [
      say("Mã kết quả: \(code)", "Code of the result: \(code)"), "",
      verdict.words[language], "",
    ]
    lines += checks.flatMap { self.lines($0, language) }
    let good = signatures.filter(\.isGood)
    if !good.isEmpty {
      lines += [
        "", say("Đã ký, và kiểm tra bằng tay thế này:", "Signed, and to be checked by hand like this:"),
      ]
      for signature in good {
        lines.append("  " + visible(signature.principal ?? "", limit: 1000))
        if let command = signature.command { lines.append("    " + visible(command, limit: 2000)) }
      }
    }
    if !totals.isEmpty {
      lines += ["", say("Đối chiếu các con số:", "Control totals:")]
      for contest in totals {
        lines.append("  [\(visible(contest.contest))]")
        lines += contest.identities.map { "    " + ($0.holds ? "✓ " : "✗ ") + $0.words[language] }
      }
    }
    if !strangers.isEmpty {
      lines += [
        "", say("Có trong thư mục, không thuộc bằng chứng:", "In the folder, no part of the evidence:"),
      ]
      lines += strangers.map { "  " + visibleLine($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ check: Check, _ language: Language) -> [String] {
    let name = check.words[language]
    switch check.outcome {
    case .passed: return ["✓ \(name): " + Phrase(vi: "đạt", en: "passed")[language]]
    case .notChecked(let why):
      let open = Phrase(vi: "chưa kiểm tra, vì", en: "not checked, because")[language]
      return ["? \(name): \(open) \(why.words[language])"]
    case .failed(let differences):
      var lines = ["✗ \(name): " + Phrase(vi: "không đạt", en: "failed")[language]]
      lines += differences.prefix(Self.differencesShown).map { "    " + $0.words[language] }
      let rest = differences.count - Self.differencesShown
      if rest > 0 {
        lines.append("    " + Phrase(vi: "… và \(rest) chỗ khác nữa", en: "… and \(rest) more")[language])
      }
      return lines
    }
  }
}

extension Verdict {
  /// The verdict in one sentence.
  public var words: Phrase {
    switch self {
    case .certified:
      Phrase(
        vi: "CHỨNG NHẬN: mọi điều kết quả nêu đều đúng, và đã đủ chữ ký.",
        en: "CERTIFIED: every claim of the result holds, and the quorum has signed.")
    case .agrees:
      Phrase(
        vi: "KHỚP: mọi điều kết quả nêu đều đúng; không yêu cầu chữ ký.",
        en: "AGREES: every claim of the result holds; no signature was asked for.")
    case .differs:
      Phrase(
        vi: "KHÁC: có điều kết quả nêu không đúng.", en: "DIFFERS: a claim of the result does not hold.")
    case .unfinished:
      Phrase(
        vi: "CHƯA XONG: có điều quan trọng chưa kiểm tra được.",
        en: "UNFINISHED: something that matters could not be checked.")
    }
  }
}

extension Check {
  /// What is checked, in words.
  public var words: Phrase {
    let name = id.words
    switch subject {
    case .result: return name
    case .file(let file):
      let file = visibleLine(file)
      return Phrase(vi: "\(name.vi) \(file)", en: "\(name.en) \(file)")
    case .contest(let contest):
      let contest = visible(contest)
      return Phrase(vi: "[\(contest)] \(name.vi)", en: "[\(contest)] \(name.en)")
    }
  }
}

extension CheckID {
  fileprivate var words: Phrase {
    switch self {
    case .form: Phrase(vi: "dạng tệp kết quả", en: "form of the result file")
    case .selfDigest: Phrase(vi: "mã mà kết quả tự ghi", en: "digest that the result states of itself")
    case .engine: Phrase(vi: "chương trình đã kiểm phiếu", en: "program that counted")
    case .evidence: Phrase(vi: "tệp", en: "file")
    case .electionFile: Phrase(vi: "nội dung tệp bầu cử", en: "contents of the election file")
    case .heading: Phrase(vi: "tên, ngày, quy chế", en: "names, date, regulation")
    case .earlier:
      Phrase(vi: "sự tự khớp của kết quả đi trước", en: "agreement with itself of the earlier result")
    case .earlierRecount: Phrase(vi: "đếm lại kết quả đi trước", en: "recount of the earlier result")
    case .earlierSignatures:
      Phrase(vi: "chữ ký của kết quả đi trước", en: "signatures on the earlier result")
    case .ballots: Phrase(vi: "đọc các tệp phiếu", en: "reading of the ballot files")
    case .entryLog: Phrase(vi: "nhật ký nhập phiếu", en: "entry log")
    case .origin: Phrase(vi: "nguồn gốc danh sách thống nhất", en: "origin of the agreed list")
    case .contest: Phrase(vi: "danh sách, số ghế, cử tri", en: "list, seats, electorate")
    case .counts: Phrase(vi: "số phiếu", en: "ballots and votes")
    case .totals: Phrase(vi: "đối chiếu các con số", en: "control totals")
    case .shares: Phrase(vi: "tỷ lệ", en: "shares")
    case .decision: Phrase(vi: "ai trúng cử, căn cứ", en: "who is elected, and why")
    case .round: Phrase(vi: "nối tiếp vòng trước", en: "round after the one before")
    case .findings: Phrase(vi: "nhận xét", en: "findings")
    case .members: Phrase(vi: "các mục của kết quả", en: "members of the result")
    case .replaced:
      Phrase(vi: "còn giá trị, trước bản đính chính", en: "still in force, beside the correction")
    case .signatures: Phrase(vi: "chữ ký", en: "signatures")
    }
  }
}
