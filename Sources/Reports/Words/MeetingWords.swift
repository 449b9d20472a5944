import Documents
import Elections
import Faults

/// What the congress or meeting (đại hội, hội nghị) at which people vote is called on papers.
///
/// An election file names the congress alone. A committee that it elected votes in a meeting of its own, which is no congress (R-OFFICE):
/// its name follows from the body and the organization.
struct Meeting: Equatable {
  /// As headings name it: `Hội nghị Ban Chấp hành Đảng bộ xã Đắk Mây`.
  var full: Phrase
  /// Where the organization has been named: `Hội nghị Ban Chấp hành`.
  var short: Phrase
  private let isNamedByFile: Bool

  /// - Parameter body: those who vote.
  init(of body: ElectingBody, _ election: Election) {
    let congress = Phrase(visible(election.congress, limit: 1000))
    isNamedByFile = body.isCongress || election.congress.lowercased().hasPrefix("hội nghị")
    guard !isNamedByFile else {
      (full, short) = (congress, congress)
      return
    }
    let organization = visible(election.organization, limit: 1000)
    let isInspection = body == .inspectionCommittee
    let office = isInspection ? Office.inspectionCommittee : .committee
    let members = office.name(isBranch: election.isBranch)
    let owner = isInspection ? Addressee.committee(of: organization) : organization
    let short = Phrase(vi: "Hội nghị \(members.vi)", en: "Meeting of the \(firstLower(members.en))")
    self.short = short
    full = Phrase(vi: "\(short.vi) \(owner)", en: "\(short.en) of \(owner)")
  }

  /// One of the two names as it stands within a sentence.
  func inSentence(_ name: Phrase) -> Phrase {
    isNamedByFile ? name : Phrase(vi: name.vi, en: "the " + firstLower(name.en))
  }
}

extension ElectingBody {
  /// On whose behalf the one in the chair signs: the presidium (đoàn chủ tịch) of a congress, or whoever chairs a meeting.
  var chair: Phrase {
    isCongress
      ? Phrase(vi: "T/M ĐOÀN CHỦ TỊCH", en: "FOR THE PRESIDIUM")
      : Phrase(vi: "CHỦ TRÌ HỘI NGHỊ", en: "CHAIR OF THE MEETING")
  }
}

extension ReportFrame {
  func meeting(of contest: ContestResult) -> Meeting {
    Meeting(of: contest.electorate.body, result.asElection)
  }
}

extension ElectionResult {
  /// The congress and the meetings at which the contests were voted on, each once, in their order.
  var meetings: [Meeting] {
    let election = asElection
    var meetings: [Meeting] = []
    for contest in contests {
      let meeting = Meeting(of: contest.electorate.body, election)
      if !meetings.contains(meeting) { meetings.append(meeting) }
    }
    return meetings
  }
}
