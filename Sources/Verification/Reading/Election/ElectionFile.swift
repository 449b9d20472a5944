import CanonicalJSON
import Elections
import Faults
import Rulebooks

/// An election file as the verifier reads it: by the format page, without the reader that counted.
struct ElectionFile {
  var election: Election
  /// The regulation that the election is under.
  var rulebook: Rulebook

  /// Reads the bytes of an election file.
  ///
  /// - Returns: the file, or everything that is wrong with it.
  static func read(_ bytes: [UInt8], name: String) -> Result<ElectionFile, UnfitFile> {
    let faults = JSONFaults(file: name, bytes: bytes)
    var reader = ElectionFileReader()
    let file = faults.parse().flatMap { $0.object() }.flatMap { reader.file($0) }
    guard let file, faults.isEmpty else { return .failure(UnfitFile(faults: faults.log)) }
    return .success(file)
  }
}

/// A file that is not as its format says.
struct UnfitFile: Error {
  var faults: FaultLog
}

extension Rulebook {
  /// The regulation that an election is under: the one that its file forces, or else the one in force on its date.
  static func forElection(on date: CalendarDate, forced: String?) -> Rulebook? {
    let known = RulebookShelf.standard.rulebooks
    if let forced { return known.first { $0.id == forced } }
    return known.last { $0.covers(date) }
  }

  /// Whether `date` lies in the period of the regulation.
  func covers(_ date: CalendarDate) -> Bool {
    if date < validFrom { return false }
    if let last = validThrough, last < date { return false }
    return true
  }
}

/// Reads the top of an election file. What has a fault is `nil`, and the fault is in the log of the file.
struct ElectionFileReader {
  /// The files named so far, in their shortest spelling.
  private var named: Set<String> = []

  mutating func file(_ root: JSONObjectReader) -> ElectionFile? {
    guard isElection(root) else { return nil }
    let organization = root.required("organization")?.visibleText()
    let superior = root.optional("superior")?.visibleText()
    let congress = root.required("congress")?.visibleText()
    let term = root.required("term")?.visibleText()
    let date = root.required("date")?.day()
    let place = root.optional("place")?.visibleText()
    let forced = root.optional("regulation")?.choice(
      of: ["auto"] + RulebookShelf.standard.rulebooks.map(\.id))
    let regulation = forced == "auto" ? nil : forced
    let plan = root.optional("plan").flatMap { fileName($0) }
    let board = root.optional("countingBoard")?.array()?.compactMap(boardMember) ?? []
    let after = root.optional("after").flatMap { earlierResults($0) } ?? []
    let roster = root.optional("roster").flatMap { self.roster($0) }
    let contests = root.required("contests").flatMap { self.contests($0) }
    root.finish()
    guard let date, let rulebook = rulebook(on: date, forced: regulation, root.reader) else { return nil }
    guard let organization, let congress, let term, let contests else { return nil }
    return ElectionFile(
      election: Election(
        organization: organization, superior: superior, congress: congress, term: term, date: date,
        place: place, regulation: regulation, planFile: plan, countingBoard: board, contests: contests,
        after: after, roster: roster),
      rulebook: rulebook)
  }

  private func isElection(_ root: JSONObjectReader) -> Bool {
    guard let format = root.required("format"), let kind = format.string(),
      let version = root.required("version"), let number = version.integer(in: 0...Int.max)
    else { return false }
    if kind == "kiemphieu-election" && number == 1 { return true }
    format.report(
      .otherFormat, "không phải tệp bầu cử phiên bản 1", "this is no election file of version 1")
    return false
  }

  private func rulebook(on date: CalendarDate, forced: String?, _ root: JSONReader) -> Rulebook? {
    if let found = Rulebook.forElection(on: date, forced: forced) { return found }
    root.report(
      .noRegulation, "không biết quy chế nào có hiệu lực ngày \(date.dayFirst)",
      "no regulation is known to be in force on \(date)")
    return nil
  }

  private func boardMember(_ reader: JSONReader) -> BoardMember? {
    guard let member = reader.object() else { return nil }
    let name = member.required("name")?.visibleText()
    let role: BoardRole? = member.choice("role")
    member.finish()
    guard let name, let role else { return nil }
    return BoardMember(name: name, role: role)
  }

  // MARK: Files

  /// The name of a file below the folder, in its shortest spelling, for the first time in this election file.
  mutating func fileName(_ reader: JSONReader) -> String? {
    guard let text = reader.visibleText() else { return nil }
    guard let name = EvidenceName.shortest(text) else {
      reader.report(
        .unfitFileName, "tên tệp phải ở trong thư mục của tệp bầu cử",
        "the file must lie in the folder of the election file")
      return nil
    }
    guard named.insert(name).inserted else {
      reader.report(.unfitFileName, "tệp được nêu hai lần", "the file is named twice")
      return nil
    }
    return name
  }

  private mutating func earlierResults(_ reader: JSONReader) -> [PriorResult]? {
    var results: [PriorResult] = []
    var digests: Set<String> = []
    let entries = reader.array() ?? []
    if entries.count > ElectionLimits.earlierResults {
      reader.report(
        .unfitList, "quá \(ElectionLimits.earlierResults) kết quả đi trước",
        "there are more than \(ElectionLimits.earlierResults) earlier results")
    }
    for entry in entries.prefix(ElectionLimits.earlierResults) {
      guard let object = entry.object() else { continue }
      let name = object.required("result").flatMap { fileName($0) }
      let digest = object.required("sha256")?.digestText()
      object.finish()
      guard let name, let digest else { continue }
      if !digests.insert(digest).inserted {
        entry.report(.unfitFileName, "một kết quả được nêu hai lần", "one result is named twice")
      }
      results.append(PriorResult(file: name, sha256: digest))
    }
    return results
  }

  private mutating func roster(_ reader: JSONReader) -> Roster? {
    guard let object = reader.object() else { return nil }
    let name = object.required("file").flatMap { fileName($0) }
    let digest = object.required("sha256")?.digestText()
    var quorum: [SigningRole: Int] = [:]
    if let roles = object.required("quorum")?.object() {
      for role in SigningRole.allCases {
        quorum[role] = roles.optionalInteger(role.rawValue, in: 0...1000)
      }
      roles.finish()
      if quorum.values.allSatisfy({ $0 == 0 }) {
        roles.reader.report(.unfitBinding, "không cần chữ ký của ai", "nobody needs to sign")
      }
    }
    object.finish()
    guard let name, let digest else { return nil }
    return Roster(file: name, sha256: digest, quorum: quorum)
  }
}
