import CanonicalJSON
import Elections
import Faults
import Rulebooks

/// How a later round fits the contest that it follows (R-TIE, R-SHORT).
enum RoundRules {
  /// What makes a later round impossible; none where it may follow `previous`.
  static func contradictions(_ contest: Contest, after previous: KnownContest) -> [Phrase] {
    var found: [Phrase] = []
    if contest.office != previous.office {
      found.append(
        Phrase(
          vi: "vòng sau bầu chức danh khác với «\(previous.id)»",
          en: "the later round is on another office than '\(previous.id)'"))
    }
    if previous.status == .filled {
      found.append(
        Phrase(
          vi: "«\(previous.id)» đã bầu đủ, không còn gì để bầu tiếp",
          en: "'\(previous.id)' filled all seats: nothing is left to vote on"))
    }
    if contest.round.kind == .continuation { return found + furtherVote(after: previous) }
    guard previous.status != .filled else { return found }
    guard let tie = previous.tie else {
      return found + [
        Phrase(
          vi: "«\(previous.id)» không có ai bằng phiếu ở ghế cuối để bầu lại",
          en: "there is no tie at the last seat in '\(previous.id)' to vote on again")
      ]
    }
    if contest.seats != tie.seats {
      found.append(
        Phrase(
          vi: "bầu lại \(contest.seats) ghế mà chỉ còn \(tie.seats)",
          en: "the re-vote is for \(contest.seats) seats, \(tie.seats) are left"))
    }
    let tied = tie.candidates.map { previous.candidates[$0 - 1] }
    if !areSame(contest.candidates, tied) {
      let names = tied.map(\.name).joined(separator: ", ")
      found.append(
        Phrase(
          vi: "danh sách bầu lại phải đúng những người bằng phiếu: \(names)",
          en: "the names of a re-vote are exactly the tied ones: \(names)"))
    }
    return found
  }

  /// What stands against a vote on the seats left. After a tie these are for the tied alone, until their re-vote was held; a vote that
  /// decides nothing leaves all its seats to the vote that takes its place.
  private static func furtherVote(after previous: KnownContest) -> [Phrase] {
    switch previous.status {
    case .filled, .short: return []
    case .void, .incomplete:
      return [
        Phrase(
          vi: "«\(previous.id)» chưa quyết định gì để bầu tiếp",
          en: "'\(previous.id)' decides nothing that a further vote could follow")
      ]
    case .tied:
      // Tied again, it is for the congress to decide how to go on.
      if previous.round.kind == .tieBreak { return [] }
      return [
        Phrase(
          vi: "«\(previous.id)» có người bằng phiếu ở ghế cuối: phải bầu lại trong số đó trước",
          en: "'\(previous.id)' is tied at the last seat: the re-vote among the tied goes first")
      ]
    }
  }

  /// Whether two lists are of the same people, in any order: each of one has one of his own in the other.
  private static func areSame(_ list: [Candidate], _ tied: [Candidate]) -> Bool {
    guard list.count == tied.count else { return false }
    var left = tied
    // Sure matches first, so that a namesake does not take the place of the person meant.
    var rest: [Candidate] = []
    for candidate in list {
      if let place = left.firstIndex(where: { SamePerson(candidate, $0) == .yes }) {
        left.remove(at: place)
      } else {
        rest.append(candidate)
      }
    }
    for candidate in rest {
      guard let place = left.firstIndex(where: { SamePerson(candidate, $0) == .perhaps }) else {
        return false
      }
      left.remove(at: place)
    }
    return true
  }

  /// What is to be said of a later round that is possible.
  static func findings(_ contest: Contest, of election: Election, after previous: KnownContest)
    -> [ExpectedFinding]
  {
    var findings: [ExpectedFinding] = []
    let (number, before) = (contest.round.number, previous.round.number)
    if number <= before {
      findings.append(
        ExpectedFinding(
          "roundNumber", .fewerThanSeats, ["round": .integer(number), "previous": .integer(before)]))
    }
    if let origin = previous.origin {
      let pairs = [
        ("otherOrganization", "organization", origin.organization, election.organization),
        ("otherTerm", "term", origin.term, election.term),
      ]
      for (code, key, former, own) in pairs where former != own {
        findings.append(ExpectedFinding(code, .fewerThanSeats, [key: .string(former)]))
      }
    }
    guard contest.round.kind == .continuation else { return findings }
    if contest.seats > previous.vacant {
      findings.append(
        ExpectedFinding(
          "continuationSeats", .fewerThanSeats,
          ["seats": .integer(contest.seats), "vacant": .integer(previous.vacant)]))
    }
    for candidate in contest.candidates
    where Membership(of: candidate, on: contest.candidates, among: previous.members) == .member {
      findings.append(
        ExpectedFinding(
          "alreadyElected", .fewerThanSeats,
          ["candidate": .integer(candidate.number), "name": .string(candidate.name)]))
    }
    return findings
  }
}

/// What is to be said of a list of candidates (R-FORM).
enum ListFindings {
  static func all(_ candidates: [Candidate]) -> [ExpectedFinding] {
    sameNames(candidates) + spellings(candidates)
  }

  /// Several people of one name, told by composed and decomposed spellings alike.
  private static func sameNames(_ candidates: [Candidate]) -> [ExpectedFinding] {
    var findings: [ExpectedFinding] = []
    for (index, candidate) in candidates.enumerated() {
      if candidates[..<index].contains(where: { $0.name == candidate.name }) { continue }
      let numbers = candidates.filter { $0.name == candidate.name }.map { JSONValue.integer($0.number) }
      if numbers.count > 1 {
        findings.append(
          ExpectedFinding(
            "sameName", .ballotForms, ["name": .string(candidate.name), "candidates": .array(numbers)]))
      }
    }
    return findings
  }

  /// Names that are not in Unicode normal form C.
  private static func spellings(_ candidates: [Candidate]) -> [ExpectedFinding] {
    candidates.filter { !$0.name.isNormalized }.map {
      ExpectedFinding(
        "nameNotNormalized", .ballotForms, ["candidate": .integer($0.number), "name": .string($0.name)])
    }
  }
}
