import Documents
import Elections
import Faults
import Outcomes
import Rulebooks

/// What the committee above has to look at in the results of one organization.
extension SummarizedUnit {
  /// Everything that is missing, late, against the plan or not verified, each in a few words.
  func remarks() -> [Phrase] {
    let missing = unsettled() + absentOffices()
    return unverified() + missing + againstPlan() + (missing.isEmpty ? [] : late())
  }

  private func unverified() -> [Phrase] {
    var remarks: [(words: Phrase, codes: [String])] = []
    for item in results {
      guard let words = lack(of: item) else { continue }
      let code = item.code.split(separator: " ").first.map(String.init) ?? ""
      if let index = remarks.firstIndex(where: { $0.words == words }) {
        remarks[index].codes.append(code)
      } else {
        remarks.append((words, [code]))
      }
    }
    return remarks.map { remark in
      let codes = remark.codes.joined(separator: " ")
      return Phrase(vi: codes + " " + remark.words.vi, en: codes + " " + remark.words.en)
    }
  }

  /// What keeps a result from being relied on; `nil` for one that is verified and signed.
  private func lack(of item: SummarizedResult) -> Phrase? {
    guard let standing = item.standing else {
      return Phrase(vi: "KHÔNG ĐÚNG khi kiểm tra: không tính", en: "DIFFERS when verified: left out")
    }
    if item.result.isRehearsal { return Phrase(vi: "là kiểm thử: không tính", en: "rehearsal: left out") }
    if case .unfinished = standing.verified { return Phrase(vi: "chưa kiểm tra xong", en: "not verified") }
    return standing.signatures.isEmpty ? Phrase(vi: "chưa có chữ ký số", en: "no digital signature") : nil
  }

  private var contests: [ContestResult] { holding.flatMap(\.result.contests) }

  /// Contests that did not fill the seats and that no later round goes on with.
  private func unsettled() -> [Phrase] {
    UnsettledContests(holding.map { ($0.result, $0.sha256) }).all.map { contest in
      let office = name(of: contest.office)
      let number = contest.status == .short ? " \(contest.vacant)" : ""
      return Phrase(
        vi: "\(office.vi): \(contest.status.words.vi)\(number)",
        en: "\(office.en): \(contest.status.words.en)\(contest.status == .short ? " by\(number)" : "")")
    }
  }

  /// Offices that an organization of this kind elects and that nobody was elected to yet (R-OFFICE).
  private func absentOffices() -> [Phrase] {
    let voted = Set(contests.map(\.office))
    return expected.filter { !voted.contains($0) }.map(name).map { office in
      Phrase(vi: "chưa bầu \(firstLower(office.vi))", en: "no vote yet on the \(firstLower(office.en))")
    }
  }

  private var expected: [Office] {
    guard isBranch else {
      return [.committee] + (plan?.limits.map(\.office).filter { $0 != .committee } ?? [])
    }
    let rulebook = holding.first.flatMap { RulebookShelf.standard.rulebook(id: $0.result.regulation) }
    let from = plan?.branches?.committeeFrom ?? rulebook?.parameters.branchCommitteeFrom ?? 9
    let members = contests.filter { $0.electorate.body == .memberCongress }.map(\.electorate.convened).max()
    return (members ?? 0) >= from ? [.committee, .secretary, .deputySecretary] : [.secretary]
  }

  /// An office as the organization calls its own.
  func name(of office: Office) -> Phrase { office.name(isBranch: isBranch) }

  private var isBranch: Bool { results[0].result.asElection.isBranch }

  /// Seats, ages of those elected, and the day, against the plan (R-PLAN).
  private func againstPlan() -> [Phrase] {
    guard let plan else { return [] }
    return holding.flatMap { item -> [Phrase] in
      guard let rulebook = RulebookShelf.standard.rulebook(id: item.result.regulation) else { return [] }
      let election = item.result.asElection
      let limits = PlanLimits(plan, election, rulebook)
      let findings = election.contests.flatMap { contest -> [Finding] in
        let elected = item.result.contests.first { $0.id == contest.id }?.elected ?? []
        var chosen = contest
        chosen.candidates = contest.candidates.filter { elected.contains($0.number) }
        return limits.seats(contest) + limits.ages(chosen)
      }
      // Only the congress itself has a day by the plan; the committee's first meeting follows when it can.
      return (findings + (election.date == date ? limits.schedule() : [])).map(\.words)
    }
  }

  /// That the last day for the report is past.
  private func late() -> [Phrase] {
    guard let day, let days = plan?.reportWithinDays, let by = lastDate.adding(days: days), day > by
    else { return [] }
    return [
      Phrase(
        vi: "quá hạn báo cáo \(by.digits.vi) mà chưa đủ",
        en: "not complete after the last day to report, \(by.digits.en)")
    ]
  }
}

extension ElectionResult {
  /// What a result repeats of its election, for rules that look at elections.
  var asElection: Election {
    Election(
      organization: election.organization, superior: election.superior, congress: election.congress,
      term: election.term, date: election.date, place: election.place, countingBoard: election.countingBoard,
      contests: contests.map { contest in
        Contest(
          id: contest.id, office: contest.office, title: contest.title, electorate: contest.electorate,
          seats: contest.seats, round: contest.round, candidates: contest.candidates.map(\.candidate),
          ballots: BallotAccount(
            issued: contest.ballots.issued, returned: contest.ballots.returned,
            files: contest.files.map(\.file.name),
            papers: contest.papers))
      })
  }
}
