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
      [
        frame.letterhead(of: meeting.full[frame.language]),
        .title(say("BIÊN BẢN KIỂM PHIẾU", "MINUTES OF THE COUNT"), heading(title)),
      ]
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
    if let round = frame.roundLine(contest), let before = frame.sittings.nameOfContest(before: contest) {
      lines.append(round + say(", sau cuộc «\(before)»", ", after '\(before)'"))
    }
    return lines
  }

  private func basis() -> [Sheet.Block] {
    let congress = meeting.inSentence(meeting.full)
    let day = frame.dayAndPlace
    let words = say(
      "Hôm nay, \(day.vi), \(congress.vi) tiến hành bỏ phiếu kín. Ban kiểm phiếu lập biên bản như sau:",
      "On \(day.en), \(congress.en) voted by secret ballot. The counting board records the following:"
    )
    return frame.legalBasis.map { .paragraph($0) } + [.paragraph(Paragraph(words))]
  }

  // MARK: The list and the board

  private func list() -> [Sheet.Block] {
    var table = Table([
      Table.Column(say("Số", "No."), width: 8, .center), Table.Column(say("Họ và tên", "Name"), width: 38),
      frame.bornColumn,
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
      item(
        ("Số lượng được bầu do \(electors.vi) biểu quyết", "Seats voted by the \(electors.en)"),
        count(contest.seats)),
      item(
        (
          "Danh sách bầu cử được \(electors.vi) thông qua", "Names on the list approved by the \(electors.en)"
        ),
        count(names)
          + (names > contest.seats ? say(" (số dư ", " (surplus ") + count(names - contest.seats) + ")" : "")),
      item(("Phiếu bầu", "Ballot"), contest.form.words[frame.language] + frame.law(.ballotForms)),
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
    [
      .heading(say("3. Người có quyền bầu", "3. Those who vote")),
      item(("Cơ quan bầu", "Body"), firstUpper(contest.electorate.body.words[frame.language])),
    ] + lines(figures.people)
  }

  private func papers() -> [Sheet.Block] {
    [.heading(say("4. Phiếu bầu", "4. Ballots"))] + lines(figures.papers)
  }

  private var figures: ContestFigures { ContestFigures(contest, frame.rulebook) }

  /// Figures line by line, those that go on with the next one beside it.
  private func lines(_ figures: [ContestFigure]) -> [Sheet.Block] {
    var (blocks, line): ([Sheet.Block], [Paragraph.Run]) = ([], [])
    for figure in figures {
      line += runs(figure, isFirst: line.isEmpty)
      if figure.goesOn { continue }
      blocks.append(.paragraph(Paragraph(line, .item)))
      line = []
    }
    return blocks
  }

  private func runs(_ figure: ContestFigure, isFirst: Bool) -> [Paragraph.Run] {
    let label = figure.label[frame.language]
    let words = isFirst ? (figure.isPart ? "– " : "") + label : "; " + firstLower(label)
    let source = figure.source.map { " (\($0.law[frame.language]))" } ?? ""
    let note = figure.note.map { " – " + visible($0, limit: 2000) } ?? ""
    return [
      Paragraph.Run(words + ": "), Paragraph.Run(count(figure.count), bold: true),
      Paragraph.Run(source + note),
    ]
  }

  private var meeting: Meeting { frame.meeting(of: contest) }

  /// Those who vote, as the law addresses them.
  var electors: Phrase { contest.electorate.body.electors }
}
