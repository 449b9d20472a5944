import Elections
import Faults
import Rulebooks

/// What a ballot paper tells the voter: how to mark it, and what makes it invalid (R-FORM, R-VALID).
struct BallotWords {
  private let contest: Contest
  private let rulebook: Rulebook
  private let language: Language
  /// Names that stand on the list more than once.
  private let repeated: Set<String>

  init(_ contest: Contest, _ rulebook: Rulebook, _ language: Language) {
    self.contest = contest
    self.rulebook = rulebook
    self.language = language
    var seen: Set<String> = []
    repeated = Set(contest.candidates.map(\.nameAsRead).filter { !seen.insert($0).inserted })
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  private var seats: Int { contest.seats }

  /// How the ballot is marked, in short sentences.
  var instruction: [String] {
    let facts = say(
      "Bầu \(seats) người trong danh sách \(contest.candidates.count) người.",
      "\(seats) to be elected of \(several(contest.candidates.count, "name")).")
    switch contest.form {
    case .strikeOut:
      let fewer =
        seats > 1 ? say(" Để lại ít hơn vẫn hợp lệ.", " To leave fewer is allowed.") : ""
      return [
        facts,
        say(
          "Không bầu ai thì gạch ngang cả họ và tên của người đó. Để lại nhiều nhất \(seats) người.",
          "Strike through the family and given name of each person whom you do not elect. Leave at most \(seats)."
        )
          + fewer,
      ]
    case .agreeDisagree:
      return [
        facts,
        contest.candidates.count == 1
          ? say(
            "Đánh dấu X vào một trong hai ô: đồng ý, hoặc không đồng ý.",
            "Mark one of the two boxes with an X: agree, or disagree.")
          : say(
            "Ở dòng của mỗi người, đánh dấu X vào một trong hai ô: đồng ý, hoặc không đồng ý.",
            "On the line of each person mark one of the two boxes with an X: agree, or disagree."),
      ]
    }
  }

  /// What makes the ballot invalid, and where that stands.
  var invalid: [String] {
    let parts = parted(contest.grounds).enumerated().map { index, part in
      // The regulation is named once.
      let regulation =
        index == 0 ? say(", Quy chế \(rulebook.number)", " of \(rulebook.number)") : ""
      return part.grounds.map(words).joined(separator: "; ") + " (\(part.law)\(regulation))"
    }.joined(separator: "; ")
    var sentences = [say("Phiếu không hợp lệ nếu: \(parts).", "A ballot is invalid by: \(parts).")]
    if contest.form == .agreeDisagree, contest.candidates.count > 1 {
      let article = rulebook.source(.lineWithoutVote).law[language]
      sentences.append(
        say(
          "Dòng nào đánh dấu cả hai ô, hoặc không đánh dấu ô nào, thì không có phiếu cho người ở dòng đó (\(article)).",
          "A line with both boxes marked, or neither, is no vote for that person (\(article))."))
    }
    return sentences
  }

  private func words(_ ground: InvalidityGround) -> String {
    ground == .tooMany
      ? say("bầu quá \(seats) người", "more than \(several(seats, "vote"))") : ground.words[language]
  }

  /// The grounds by where they stand: what the regulation says first, practice last.
  private func parted(_ grounds: [InvalidityGround]) -> [(law: String, grounds: [InvalidityGround])] {
    [Attestation.text, .reading, .unverified, .practice].compactMap { attestation in
      let here = grounds.filter { rulebook.citation(.ground($0)).attestation == attestation }
      return here.first.map { (rulebook.source(.ground($0)).law[language], here) }
    }
  }

  /// What tells a person from another of the same name on the list: date of birth and unit, where the election file has them.
  func detail(of candidate: Candidate) -> String? {
    guard repeated.contains(candidate.nameAsRead) else { return nil }
    let born = (candidate.birthDate?.words(language)).map { say("sinh \($0)", "born \($0)") }
    let details = [born, candidate.unit.map { visible($0, limit: 1000) }].compactMap { $0 }
    return details.isEmpty ? nil : details.joined(separator: ", ")
  }
}

extension Contest {
  /// The grounds that can make a ballot of this contest invalid, in the order of the table; all but what the board may add in its own words.
  var grounds: [InvalidityGround] {
    InvalidityGround.allCases.filter { ground in
      switch ground {
      case .notIssued, .outsider, .marked, .signed: true
      case .tooMany: form == .strikeOut
      case .nobody: candidates.count > 1
      case .bothMarked, .blank: candidates.count == 1
      case .other: false
      }
    }
  }
}
