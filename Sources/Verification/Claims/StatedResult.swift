import CanonicalJSON
import Elections
import Machine
import Rulebooks

/// What a result file states of itself: enough to work out from its own figures everything that follows from them.
struct StatedResult {
  var election: Election
  var rulebook: Rulebook
  /// In the order of ``election``.
  var figures: [TallyFigures]
  var part: StatedPart?

  /// `nil` where a member that is needed is missing, of another type, or out of range.
  init?(_ root: StatedValue) {
    let heading = root["election"]
    guard let organization = heading["organization"].text, let congress = heading["congress"].text,
      let term = heading["term"].text, let date = heading["date"].text.flatMap({ CalendarDate($0) }),
      let id = root["regulation"].text, let rulebook = Rulebook.forElection(on: date, forced: id),
      let entries = root["contests"].elements, !entries.isEmpty,
      let board = Self.all(heading["countingBoard"], Self.boardMember),
      let after = Self.all(root["after"], Self.earlierResult),
      let contests = Self.all(root["contests"], Self.contest)
    else { return nil }
    figures = entries.compactMap { TallyFigures(stated: $0) }
    guard figures.count == contests.count,
      zip(figures, contests).allSatisfy({ $0.votes.count == $1.candidates.count })
    else { return nil }
    if !root["part"].isNull {
      guard let stated = StatedPart(root["part"]) else { return nil }
      part = stated
    }
    self.rulebook = rulebook
    let roster = root["roster"].isNull ? nil : Self.roster(root["roster"])
    // A regulation that was in force need not have been forced, and the result does not tell.
    election = Election(
      organization: organization, superior: heading["superior"].text, congress: congress, term: term,
      date: date, place: heading["place"].text, regulation: rulebook.covers(date) ? nil : id,
      planFile: root["plan"]["name"].text, countingBoard: board, contests: contests, after: after,
      roster: roster)
  }

  /// The elements of a list, if all of them can be read.
  private static func all<T>(_ list: StatedValue, _ read: (StatedValue) -> T?) -> [T]? {
    guard let elements = list.elements else { return nil }
    let values = elements.compactMap(read)
    return values.count == elements.count ? values : nil
  }

  private static func boardMember(_ value: StatedValue) -> BoardMember? {
    guard let name = value["name"].text, let role: BoardRole = value["role"].word() else { return nil }
    return BoardMember(name: name, role: role)
  }

  private static func earlierResult(_ value: StatedValue) -> PriorResult? {
    guard let name = value["name"].text else { return nil }
    return PriorResult(file: name, sha256: value["sha256"].text ?? "")
  }

  private static func roster(_ value: StatedValue) -> Roster? {
    guard let name = value["name"].text, let quorum = value["quorum"].integersByKey else { return nil }
    var roles: [SigningRole: Int] = [:]
    for role in SigningRole.allCases { roles[role] = quorum[role.rawValue] }
    return Roster(file: name, sha256: value["sha256"].text ?? "", quorum: roles)
  }

  private static func contest(_ value: StatedValue) -> Contest? {
    let electorate = value["electorate"]
    guard let id = value["id"].text, let office: Office = value["office"].word(),
      let title = value["title"].text, let body: ElectingBody = electorate["body"].word(),
      let convened = electorate["convened"].integer, let present = electorate["present"].integer,
      let deductions = all(electorate["deductions"], deduction),
      let seats = value["seats"].integer, let round = round(value),
      let candidates = all(value["candidates"], candidate),
      let issued = value["ballots"]["issued"].integer, let returned = value["ballots"]["returned"].integer,
      let files = all(value["files"], { $0["name"].text })
    else { return nil }
    let people = Electorate(body: body, convened: convened, present: present, deductions: deductions)
    guard seats >= 1, seats <= candidates.count, candidates.map(\.number) == Array(1...candidates.count),
      candidates.count <= ElectionLimits.candidates, Base.number(of: people) >= 1, present <= convened
    else { return nil }
    return Contest(
      id: id, office: office, title: title, electorate: people, seats: seats, round: round,
      candidates: candidates,
      ballots: BallotAccount(
        issued: issued, returned: returned, files: files, papers: papers(value["papers"])))
  }

  private static func papers(_ value: StatedValue) -> PaperAccount? {
    guard let printed = value["printed"].integer, let spoiled = value["spoiled"].integer,
      let unused = value["unused"].integer, let destroyed = value["destroyed"].integer
    else { return nil }
    return PaperAccount(printed: printed, spoiled: spoiled, unused: unused, destroyed: destroyed)
  }

  private static func deduction(_ value: StatedValue) -> Deduction? {
    guard let ground: DeductionGround = value["ground"].word(), let count = value["count"].integer else {
      return nil
    }
    return Deduction(ground, count, note: value["note"].text)
  }

  private static func round(_ value: StatedValue) -> Round? {
    guard let number = value["round"].integer else { return nil }
    if number == 1 { return .first }
    guard let kind: RoundKind = value["kind"].word(), let follows = value["follows"].text else { return nil }
    return .later(number: number, kind: kind, follows: follows)
  }

  private static func candidate(_ value: StatedValue) -> Candidate? {
    guard let number = value["number"].integer, let name = value["name"].text else { return nil }
    return Candidate(
      number: number, name: name, person: value["person"].text,
      birthDate: value["birthDate"].text.flatMap { BirthDate($0) }, gender: value["gender"].word(),
      ethnicity: value["ethnicity"].text, incumbent: value["incumbent"].bool, unit: value["unit"].text,
      leadership: value["leadership"].bool, note: value["note"].text)
  }
}

/// Which part of an election a result says that it is of.
struct StatedPart {
  var contests: [String]
  var ballotsReplaced: Bool

  init?(_ value: StatedValue) {
    guard let ids = value["contests"].elements?.compactMap(\.text),
      let replaced = value["ballotsReplaced"].bool
    else { return nil }
    contests = ids
    ballotsReplaced = replaced
  }
}
