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
  /// other.
  public var isSettled: Bool { !unsettled.contains { $0.office.order != nil && $0.demandsAnotherVote } }

  public func sheet() -> Sheet {
    let title = say(
      "Tờ trình đề nghị chuẩn y kết quả bầu cử", "Request for approval of the outcome of elections")
    let organization = visible(frame.result.election.organization, limit: 1000)
    let term = visible(frame.result.election.term, limit: 200)
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
    if offices.isEmpty {
      blocks.append(
        .paragraph(
          Paragraph(
            say(
              "Kết quả này không có chức danh nào phải đề nghị chuẩn y.",
              "There is no office in this result that is to be approved."), bold: true)))
    }
    blocks += open() + closing(offices)
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
    let sittings = results.map { result in
      let congress = visible(result.election.congress, limit: 1000)
      return congress + " " + result.election.date.cited[frame.language]
    }
    var distinct: [String] = []
    for sitting in sittings where !distinct.contains(sitting) { distinct.append(sitting) }
    let list = distinct.joined(separator: "; ")
    return say(
      "Căn cứ kết quả bầu cử tại \(list), kính đề nghị xem xét, chuẩn y:",
      "On the ground of the elections at \(list), we ask for approval of:")
  }

  // MARK: Those elected

  private func section(_ number: Int, _ office: ElectedOffice) -> [Sheet.Block] {
    var table = Table([
      Table.Column(say("TT", "Place"), width: 8, .center), Table.Column(say("Họ và tên", "Name"), width: 28),
      Table.Column(say("Ngày sinh", "Born"), width: 17, .center),
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
    let finding = frame.rulebook.flatMap { ListStructure(people, nil).finding($0) }
    return finding.map { [.paragraph(Paragraph(firstUpper($0.words[frame.language]), .note))] } ?? []
  }

  /// What the list says of a person, and by which kind of vote somebody was elected whose share would raise questions.
  private func remarks(_ person: ElectedOffice.Person) -> String {
    [person.result.candidate.remarks(frame.language), person.round.kind?.words[frame.language] ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: What is open, and the signatures

  /// Contests that are not settled: the committee above must not take the list for complete.
  private func open() -> [Sheet.Block] {
    let unsettled = self.unsettled
    guard !unsettled.isEmpty else { return [] }
    let lines = unsettled.map { contest in
      let status =
        contest.status == .short
        ? "\(contest.status.words[frame.language]) \(contest.vacant)" : contest.status.words[frame.language]
      return Sheet.Block.paragraph(Paragraph("– \(frame.named(contest)): \(status)", .item))
    }
    return [.heading(say("Nội dung chưa hoàn thành", "Not settled"))] + lines
  }

  private var unsettled: [ContestResult] { results.flatMap(\.contests).unsettled }

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
