import CanonicalJSON
import Elections
import Faults
import Rulebooks

/// Reads the object of an election file (formats §1), all of it, whatever is wrong on the way.
struct ElectionReader {
  private let object: JSONObjectReader
  private let shelf: RulebookShelf
  private let paths = FilePaths()

  init(_ object: JSONObjectReader, _ shelf: RulebookShelf) {
    self.object = object
    self.shelf = shelf
  }

  /// - Returns: `nil` where there are faults.
  func read() -> ElectionDocument? {
    guard object.reader.isFormat("kiemphieu-election", object) else { return nil }
    let organization = object.text("organization")
    let superior = object.optionalText("superior")
    let congress = object.text("congress")
    let term = object.text("term")
    let date = object.required("date")?.date()
    let place = object.optionalText("place")
    let (regulation, rulebook) = rulebook(on: date)
    let plan = object.optional("plan").flatMap(paths.path)
    let board = (object.optionalArray("countingBoard") ?? []).compactMap(boardMember)
    let after = priorResults()
    let roster = object.optionalObject("roster").flatMap(roster)
    let (contests, readers) = contests(rulebook)
    object.finish()

    guard object.reader.faults.isEmpty, let organization, let congress, let term, let date, let rulebook
    else {
      return nil
    }
    let election = Election(
      organization: organization, superior: superior, congress: congress, term: term, date: date,
      place: place,
      regulation: regulation, planFile: plan, countingBoard: board, contests: contests, after: after,
      roster: roster)
    return ElectionDocument(election, rulebook, object, readers)
  }

  // MARK: The regulation

  /// - Returns: the id that the file forces, if any, and the rulebook.
  private func rulebook(on date: CalendarDate?) -> (forced: String?, Rulebook?) {
    let reader = object.optional("regulation")
    if let id = reader?.string(), id != "auto" {
      if let found = shelf.rulebook(id: id) { return (id, found) }
      let known = ["auto"] + shelf.rulebooks.map(\.id)
      reader?.fault(
        .unknownRulebook,
        problem: Phrase(
          vi: "chương trình không biết quy chế này", en: "the program does not know this regulation"),
        advice: Phrase(
          vi: "dùng một trong: \(known.joined(separator: ", "))",
          en: "use one of: \(known.joined(separator: ", "))"))
      return (nil, nil)
    }
    guard let date else { return (nil, nil) }
    switch shelf.rulebook(on: date) {
    case .success(let found): return (nil, found)
    case .failure(let none):
      object.optional("date")?.fault(
        .noRulebook, problem: none.problem,
        advice: Phrase(
          vi: "kiểm tra ngày; nếu đúng, ghi rõ «regulation» cần áp dụng",
          en: "check the date; if it is right, name the 'regulation' to be applied"))
      return (nil, nil)
    }
  }

  // MARK: People and files around the election

  private func boardMember(_ reader: JSONReader) -> BoardMember? {
    guard let member = reader.object() else { return nil }
    let name = member.text("name")
    let role: BoardRole? = member.choice("role")
    member.finish()
    guard let name, let role else { return nil }
    return BoardMember(name: name, role: role)
  }

  /// One result under two names would count its people twice.
  private func priorResults() -> [PriorResult] {
    let readers = object.optionalArray("after") ?? []
    if readers.count > ElectionLimits.earlierResults {
      object.optional("after")?.fault(
        .badListLength,
        problem: Phrase(
          vi: "quá \(ElectionLimits.earlierResults) kết quả đi trước",
          en: "there are more than \(ElectionLimits.earlierResults) earlier results"),
        advice: Phrase(
          vi: "chỉ nêu những kết quả mà hội nghị này nối tiếp",
          en: "name only the results that this sitting comes after"))
    }
    var digests: Set<String> = []
    return readers.prefix(ElectionLimits.earlierResults).compactMap { reader in
      guard let prior = priorResult(reader) else { return nil }
      if !digests.insert(prior.sha256).inserted {
        reader.object()?.optional("sha256")?.fault(
          .fileRepeated,
          problem: Phrase(
            vi: "kết quả này đã được nêu dưới tên khác",
            en: "this result is listed already under another name"),
          advice: Phrase(vi: "nêu mỗi kết quả một lần", en: "list each result once"))
      }
      return prior
    }
  }

  private func priorResult(_ reader: JSONReader) -> PriorResult? {
    guard let entry = reader.object() else { return nil }
    let file = entry.required("result").flatMap(paths.path)
    let digest = entry.required("sha256")?.digest()
    entry.finish()
    guard let file, let digest else { return nil }
    return PriorResult(file: file, sha256: digest)
  }

  private func roster(_ object: JSONObjectReader) -> Roster? {
    let file = object.required("file").flatMap(paths.path)
    let digest = object.required("sha256")?.digest()
    let quorum = object.object("quorum")
    var needed: [SigningRole: Int] = [:]
    if let quorum {
      let named = SigningRole.allCases.filter { quorum.optional($0.rawValue) != nil }
      for role in named { needed[role] = quorum.integer(role.rawValue, in: 0...ElectionLimits.contests) }
      quorum.finish()
      if needed.count == named.count, needed.values.allSatisfy({ $0 == 0 }) {
        quorum.reader.fault(
          .emptyQuorum,
          problem: Phrase(vi: "không yêu cầu chữ ký của ai", en: "nobody's signature is required"),
          advice: Phrase(
            vi: "ghi số chữ ký, ví dụ {\"head\": 1}", en: "write a number, such as {\"head\": 1}"))
      }
    }
    object.finish()
    guard let file, let digest else { return nil }
    return Roster(file: file, sha256: digest, quorum: needed)
  }

  // MARK: Contests

  private func contests(_ rulebook: Rulebook?) -> ([Contest], [JSONObjectReader]) {
    guard let list = object.required("contests"), let readers = list.array() else { return ([], []) }
    if readers.isEmpty || readers.count > ElectionLimits.contests {
      list.fault(
        .badListLength,
        problem: readers.isEmpty
          ? Phrase(vi: "không có cuộc bầu nào", en: "there is no contest")
          : Phrase(
            vi: "quá \(ElectionLimits.contests) cuộc bầu",
            en: "there are more than \(ElectionLimits.contests) contests"),
        advice: Phrase(vi: "ghi ít nhất một cuộc bầu", en: "write at least one contest"))
    }
    var ids: Set<String> = []
    var contests: [Contest] = []
    var objects: [JSONObjectReader] = []
    for reader in readers.prefix(ElectionLimits.contests) {
      guard let object = reader.object() else { continue }
      let contest = ContestReader(object, rulebook, paths).read()
      if let id = object.optional("id"), let text = id.node.text, !ids.insert(text).inserted {
        id.fault(
          .repeatedID,
          problem: Phrase(vi: "mã này đã dùng cho cuộc bầu khác", en: "another contest has this id"),
          advice: Phrase(vi: "đặt cho mỗi cuộc bầu một mã riêng", en: "give each contest an id of its own"))
      }
      if let contest {
        contests.append(contest)
        objects.append(object)
      }
    }
    return (contests, objects)
  }
}

extension JSONNode {
  /// The text of a string, without a fault for anything else.
  var text: String? {
    if case .string(let text) = kind { text } else { nil }
  }
}
