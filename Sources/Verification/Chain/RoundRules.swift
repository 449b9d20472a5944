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
  ///
  /// Who was given somebody else may have to change to another of his, when the one he was given is the only one of a third.
  private static func areSame(_ list: [Candidate], _ tied: [Candidate]) -> Bool {
    guard list.count == tied.count else { return false }
    var owner: [Int: Int] = [:]
    for first in list.indices {
      // Everybody to whom some place among the tied can be given away, and from whom.
      var (givers, waiting): ([Int: Int], [Int]) = ([:], [first])
      var free: Int?
      while free == nil, let person = waiting.popLast() {
        for place in tied.indices where givers[place] == nil && SamePerson(list[person], tied[place]) != .no {
          givers[place] = person
          guard let holder = owner[place] else {
            free = place
            break
          }
          waiting.append(holder)
        }
      }
      guard var place = free else { return false }
      while let person = givers[place] {
        let left = owner.first { $0.value == person }?.key
        owner[place] = person
        guard let left else { break }
        place = left
      }
    }
    return true
  }

  /// What is to be said of a later round that is possible.
  ///
  /// - Parameter known: all contests that are known to have gone before.
  static func findings(
    _ contest: Contest, of election: Election, after previous: KnownContest, known: [KnownContest]
  ) -> [ExpectedFinding] {
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
    let members = known.filter { $0.office == contest.office }.flatMap(\.members)
    for candidate in contest.candidates
    where Membership(of: candidate, on: contest.candidates, among: members) == .member {
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

  /// Several people of one name, told by composed and decomposed spellings alike, whatever blanks are between the words.
  private static func sameNames(_ candidates: [Candidate]) -> [ExpectedFinding] {
    var findings: [ExpectedFinding] = []
    let names = candidates.map { wordsBetweenBlanks($0.name) }
    for (index, candidate) in candidates.enumerated() {
      if names[..<index].contains(names[index]) { continue }
      let numbers = candidates.indices.filter { names[$0] == names[index] }.map {
        JSONValue.integer(candidates[$0].number)
      }
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
