import CanonicalJSON
import Elections
import Rulebooks

/// Everything that a result must say of one contest.
struct ExpectedContest {
  var contest: Contest
  var figures: TallyFigures
  var standing: Standing
  /// Evidence of the ballot files.
  var files: Expectation
  var findings: Expectation
  var rulebook: Rulebook

  var json: Expectation {
    var members: [String: Expectation] = [
      "id": .text(contest.id), "office": .text(contest.office.rawValue), "title": .text(contest.title),
      "seats": .integer(contest.seats), "round": .integer(contest.round.number),
      "kind": .text(contest.round.kind?.rawValue), "follows": .text(contest.round.follows),
      "form": .text(Ballots(contest).form.rawValue), "electorate": electorate,
      "base": .integer(standing.base),
      "needed": .integer(standing.needed), "files": files, "ballots": figures.ballotsJSON(contest.ballots),
      "tally": figures.tallyJSON,
      "candidates": .list(contest.candidates.indices.map(candidate)),
      "elected": .integers(standing.elected), "status": .text(standing.status.rawValue),
      "statusRule": .text(standing.statusProvision.rule.rawValue),
      "statusArticle": .text(rulebook.citation(standing.statusProvision).article),
      "vacant": .integer(standing.vacant(of: contest.seats)), "tie": tie, "findings": findings,
    ]
    if let papers = contest.ballots.papers {
      members["papers"] = .object([
        "printed": .integer(papers.printed), "spoiled": .integer(papers.spoiled),
        "unused": .integer(papers.unused),
        "destroyed": .integer(papers.destroyed),
      ])
    }
    return .object(members)
  }

  private var electorate: Expectation {
    let people = contest.electorate
    return .object([
      "body": .text(people.body.rawValue), "convened": .integer(people.convened),
      "present": .integer(people.present),
      "deductions": .list(
        people.deductions.map { deduction in
          var members: [String: Expectation] = [
            "ground": .text(deduction.ground.rawValue), "count": .integer(deduction.count),
          ]
          if let note = deduction.note { members["note"] = .text(note) }
          return .object(members)
        }),
    ])
  }

  private var tie: Expectation {
    guard let tie = standing.tie else { return .value(.null) }
    return .object([
      "votes": .integer(tie.votes), "candidates": .integers(tie.candidates), "seats": .integer(tie.seats),
    ])
  }

  private func candidate(_ index: Int) -> Expectation {
    let person = contest.candidates[index]
    let provision = standing.because[index]
    var members: [String: Expectation] = [
      "number": .integer(person.number), "name": .text(person.name), "votes": .integer(figures.votes[index]),
      "percent": .text(Percentage.text(figures.votes[index], of: standing.base)),
      "elected": .value(.bool(standing.elected.contains(person.number))),
      "because": .text(provision.rule.rawValue), "article": .text(rulebook.citation(provision).article),
    ]
    let texts = [
      ("person", person.person), ("birthDate", person.birthDate?.description),
      ("gender", person.gender?.rawValue), ("ethnicity", person.ethnicity), ("unit", person.unit),
      ("note", person.note),
    ]
    for (key, text) in texts { members[key] = text.map { .text($0) } }
    members["incumbent"] = person.incumbent.map { .value(.bool($0)) }
    members["leadership"] = person.leadership.map { .value(.bool($0)) }
    return .object(members)
  }
}
