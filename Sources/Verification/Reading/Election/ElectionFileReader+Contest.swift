import CanonicalJSON
import Elections
import Rulebooks

extension ElectionFileReader {
  mutating func contests(_ reader: JSONReader) -> [Contest]? {
    guard let entries = reader.array() else { return nil }
    guard (1...ElectionLimits.contests).contains(entries.count) else {
      reader.report(
        .unfitList, "cần từ 1 đến \(ElectionLimits.contests) cuộc bầu",
        "there must be 1 to \(ElectionLimits.contests) contests")
      return nil
    }
    var contests: [Contest] = []
    // Two texts of the same letters are one, composed or decomposed, since they look the same.
    var ids: Set<String> = []
    for entry in entries {
      guard let contest = contest(entry) else { continue }
      if !ids.insert(contest.id).inserted {
        entry.report(.unfitList, "hai cuộc bầu cùng một id", "two contests have one id")
      }
      contests.append(contest)
    }
    return contests
  }

  private mutating func contest(_ reader: JSONReader) -> Contest? {
    guard let object = reader.object() else { return nil }
    let id = object.required("id")?.visibleText()
    let office: Office? = object.choice("office")
    let title = object.required("title")?.visibleText()
    let electorate = object.required("electorate").flatMap(electorate)
    let seats = object.integer("seats", in: 1...ElectionLimits.candidates)
    let form: BallotForm? = object.optionalChoice("form")
    let round = round(object)
    let candidates = object.required("candidates").flatMap(candidates)
    let ballots = object.required("ballots").flatMap { self.ballots($0) }
    object.finish()
    guard let id, let office, let title, let electorate, let seats, let round, let candidates, let ballots
    else { return nil }
    if candidates.count < seats {
      reader.report(.unfitList, "ít người hơn số cần bầu", "there are fewer names than seats")
    }
    if let form, form != Ballots.form(names: candidates.count, seats: seats) {
      reader.report(
        .unfitList, "loại phiếu không đúng với số người và số cần bầu (R-FORM)",
        "the form of the ballot does not follow from names and seats (R-FORM)")
    }
    return Contest(
      id: id, office: office, title: title, electorate: electorate, seats: seats, round: round,
      candidates: candidates, ballots: ballots)
  }

  // MARK: The electorate

  private func electorate(_ reader: JSONReader) -> Electorate? {
    guard let object = reader.object() else { return nil }
    let body: ElectingBody? = object.choice("body")
    let convened = object.integer("convened", in: 0...ElectionLimits.count)
    let present = object.integer("present", in: 0...ElectionLimits.count)
    let deductions = object.optionalArray("deductions")?.compactMap(deduction) ?? []
    object.finish()
    guard let body, let convened, let present else { return nil }
    if present > convened {
      reader.report(
        .unfitElectorate, "có mặt nhiều hơn triệu tập", "more people are present than convened")
    }
    for deduction in deductions where !Base.grounds(of: body).contains(deduction.ground) {
      reader.report(
        .unfitElectorate,
        "lý do trừ «\(deduction.ground.rawValue)» không dùng cho «\(body.rawValue)» (R-BASE)",
        "the ground '\(deduction.ground.rawValue)' is not for '\(body.rawValue)' (R-BASE)")
    }
    let electorate = Electorate(body: body, convened: convened, present: present, deductions: deductions)
    if Base.number(of: electorate) < 1 {
      reader.report(.unfitElectorate, "không còn ai để tính (R-BASE)", "nobody is left in the base (R-BASE)")
    }
    return electorate
  }

  private func deduction(_ reader: JSONReader) -> Deduction? {
    guard let object = reader.object() else { return nil }
    let ground: DeductionGround? = object.choice("ground")
    let count = object.integer("count", in: 0...ElectionLimits.count)
    let note = object.optional("note")?.visibleText()
    object.finish()
    guard let ground, let count else { return nil }
    return Deduction(ground, count, note: note)
  }

  // MARK: Rounds

  private func round(_ object: JSONObjectReader) -> Round? {
    let number = object.optionalInteger("round", in: 1...ElectionLimits.rounds) ?? 1
    let kind: RoundKind? = object.optionalChoice("kind")
    let follows = object.optional("follows")?.visibleText()
    switch (number, kind, follows) {
    case (1, nil, nil): return .first
    case (2..., let kind?, let follows?): return .later(number: number, kind: kind, follows: follows)
    default:
      object.reader.report(
        .unfitRound, "round, kind và follows không khớp nhau", "round, kind and follows do not fit each other"
      )
      return nil
    }
  }

  // MARK: The list and the papers

  private func candidates(_ reader: JSONReader) -> [Candidate]? {
    guard let entries = reader.array() else { return nil }
    guard (1...ElectionLimits.candidates).contains(entries.count) else {
      reader.report(
        .unfitList, "danh sách cần từ 1 đến \(ElectionLimits.candidates) người",
        "the list must have 1 to \(ElectionLimits.candidates) names")
      return nil
    }
    let candidates = entries.compactMap(candidate)
    guard candidates.count == entries.count else { return nil }
    if candidates.map(\.number) != Array(1...candidates.count) {
      reader.report(.unfitList, "số thứ tự không chạy 1, 2, 3…", "the numbers do not run 1, 2, 3…")
    }
    let keys = candidates.compactMap(\.person)
    if Set(keys).count != keys.count {
      reader.report(.unfitList, "hai người cùng một khóa person", "two people have one key 'person'")
    }
    return candidates
  }

  private func candidate(_ reader: JSONReader) -> Candidate? {
    guard let object = reader.object() else { return nil }
    let number = object.integer("number", in: 1...ElectionLimits.candidates)
    let name = object.required("name")?.visibleText()
    let candidate = Candidate(
      number: number ?? 0, name: name ?? "", person: object.optional("person")?.visibleText(),
      birthDate: object.optional("birthDate")?.birthDate(), gender: object.optionalChoice("gender"),
      ethnicity: object.optional("ethnicity")?.visibleText(), incumbent: object.optionalBool("incumbent"),
      unit: object.optional("unit")?.visibleText(), leadership: object.optionalBool("leadership"),
      note: object.optional("note")?.visibleText())
    object.finish()
    return number == nil || name == nil ? nil : candidate
  }

  private mutating func ballots(_ reader: JSONReader) -> BallotAccount? {
    guard let object = reader.object() else { return nil }
    let issued = object.integer("issued", in: 0...ElectionLimits.count)
    let returned = object.integer("returned", in: 0...ElectionLimits.count)
    var files: [String]?
    if let entries = object.array("files") {
      files = []
      for entry in entries {
        if let name = fileName(entry) { files?.append(name) }
      }
    }
    let papers = object.optional("papers").flatMap(papers)
    object.finish()
    guard let issued, let returned, let files else { return nil }
    return BallotAccount(issued: issued, returned: returned, files: files, papers: papers)
  }

  private func papers(_ reader: JSONReader) -> PaperAccount? {
    guard let object = reader.object() else { return nil }
    let range = 0...ElectionLimits.count
    let printed = object.integer("printed", in: range)
    let spoiled = object.integer("spoiled", in: range)
    let unused = object.integer("unused", in: range)
    let destroyed = object.integer("destroyed", in: range)
    object.finish()
    guard let printed, let spoiled, let unused, let destroyed else { return nil }
    return PaperAccount(printed: printed, spoiled: spoiled, unused: unused, destroyed: destroyed)
  }
}
