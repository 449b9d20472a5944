import CanonicalJSON
import Elections
import Faults

/// Puts differences into words that a counting board understands.
struct ClaimWords {
  private let election: Election?
  /// By the place of a contest in the result, its index in ``election``.
  private let contests: [Int]

  init(_ election: Election?, contests: [Int]? = nil) {
    self.election = election
    self.contests = contests ?? Array((election?.contests ?? []).indices)
  }

  /// - Parameters:
  ///   - difference: the claim that does not hold.
  ///   - places: where the ballots stand that it is about.
  func difference(_ difference: ClaimDifference, places: [ContestRecount.Place]) -> Difference {
    let subject = subject(difference.path)
    // A ground of which there is no ballot is left out of the file.
    let isCount = difference.path.steps.contains { Self.countsByGround.contains($0) }
    let absent: JSONValue? = isCount ? 0 : nil
    let (stated, found) = (Self.text(difference.stated ?? absent), Self.text(difference.found ?? absent))
    var words: Phrase
    switch (stated, found) {
    case (let stated?, let found?):
      words = Phrase(
        vi: "\(subject.vi): kết quả ghi \(stated.vi), kiểm tra lại được \(found.vi)",
        en: "\(subject.en): the result says \(stated.en), the verification gives \(found.en)")
    case (nil, let found?):
      words = Phrase(
        vi: "\(subject.vi): kết quả không ghi, kiểm tra lại được \(found.vi)",
        en: "\(subject.en): the result says nothing, the verification gives \(found.en)")
    case (let stated?, nil):
      words = Phrase(
        vi: "\(subject.vi): kết quả ghi \(stated.vi), lẽ ra không có mục này",
        en: "\(subject.en): the result says \(stated.en), and there is no such thing")
    case (nil, nil):
      words = Phrase(
        vi: "\(subject.vi): thiếu mục, hoặc sai kiểu",
        en: "\(subject.en): something is missing or of another type")
    }
    if !places.isEmpty {
      words.vi += "; xem " + places.map(Self.place).map(\.vi).joined(separator: ", ")
      words.en += "; see " + places.map(Self.place).map(\.en).joined(separator: ", ")
    }
    return Difference(
      words, path: difference.path.description, stated: difference.stated, found: difference.found)
  }

  private static let countsByGround: [ClaimPath.Step] = [.key("invalidByReason"), .key("invalidBearing")]

  private static func place(_ place: ContestRecount.Place) -> Phrase {
    let file = visibleLine(place.file)
    return place.isLine
      ? Phrase(vi: "\(file) dòng \(place.line)", en: "\(file) line \(place.line)")
      : Phrase(vi: "\(file) phiếu \(place.line)", en: "\(file) ballot \(place.line)")
  }

  // MARK: What a member is about

  private func subject(_ path: ClaimPath) -> Phrase {
    guard path.key(at: 0) == "contests", path.steps.count > 2, let place = path.index(at: 1),
      contests.indices.contains(place), let contest = election?.contests[contests[place]]
    else { return Self.label(path, from: 0) }
    let id = "[\(visible(contest.id))] "
    let index = path.index(at: 3) ?? -1
    switch path.key(at: 2) {
    case "candidates" where contest.candidates.indices.contains(index):
      let name = id + visible(contest.candidates[index].name)
      return Self.label(
        path, from: 4, behind: Phrase(vi: "\(name) (số \(index + 1))", en: "\(name) (number \(index + 1))"))
    case "files" where contest.ballots.files.indices.contains(index):
      return Self.label(path, from: 4, behind: Phrase(visibleLine(contest.ballots.files[index])))
    default:
      let label = Self.label(path, from: 2)
      return Phrase(vi: id + label.vi, en: id + label.en)
    }
  }

  /// The words for the steps of a path from one on, behind others; keys without words of their own as they are.
  private static func label(_ path: ClaimPath, from start: Int, behind first: Phrase? = nil) -> Phrase {
    var words = [first].compactMap { $0 }
    for step in path.steps.dropFirst(start) {
      switch step {
      case .key(let key): words.append(labels[key] ?? Phrase(visible(key)))
      case .index(let index): words.append(Phrase(vi: "mục \(index + 1)", en: "item \(index + 1)"))
      }
    }
    if words.isEmpty { return Phrase(vi: "kết quả", en: "the result") }
    return Phrase(
      vi: words.map(\.vi).joined(separator: ", "), en: words.map(\.en).joined(separator: ", "))
  }

  private static let labels: [String: Phrase] = [
    "after": Phrase(vi: "kết quả đi trước", en: "earlier results"),
    "article": Phrase(vi: "điều", en: "article"),
    "ballots": Phrase(vi: "phiếu", en: "ballots"),
    "base": Phrase(vi: "số tính tỷ lệ", en: "base"),
    "because": Phrase(vi: "căn cứ", en: "rule"),
    "bytes": Phrase(vi: "kích thước (byte)", en: "size in bytes"),
    "candidates": Phrase(vi: "danh sách", en: "candidates"),
    "congress": Phrase(vi: "đại hội", en: "congress"),
    "contests": Phrase(vi: "các cuộc bầu", en: "contests"),
    "convened": Phrase(vi: "triệu tập", en: "convened"),
    "countingBoard": Phrase(vi: "ban kiểm phiếu", en: "counting board"),
    "date": Phrase(vi: "ngày", en: "date"),
    "debatable": Phrase(vi: "phiếu còn ý kiến khác nhau", en: "debatable ballots"),
    "deductions": Phrase(vi: "số trừ", en: "deductions"),
    "digest": Phrase(vi: "loại mã kiểm tra", en: "kind of digest"),
    "elected": Phrase(vi: "trúng cử", en: "elected"),
    "election": Phrase(vi: "cuộc bầu cử", en: "election"),
    "electorate": Phrase(vi: "cử tri", en: "electorate"),
    "engine": Phrase(vi: "chương trình", en: "program"),
    "files": Phrase(vi: "tệp phiếu", en: "ballot files"),
    "findings": Phrase(vi: "nhận xét", en: "findings"),
    "follows": Phrase(vi: "tiếp theo cuộc bầu", en: "contest followed"),
    "form": Phrase(vi: "loại phiếu", en: "form of ballot"),
    "guidance": Phrase(vi: "hướng dẫn", en: "guidance"),
    "invalid": Phrase(vi: "phiếu không hợp lệ", en: "invalid ballots"),
    "invalidBearing": Phrase(vi: "phiếu không hợp lệ theo từng lý do", en: "invalid ballots by ground"),
    "invalidByReason": Phrase(vi: "lý do không hợp lệ", en: "reasons for invalidity"),
    "issued": Phrase(vi: "phát ra", en: "issued"),
    "kind": Phrase(vi: "kiểu vòng bầu", en: "kind of round"),
    "name": Phrase(vi: "tên", en: "name"),
    "needed": Phrase(vi: "số phiếu cần", en: "votes needed"),
    "number": Phrase(vi: "số", en: "number"),
    "office": Phrase(vi: "chức danh", en: "office"),
    "organization": Phrase(vi: "tổ chức đảng", en: "organization"),
    "otherWords": Phrase(vi: "lời ghi lý do khác", en: "words on other grounds"),
    "papers": Phrase(vi: "tờ phiếu đã in", en: "papers printed"),
    "part": Phrase(vi: "phần được kiểm", en: "part"),
    "percent": Phrase(vi: "tỷ lệ", en: "share"),
    "place": Phrase(vi: "nơi", en: "place"),
    "plan": Phrase(vi: "kế hoạch", en: "plan"),
    "present": Phrase(vi: "có mặt", en: "present"),
    "recorded": Phrase(vi: "số phiếu trong tệp", en: "ballots recorded"),
    "regulation": Phrase(vi: "quy chế", en: "regulation"),
    "replaces": Phrase(vi: "kết quả được đính chính", en: "result replaced"),
    "returned": Phrase(vi: "thu về", en: "returned"),
    "roster": Phrase(vi: "danh sách người ký", en: "roster"),
    "round": Phrase(vi: "vòng", en: "round"),
    "rows": Phrase(vi: "số dòng", en: "rows"),
    "ruledValid": Phrase(vi: "phiếu được công nhận hợp lệ", en: "ballots ruled valid"),
    "rulings": Phrase(vi: "phán quyết", en: "rulings"),
    "seats": Phrase(vi: "số ghế", en: "seats"),
    "self": Phrase(vi: "mã tự ghi", en: "digest of itself"),
    "sha256": Phrase(vi: "mã SHA-256", en: "SHA-256"),
    "status": Phrase(vi: "kết luận", en: "status"),
    "statusArticle": Phrase(vi: "điều của kết luận", en: "article of the status"),
    "statusRule": Phrase(vi: "căn cứ của kết luận", en: "rule of the status"),
    "superior": Phrase(vi: "cấp trên", en: "superior"),
    "tally": Phrase(vi: "bảng đếm", en: "tally"),
    "term": Phrase(vi: "nhiệm kỳ", en: "term"),
    "tie": Phrase(vi: "bằng phiếu", en: "tie"),
    "title": Phrase(vi: "tên cuộc bầu", en: "title"),
    "tree": Phrase(vi: "mã cây", en: "tree digest"),
    "undervotes": Phrase(vi: "phiếu bầu bỏ trống", en: "undervotes"),
    "vacant": Phrase(vi: "số ghế còn thiếu", en: "vacant seats"),
    "valid": Phrase(vi: "phiếu hợp lệ", en: "valid ballots"),
    "validByVotes": Phrase(vi: "phiếu hợp lệ theo số người được bầu", en: "valid ballots by number of votes"),
    "version": Phrase(vi: "phiên bản", en: "version"),
    "votes": Phrase(vi: "số phiếu bầu", en: "votes"),
    "words": Phrase(vi: "lời", en: "words"),
    "notIssued": Phrase(vi: "I1 không do ban kiểm phiếu phát", en: "I1 not issued by the board"),
    "tooMany": Phrase(vi: "I2 bầu quá số lượng", en: "I2 more votes than seats"),
    "nobody": Phrase(vi: "I3 không bầu ai", en: "I3 votes for nobody"),
    "bothMarked": Phrase(vi: "I4 đánh dấu cả hai ô", en: "I4 both boxes marked"),
    "blank": Phrase(vi: "I5 không đánh dấu", en: "I5 no mark"),
    "outsider": Phrase(vi: "I6 bầu người ngoài danh sách", en: "I6 a name outside the list"),
    "marked": Phrase(vi: "I7 có dấu riêng", en: "I7 a private mark"),
    "signed": Phrase(vi: "I8 ký tên, viết thêm", en: "I8 signed, or added writing"),
    "other": Phrase(vi: "lý do khác", en: "another ground"),
  ]

  // MARK: Values

  /// How a contest stands, in words beside the code.
  private static let statuses: [String: Phrase] = [
    "filled": Phrase(vi: "đủ số lượng (filled)", en: "all seats filled (filled)"),
    "short": Phrase(vi: "bầu thiếu (short)", en: "fewer than seats (short)"),
    "tied": Phrase(vi: "bằng phiếu ở ghế cuối (tied)", en: "tied at the last seat (tied)"),
    "void": Phrase(vi: "vô hiệu (void)", en: "void (void)"),
    "incomplete": Phrase(vi: "số liệu phiếu chưa khớp (incomplete)", en: "papers do not add up (incomplete)"),
  ]

  /// The codes of a list of findings.
  private static func codes(_ value: JSONValue) -> Phrase? {
    guard case .array(let elements) = value, !elements.isEmpty else { return nil }
    var codes: [String] = []
    for element in elements {
      guard case .object(let members) = element, case .string(let code)? = members["code"] else { return nil }
      codes.append(visible(code))
    }
    return Phrase("(" + codes.joined(separator: ", ") + ")")
  }

  /// A value in words; lists of numbers as they are, longer things by what they hold.
  private static func text(_ value: JSONValue?) -> Phrase? {
    switch value {
    case nil: return nil
    case .null: return Phrase(vi: "không có", en: "none")
    case .bool(let value): return value ? Phrase(vi: "có", en: "yes") : Phrase(vi: "không", en: "no")
    case .integer(let number): return Phrase(String(number))
    case .string(let text): return statuses[text] ?? Phrase("«" + visible(text, limit: 100) + "»")
    case .array([]): return Phrase(vi: "không có gì", en: "nothing")
    case .array, .object:
      guard let value else { return nil }
      if let codes = codes(value) { return codes }
      return Phrase(visible(String(decoding: value.canonicalBytes(), as: UTF8.self), limit: 160))
    }
  }
}
