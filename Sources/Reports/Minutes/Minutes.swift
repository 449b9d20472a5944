public import Documents
import Elections
import Faults
import Outcomes
import Rulebooks
public import Typesetting

/// The minutes of the count (biên bản kiểm phiếu) of one contest, ready to sign: the fields of rules §9 in their order.
public struct Minutes {
  let frame: ReportFrame
  let contest: ContestResult

  /// - Parameter contest: of the frame's result.
  public init(_ contest: ContestResult, _ frame: ReportFrame) {
    self.contest = contest
    self.frame = frame
  }

  public func sheet() -> Sheet {
    let title = visible(contest.title, limit: 1000)
    return frame.sheet(
      say("Biên bản kiểm phiếu", "Minutes of the count") + ": " + title,
      [frame.letterhead, .title(say("BIÊN BẢN KIỂM PHIẾU", "MINUTES OF THE COUNT"), heading(title))]
        + basis() + list() + board() + electorate() + papers() + votes() + decision() + notes() + closing())
  }

  func say(_ vi: String, _ en: String) -> String { frame.say(vi, en) }

  func count(_ number: Int) -> String { frame.count(number) }

  func item(_ label: (vi: String, en: String), _ value: String) -> Sheet.Block {
    .paragraph(Paragraph(label: say(label.vi, label.en) + ":", value))
  }

  // MARK: Which election, on which ground

  private func heading(_ title: String) -> [String] {
    var lines = [title]
    if let kind = contest.round.kind, let follows = contest.round.follows {
      let number = contest.round.number
      let contests = (frame.earlier + [frame.result]).flatMap(\.contests)
      let before = visible(contests.last { $0.id == follows }?.title ?? follows, limit: 1000)
      lines.append(
        say(
          "Vòng \(number): \(kind.words.vi), sau cuộc «\(before)»",
          "Round \(number): \(kind.words.en), after '\(before)'"))
    }
    return lines
  }

  private func basis() -> [Sheet.Block] {
    let election = frame.result.election
    let congress = visible(election.congress, limit: 1000)
    let place = election.place.map { visible($0, limit: 200) }
    let day = election.date.words
    let words = say(
      "Hôm nay, \(day.vi)\(place.map { ", tại " + $0 } ?? ""), \(congress) tiến hành bỏ phiếu kín. Ban kiểm phiếu lập biên bản như sau:",
      "On \(day.en)\(place.map { ", at " + $0 } ?? ""), \(congress) voted by secret ballot. The counting board records the following:"
    )
    return frame.legalBasis.map { .paragraph($0) } + [.paragraph(Paragraph(words))]
  }

  // MARK: The list and the board

  private func list() -> [Sheet.Block] {
    var table = Table([
      Table.Column(say("Số", "No."), width: 8, .center), Table.Column(say("Họ và tên", "Name"), width: 38),
      Table.Column(say("Ngày sinh", "Born"), width: 18, .center),
      Table.Column(say("Ghi chú", "Remarks"), width: 46),
    ])
    for person in contest.candidates.map(\.candidate) {
      table.append(
        Table.Row([
          String(person.number), visible(person.name, limit: 1000),
          person.birthDate?.words(frame.language) ?? "", person.remarks(frame.language),
        ]))
    }
    let names = contest.candidates.count
    return [
      .heading(say("1. Số lượng bầu và danh sách bầu cử", "1. Seats and list")),
      item(("Số lượng được bầu", "Seats voted by the \(electors.en)"), count(contest.seats)),
      item(
        ("Danh sách bầu cử", "Names on the list"),
        count(names)
          + (names > contest.seats ? say(" (số dư ", " (surplus ") + count(names - contest.seats) + ")" : "")),
      item(("Phiếu bầu", "Ballot"), contest.form.words[frame.language] + frame.source(.ballotForms)),
      .table(table),
    ]
  }

  private func board() -> [Sheet.Block] {
    let members = frame.result.election.countingBoard
    let lines: [Sheet.Block] = members.enumerated().map { index, member in
      .paragraph(
        Paragraph(
          "\(index + 1). \(visible(member.name, limit: 1000)), \(member.role.words[frame.language])", .item))
    }
    let none = Sheet.Block.paragraph(
      Paragraph(
        say("Tệp bầu cử không ghi tên: ………………………………………", "Not named in the election file: …………………………"), .item)
    )
    return [.heading(say("2. Ban kiểm phiếu", "2. Counting board"))] + (lines.isEmpty ? [none] : lines)
  }

  // MARK: People and papers

  private func electorate() -> [Sheet.Block] {
    let who = contest.electorate
    var blocks: [Sheet.Block] = [
      .heading(say("3. Người có quyền bầu", "3. Those who vote")),
      item(("Cơ quan bầu", "Body"), firstUpper(who.body.words[frame.language])),
      item(("Triệu tập", "Convened"), count(who.convened)),
      item(("Có mặt khi bầu", "Present at the vote"), count(who.present)),
      item(("Vắng", "Absent"), count(who.absent)),
    ]
    for deduction in who.deductions where deduction.count > 0 {
      let note = deduction.note.map { " (\(visible($0, limit: 400)))" } ?? ""
      blocks.append(
        item(
          ("Không tính: \(deduction.ground.words.vi)", "Not counted: \(deduction.ground.words.en)"),
          count(deduction.count) + note))
    }
    blocks.append(
      item(
        ("Số người để tính kết quả", "Base that the majority is counted from"),
        count(contest.base) + frame.source(.base(of: who.body))))
    let needed =
      contest.round.isTieBreak
      ? item(
        ("Trúng cử", "Elected"),
        say("nhiều phiếu hơn, không cần quá một nửa", "the higher vote; more than half is not needed")
          + frame.source(.tieAtLastSeat))
      : item(
        ("Số phiếu cần để trúng cử, quá một nửa", "Votes that elect, more than half"),
        count(contest.needed) + frame.source(.majority))
    return blocks + [needed]
  }

  private func papers() -> [Sheet.Block] {
    let papers = contest.ballots
    var blocks: [Sheet.Block] = [.heading(say("4. Phiếu bầu", "4. Ballots"))]
    if let account = contest.papers {
      blocks += [
        item(("In và đóng dấu", "Printed and stamped"), count(account.printed)),
        item(("Hỏng, đã đổi", "Spoiled and exchanged"), count(account.spoiled)),
        item(("Không sử dụng", "Unused"), count(account.unused)),
        item(("Đã hủy", "Destroyed"), count(account.destroyed)),
      ]
    }
    blocks += [
      item(("Số phiếu phát ra", "Issued"), count(papers.issued)),
      item(("Số phiếu thu về", "Returned"), count(papers.returned)),
      item(("Số phiếu hợp lệ", "Valid"), count(papers.valid)),
      item(("Số phiếu không hợp lệ", "Invalid"), count(papers.invalid)),
    ]
    for ground in InvalidityGround.allCases {
      guard let ballots = papers.invalidByReason[ground] else { continue }
      let code = ground.shortCode.map { " (\($0))" } ?? ""
      let words = ground == .other ? self.words(papers.otherWords) : ""
      blocks.append(
        item(
          ("– \(ground.words.vi)\(code)", "– \(ground.words.en)\(code)"),
          count(ballots) + frame.source(.ground(ground)) + words))
    }
    if papers.ruledValid > 0 {
      blocks.append(
        item(
          ("Ban kiểm phiếu xem xét và công nhận hợp lệ", "Ruled valid by the board"),
          count(papers.ruledValid) + words(papers.rulingWords)))
    }
    return blocks
  }

  /// The board's words, with the ballots that bear them.
  private func words(_ words: [WordsCount]) -> String {
    words.map { entry in
      ": " + (entry.words.map { "«" + visible($0, limit: 400) + "»" } ?? "…") + " (\(count(entry.ballots)))"
    }.joined(separator: ",")
  }

  /// The body as the law addresses it.
  var electors: Phrase {
    contest.electorate.body.isCongress
      ? Phrase(vi: "đại hội", en: "congress") : Phrase(vi: "hội nghị", en: "meeting")
  }
}
