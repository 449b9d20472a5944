import Documents
import Elections
import Faults
import Outcomes
public import Typesetting

/// The request for approval (tờ trình đề nghị chuẩn y) of those elected, to the committee above: the outcome is provisional until
/// then (rules §7, §11).
public struct ApprovalRequest {
  private let frame: ReportFrame
  private let results: [ElectionResult]

  /// The request for those elected in the frame's result and in those that it comes after.
  public init(_ frame: ReportFrame) {
    self.frame = frame
    results = frame.sittings
  }

  /// Whether there is anybody to be approved.
  public var hasOffices: Bool { !ElectedOffice.approved(results).isEmpty }

  /// Whether no other vote on an office that is approved has to be held first, so that nobody sends two requests that contradict each
  /// other, and every sitting is at hand whose elected the request must have. A request that is not settled is marked as a draft, and says
  /// what is not.
  public var isSettled: Bool { frame.missing.isEmpty && !open.contains(where: \.demandsAnotherVote) }

  public func sheet() -> Sheet {
    let title = say(
      "Tờ trình đề nghị chuẩn y kết quả bầu cử", "Request for approval of the outcome of elections")
    let organization = visible(frame.result.election.organization, limit: 1000)
    let term = visibleLine(frame.result.election.term)
    let offices = ElectedOffice.approved(results)
    var blocks: [Sheet.Block] = [
      frame.letterhead(numbered: sign(offices)),
      .title(
        say("TỜ TRÌNH", "REQUEST"),
        [
          say(
            "đề nghị chuẩn y kết quả bầu cử của \(organization) nhiệm kỳ \(term)",
            "for approval of the outcome of the elections of \(organization), term \(term)")
        ]),
      .paragraph(
        Paragraph(
          label: say("Kính gửi:", "To:"),
          frame.result.election.superior.map { Addressee.committee(of: visible($0, limit: 1000)) }
            ?? "………………………………………………", .centered)),
    ]
    blocks += frame.legalBasis.map { .paragraph($0) } + [.paragraph(Paragraph(basis()))]
    for (index, office) in offices.enumerated() { blocks += section(index + 1, office) }
    blocks += frame.roundingNote + remaining() + closing(offices)
    var sheet = frame.sheet(title, blocks)
    if !isSettled {
      sheet.warnings.append(
        say(
          "DỰ THẢO – CHƯA TRÌNH: còn nội dung chưa hoàn thành",
          "DRAFT, NOT TO BE SENT: something is not settled"))
    }
    return sheet
  }

  private func say(_ vi: String, _ en: String) -> String { frame.say(vi, en) }

  private func basis() -> String {
    var meetings: [String] = []
    for result in results {
      for meeting in result.meetings {
        // The request is of one organization, which its title has named.
        let name = meeting.inSentence(meeting.short)[frame.language]
        let words = name + " " + result.election.date.cited[frame.language]
        if !meetings.contains(words) { meetings.append(words) }
      }
    }
    let list = listed(meetings, frame.language)
    return say(
      "Căn cứ kết quả bầu cử tại \(list), kính đề nghị xem xét, chuẩn y:",
      "On the ground of the elections at \(list), we ask for approval of:")
  }

  // MARK: Those elected

  private func section(_ number: Int, _ office: ElectedOffice) -> [Sheet.Block] {
    var table = Table([
      Table.Column(say("TT", "No."), width: 8, .center), Table.Column(say("Họ và tên", "Name"), width: 28),
      frame.bornColumn,
      Table.Column(say("Ghi chú", "Remarks"), width: 33),
      Table.Column(say("Số phiếu, tỷ lệ", "Votes, share"), width: 26, .right),
    ])
    for (place, person) in office.people.enumerated() {
      let candidate = person.result.candidate
      table.append(
        Table.Row([
          String(place + 1), visible(candidate.name, limit: 1000),
          candidate.birthDate?.words(frame.language) ?? "",
          remarks(person), frame.share(person.result.votes, of: person.base),
        ]))
    }
    let name = office.office.name(isBranch: frame.isBranch)[frame.language]
    let count = office.people.count
    return [
      .heading(
        say("\(number). \(name): \(count) đồng chí", "\(number). \(name): \(count)")), .table(table),
    ] + structure(office.people.map(\.result.candidate))
  }

  /// How many of those elected are women, of ethnic minorities and so on, as far as the lists say it.
  private func structure(_ people: [Candidate]) -> [Sheet.Block] {
    // Of one person the list says it all.
    guard people.count > 1 else { return [] }
    let finding = frame.rulebook.flatMap { ListStructure(people, nil).finding($0) }
    return finding.map { [.paragraph(Paragraph(firstUpper($0.words[frame.language]), .note))] } ?? []
  }

  /// What the list says of a person, and by which kind of vote somebody was elected whose share would raise questions.
  private func remarks(_ person: ElectedOffice.Person) -> String {
    [person.result.candidate.remarks(frame.language), person.round.kind?.words[frame.language] ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: What is open, and the signatures

  /// What is missing from the list, which the committee above must not take for complete: votes that have to be held again, and seats of
  /// which those who vote decide whether they vote on them once more.
  private func remaining() -> [Sheet.Block] {
    let absent = frame.missing.map { name in
      say("không có kết quả của phiên trước: ", "the result of an earlier sitting is not at hand: ")
        + visibleLine(name)
    }
    let open = open
    return part(
      open.filter(\.demandsAnotherVote).map(state) + absent, say("Nội dung chưa hoàn thành", "Not settled"))
      + part(
        open.filter { !$0.demandsAnotherVote }.map(state), say("Số lượng bầu thiếu", "Seats not filled"))
  }

  private func part(_ items: [String], _ heading: String) -> [Sheet.Block] {
    items.isEmpty ? [] : [.heading(heading)] + items.map { .paragraph(Paragraph("– " + $0, .item)) }
  }

  /// A contest, and how it ended.
  private func state(_ contest: ContestResult) -> String {
    let status = contest.status.words[frame.language]
    return "\(frame.named(contest)): " + (contest.status == .short ? "\(status) \(contest.vacant)" : status)
  }

  /// The contests on offices that are approved whose seats are not filled, and that no later round goes on with.
  private var open: [ContestResult] {
    // Nothing comes after the result itself, so that nobody asks for its digest.
    let sittings = frame.earlier.map { ($0.result, $0.sha256) } + [(frame.result, "")]
    return UnsettledContests(sittings).all.filter { $0.office.order != nil }
  }

  /// On whose behalf the secretary signs.
  private func signing(_ offices: [ElectedOffice]) -> String {
    guard frame.isBranch else { return say("T/M BAN CHẤP HÀNH", "FOR THE COMMITTEE") }
    return offices.contains { $0.office == .committee }
      ? say("T/M CHI ỦY", "FOR THE BRANCH COMMITTEE") : say("T/M CHI BỘ", "FOR THE BRANCH")
  }

  /// What stands behind the number of the paper: a request (tờ trình) of the Party committee (đảng ủy), of the branch committee (chi ủy),
  /// or of the branch itself (chi bộ).
  private func sign(_ offices: [ElectedOffice]) -> String {
    guard frame.isBranch else { return "TTr/ĐU" }
    return offices.contains { $0.office == .committee } ? "TTr/CU" : "TTr/CB"
  }

  private func closing(_ offices: [ElectedOffice]) -> [Sheet.Block] {
    let secretary = offices.first { $0.office == .secretary }?.people.first?.result.candidate.name
    let codes = frame.earlier.map(\.code) + [frame.standing.code]
    let annex = say(
      "Kèm theo: biên bản kiểm phiếu của từng cuộc bầu và các tệp kết quả có mã:",
      "Annexed: the minutes of the count of each contest, and the result files with the codes:")
    return [
      .paragraph(Paragraph(annex).keepingNext())
    ] + codes.map { .paragraph(Paragraph("– " + $0, .note).keepingNext()) } + [
      .signatures([
        SignatureSpace(
          [say("Nơi nhận:", "Copies to:")], instruction: say("– Như trên; – Lưu.", "– as above; – file.")),
        SignatureSpace(
          [signing(offices), say("BÍ THƯ", "SECRETARY")],
          instruction: frame.signHere,
          name: secretary.map { visible($0, limit: 1000) }),
      ])
    ]
  }
}
