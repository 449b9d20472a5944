public import BallotFiles
import Elections
import Faults
public import Tallying

/// What stands on the line at the moment, as a ballot: what counting makes of it, before anything is written.
public struct EntryDraft: Sendable {
  /// How one name is marked.
  public enum Mark: Sendable, Hashable {
    case none, struck, agree, disagree, both
  }

  /// As the log will have it.
  public let row: MarkRow
  public let times: Int
  public let ballot: Ballot
  /// By the decision table that counts (R-VALID).
  public let judgement: Judgement
  let style: BallotStyle

  /// - Returns: `nil` where the cells are at fault.
  init?(_ cells: MarkRow, times: Int, _ style: BallotStyle) {
    let reading = cells.read(style)
    guard let ballot = reading.ballot, let row = reading.row(style) else { return nil }
    self.row = row
    self.times = times
    self.ballot = ballot
    self.style = style
    judgement = style.judge(ballot)
  }

  /// How the name at an index is marked.
  public func mark(_ index: Int) -> Mark {
    guard ballot.marksRead else { return .none }
    switch (style.form, ballot.inFavour.contains(index), ballot.against.contains(index)) {
    case (.strikeOut, let isLeft, _): return isLeft ? .none : .struck
    case (.agreeDisagree, true, true): return .both
    case (.agreeDisagree, true, false): return .agree
    case (.agreeDisagree, false, true): return .disagree
    case (.agreeDisagree, false, false): return .none
    }
  }

  /// Names on an agree/disagree ballot with an X in both boxes, or in neither.
  private var oddLines: Int {
    guard style.form == .agreeDisagree, ballot.marksRead else { return 0 }
    return (0..<style.names).count { mark($0) == .both || mark($0) == .none }
  }

  /// What is not as on most ballots, so that a second Enter is asked for; empty on an ordinary one.
  func oddities(_ contest: EntryContest) -> [Phrase] {
    var found: [Phrase] = []
    if !judgement.isValid { found.append(verdict(contest)) }
    if judgement.debatable {
      found.append(
        Phrase(vi: "ban kiểm phiếu có thể xem xét phiếu này", en: "the board may rule on this ballot"))
    }
    if !ballot.marksRead {
      found.append(Phrase(vi: "không đọc dấu trên phiếu", en: "the marks are not read"))
    }
    if style.names > 1, oddLines > 0, judgement.isValid {
      found.append(
        Phrase(
          vi: "\(oddLines) người không có dấu hoặc có cả hai dấu",
          en: "names with no mark or with both: \(oddLines)"))
    }
    if times > 1 { found.append(Phrase(vi: "\(times) phiếu giống nhau", en: "\(times) identical ballots")) }
    return found
  }

  /// Whether the ballot is valid, and why not.
  func verdict(_ contest: EntryContest) -> Phrase {
    guard !judgement.isValid else {
      return Phrase(vi: "HỢP LỆ", en: "VALID")
    }
    let words = InvalidityGround.allCases.filter { judgement.grounds.contains($0) }.map(contest.groundWords)
    return Phrase(
      vi: "KHÔNG HỢP LỆ: " + words.map(\.vi).joined(separator: "; "),
      en: "INVALID: " + words.map(\.en).joined(separator: "; "))
  }

  /// How many names the marks vote for, of how many seats.
  func votes(_ contest: EntryContest) -> Phrase {
    let votes = judgement.votes
    switch style.form {
    case .strikeOut:
      return Phrase(vi: "để lại \(votes)/\(contest.seats)", en: "\(votes)/\(contest.seats) left")
    case .agreeDisagree:
      return Phrase(
        vi: "đồng ý \(votes)/\(contest.names.count)", en: "\(votes)/\(contest.names.count) agreed")
    }
  }
}
