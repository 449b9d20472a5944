import Documents
import Elections
import Faults

extension Office {
  /// The office as an organization calls its own: a branch elects a chi ủy, any other organization a Ban Chấp hành.
  func name(isBranch: Bool) -> Phrase {
    if self == .committee {
      return isBranch
        ? Phrase(vi: "Chi ủy", en: "Branch committee") : Phrase(vi: "Ban Chấp hành", en: "Committee")
    }
    return Phrase(vi: firstUpper(words.vi), en: firstUpper(words.en))
  }
}

extension Round {
  /// A later round and whom it elects, which its title need not say: `Vòng 2 bầu Ban Chấp hành: bầu lại trong số người bằng phiếu`.
  ///
  /// - Returns: `nil` for a first round.
  func words(office: Office, isBranch: Bool) -> Phrase? {
    guard let kind, let name = name(office: office, isBranch: isBranch) else { return nil }
    return Phrase(vi: "\(name.vi): \(kind.words.vi)", en: "\(name.en): \(kind.words.en)")
  }

  /// The same where there is little room: `Vòng 2 bầu Ban Chấp hành`.
  func name(office: Office, isBranch: Bool) -> Phrase? {
    guard kind != nil else { return nil }
    let name = office.name(isBranch: isBranch)
    return Phrase(vi: "Vòng \(number) bầu \(name.vi)", en: "Round \(number), \(name.en)")
  }
}

extension ReportFrame {
  var isBranch: Bool { result.asElection.isBranch }

  /// A contest's title, for a later round with the office.
  func named(_ contest: ContestResult) -> String {
    let title = visible(contest.title, limit: 1000)
    return roundLine(contest).map { "\(title) (\($0))" } ?? title
  }

  /// Which round a contest is, of the vote on which office; `nil` for a first one.
  func roundLine(_ contest: ContestResult) -> String? {
    contest.round.words(office: contest.office, isBranch: isBranch)?[language]
  }
}
