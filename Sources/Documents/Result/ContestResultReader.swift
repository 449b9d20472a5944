import CanonicalJSON
import Elections
import Outcomes
import Rulebooks

/// Reads one contest of a result file.
struct ContestResultReader {
  private let object: JSONObjectReader

  init(_ object: JSONObjectReader) {
    self.object = object
  }

  func read() -> ContestResult? {
    let id = object.text("id")
    let office: Office? = object.choice("office")
    let title = object.text("title")
    let round = round()
    let form: BallotForm? = object.choice("form")
    let electorate = object.object("electorate").flatMap(electorate)
    let numbers = ["seats", "base", "needed", "vacant"].map(object.count)
    let tally = object.object("tally")
    let files = readFiles(tally)
    let ballots = object.object("ballots").flatMap { readBallots($0, tally) }
    let papers = object.optionalObject("papers").flatMap(PaperAccount.init(reading:))
    tally?.finish()
    let candidates = (object.array("candidates") ?? []).compactMap(candidate)
    let elected = object.array("elected")?.compactMap { $0.integer(in: 1...ElectionLimits.candidates) }
    let status: ContestStatus? = object.choice("status")
    let rule: RuleID? = object.choice("statusRule")
    let article = object.text("statusArticle")
    let tie = object.nullable("tie")?.object().flatMap(tie)
    let findings = (object.array("findings") ?? []).compactMap(Finding.init(reading:))
    object.finish()
    guard let id, let office, let title, let round, let form, let electorate, let seats = numbers[0],
      let base = numbers[1], let needed = numbers[2], let vacant = numbers[3], let ballots, let elected,
      let status,
      let rule, let article
    else { return nil }
    return ContestResult(
      id: id, office: office, title: title, round: round, form: form, electorate: electorate, seats: seats,
      base: base,
      needed: needed, files: files, ballots: ballots,
      papers: papers, candidates: candidates, elected: elected,
      status: status,
      statusBecause: Ground(rule: rule, article: article), vacant: vacant, tie: tie, findings: findings)
  }

  private func round() -> Round? {
    let number = object.integer("round", in: 1...ElectionLimits.rounds)
    let kind: RoundKind? = object.nullable("kind")?.choice()
    let follows = object.nullable("follows")?.text()
    guard let number else { return nil }
    guard let kind, let follows else { return .first }
    return .later(number: number, kind: kind, follows: follows)
  }

  private func electorate(_ object: JSONObjectReader) -> Electorate? {
    // The same limit as in election files, so that the base fits.
    let people = 0...ElectionLimits.count
    let body: ElectingBody? = object.choice("body")
    let convened = object.integer("convened", in: people)
    let present = object.integer("present", in: people)
    let deductions: [Deduction] = (object.array("deductions") ?? []).compactMap { reader in
      guard let entry = reader.object() else { return nil }
      let ground: DeductionGround? = entry.choice("ground")
      let count = entry.integer("count", in: people)
      let note = entry.optionalText("note")
      entry.finish()
      guard let ground, let count else { return nil }
      return Deduction(ground, count, note: note)
    }
    object.finish()
    guard let body, let convened, let present else { return nil }
    return Electorate(body: body, convened: convened, present: present, deductions: deductions)
  }

  /// The files, of which `tally` says how many rows and ballots each has.
  private func readFiles(_ tally: JSONObjectReader?) -> [BallotEvidence] {
    let counts: [(rows: Int, ballots: Int)] = (tally?.array("files") ?? []).compactMap { reader in
      guard let object = reader.object() else { return nil }
      _ = object.text("name")
      let rows = object.count("rows")
      let ballots = object.count("ballots")
      object.finish()
      guard let rows, let ballots else { return nil }
      return (rows, ballots)
    }
    let files = (object.array("files") ?? []).compactMap(ballotFile)
    return zip(files, counts).map { file, counts in
      BallotEvidence(file: file.file, tree: file.tree, rows: counts.rows, ballots: counts.ballots)
    }
  }

  private func ballotFile(_ reader: JSONReader) -> (file: EvidenceFile, tree: String?)? {
    guard let object = reader.object() else { return nil }
    let file = EvidenceFile(reading: object)
    let tree = object.optional("tree")?.digest()
    object.finish()
    return file.map { ($0, tree) }
  }

  private func readBallots(_ object: JSONObjectReader, _ tally: JSONObjectReader?) -> BallotCounts? {
    let keys = ["issued", "returned", "recorded", "valid", "debatable", "ruledValid"]
    let counts = keys.compactMap(object.count)
    _ = object.count("invalid")
    let byReason: [InvalidityGround: Int] = object.object("invalidByReason")?.counts() ?? [:]
    object.finish()
    guard let tally else { return nil }
    let undervotes = tally.count("undervotes")
    let bearing: [InvalidityGround: Int] = tally.object("invalidBearing")?.counts() ?? [:]
    let byVotes = (tally.array("validByVotes") ?? []).compactMap {
      $0.integer(in: 0...JSONValue.largestInteger)
    }
    let others = (tally.array("otherWords") ?? []).compactMap(words)
    let rulings = (tally.array("rulings") ?? []).compactMap(words)
    guard counts.count == keys.count, let undervotes else { return nil }
    return BallotCounts(
      issued: counts[0], returned: counts[1], recorded: counts[2], valid: counts[3],
      invalidByReason: byReason,
      invalidBearing: bearing, debatable: counts[4], ruledValid: counts[5], undervotes: undervotes,
      validByVotes: byVotes, otherWords: others, rulingWords: rulings)
  }

  private func words(_ reader: JSONReader) -> WordsCount? {
    guard let object = reader.object() else { return nil }
    let words = object.nullable("words")?.text()
    let ballots = object.count("ballots")
    object.finish()
    return ballots.map { WordsCount(words: words, ballots: $0) }
  }

  private func candidate(_ reader: JSONReader) -> CandidateResult? {
    guard let object = reader.object() else { return nil }
    let number = object.integer("number", in: 1...ElectionLimits.candidates)
    let name = object.text("name")
    let gender: Gender? = object.optionalChoice("gender")
    let candidate = Candidate(
      number: number ?? 0, name: name ?? "", person: object.optionalText("person"),
      birthDate: object.optional("birthDate")?.birthDate(), gender: gender,
      ethnicity: object.optionalText("ethnicity"), incumbent: object.optionalBool("incumbent"),
      unit: object.optionalText("unit"), leadership: object.optionalBool("leadership"),
      note: object.optionalText("note"))
    let votes = object.count("votes")
    let percent = object.text("percent")
    let elected = object.bool("elected")
    let rule: RuleID? = object.choice("because")
    let article = object.text("article")
    object.finish()
    guard number != nil, name != nil, let votes, let percent, let elected, let rule, let article else {
      return nil
    }
    return CandidateResult(
      candidate: candidate, votes: votes, percent: percent, elected: elected,
      because: Ground(rule: rule, article: article))
  }

  private func tie(_ object: JSONObjectReader) -> Tie? {
    let votes = object.count("votes")
    let candidates = object.array("candidates")?.compactMap { $0.integer(in: 1...ElectionLimits.candidates) }
    let seats = object.count("seats")
    object.finish()
    guard let votes, let candidates, let seats else { return nil }
    return Tie(votes: votes, candidates: candidates, seats: seats)
  }
}
