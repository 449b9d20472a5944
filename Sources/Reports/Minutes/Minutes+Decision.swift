import Documents
import Elections
import Faults
import Outcomes
import Rulebooks
import Typesetting

/// The second half of the minutes: votes, who is elected, what comes next, the signatures.
extension Minutes {
  func votes() -> [Sheet.Block] {
    let columns = VoteColumns(contest)
    let others = columns.others.map { Table.Column($0[frame.language], width: 23, .right) }
    var table = Table(
      [
        Table.Column(say("Số", "No."), width: 8, .center),
        Table.Column(say("Họ và tên", "Name"), width: others == nil ? 46 : 37),
        Table.Column(columns.inFavour[frame.language], width: others == nil ? 16 : 13, .right),
      ] + [others].compactMap { $0 } + [
        Table.Column(
          others == nil
            ? say("Tỷ lệ trên số người để tính", "Share of the base")
            : say("Tỷ lệ đồng ý trên số người để tính", "Agreeing share of the base"),
          width: others == nil ? 40 : 35, .right)
      ])
    for person in contest.candidates {
      let rest = others == nil ? [] : [count(columns.others(than: person))]
      table.append(
        Table.Row(
          [
            String(person.candidate.number), visible(person.candidate.name, limit: 1000), count(person.votes),
          ]
            + rest + [frame.share(person.votes, of: contest.base)]))
    }
    let note = columns.note(columns.others, source: frame.lawPhrase(.lineWithoutVote))
    return [
      .heading(say("5. Số phiếu theo thứ tự trên phiếu bầu", "5. Votes in ballot order")), .table(table),
    ] + [note].compactMap { $0.map { .paragraph(Paragraph($0[frame.language], .note)) } } + frame.roundingNote
  }

  // MARK: The decision

  func decision() -> [Sheet.Block] {
    let heading = Sheet.Block.heading(say("6. Kết quả bầu cử", "6. Outcome"))
    let because = " (\(contest.statusBecause.source.law[frame.language]))"
    let outcome = Sheet.Block.paragraph(
      Paragraph(
        label: say("Kết quả:", "Outcome:"), firstUpper(contest.status.words[frame.language]) + because
      ).keepingNext())
    let isAppointed = contest.findings.contains { $0.code == .higherCommitteeAppoints }
    // How many are missing stands on the line before.
    let step =
      contest.status == .short && !isAppointed ? NextStep.goingOn(electors) : NextStep.text(contest)
    let next = item(("Việc tiếp theo", "What comes next"), step[frame.language])
    guard contest.status.isDecided else {
      let nothing = say(
        "Không ai được coi là trúng cử; các số phiếu ở mục 5 không quyết định điều gì.",
        "Nobody is elected; the votes in section 5 decide nothing.")
      return [heading, outcome, .paragraph(Paragraph(nothing, bold: true)), next]
    }
    // That a filled contest is announced and written down need not stand in what is written down, and a re-vote is told with the tie.
    let isSaid = contest.status == .filled || contest.tie != nil
    return [heading, outcome] + elected() + tied() + vacant() + (isSaid ? [] : [next])
  }

  private func elected() -> [Sheet.Block] {
    let (elected, seats) = (contest.elected.count, contest.seats)
    let words = say(
      "Trúng cử \(elected)/\(seats) người, xếp từ số phiếu cao xuống thấp:",
      "Elected \(elected) of \(seats), from the highest vote down:")
    guard elected > 0 else {
      return [.paragraph(Paragraph(say("Không có ai trúng cử.", "Nobody is elected."), bold: true))]
    }
    var table = Table([
      Table.Column(say("TT", "Place"), width: 10, .center), Table.Column(say("Họ và tên", "Name"), width: 36),
      Table.Column(say("Số trên phiếu", "Number"), width: 13, .center),
      Table.Column(say("Số phiếu", "Votes"), width: 13, .right),
      Table.Column(say("Tỷ lệ", "Share"), width: 39, .right),
    ])
    for (place, person) in contest.ranked.enumerated() {
      table.append(
        Table.Row(
          [
            String(place + 1), visible(person.candidate.name, limit: 1000), String(person.candidate.number),
            count(person.votes), frame.share(person.votes, of: contest.base),
          ], bold: true))
    }
    return [.paragraph(Paragraph(words).keepingNext()), .table(table)]
  }

  /// The re-vote that a tie at the last seat calls for (R-TIE).
  private func tied() -> [Sheet.Block] {
    guard let tie = contest.tie else { return [] }
    let names = contest.candidates.filter { tie.candidates.contains($0.candidate.number) }.map {
      "\(visible($0.candidate.name, limit: 1000)) (\(say("số", "number")) \($0.candidate.number))"
    }.joined(separator: ", ")
    let (votes, seats, tied) = (count(tie.votes), tie.seats, tie.candidates.count)
    let words =
      contest.round.isTieBreak
      ? say(
        "\(tied) người lại bằng phiếu (\(votes) phiếu) cho số lượng còn phải bầu là \(seats): \(names). Bầu nữa hay không do \(electors.vi) quyết định.",
        "\(tied) people are tied again at \(votes) each for \(seats): \(names). The \(electors.en) decides whether to vote once more."
      )
      : say(
        "Cuối danh sách trúng cử có \(tied) người bằng phiếu nhau (\(votes) phiếu) mà chỉ còn phải bầu \(seats) người; chưa ai trong số đó trúng cử: \(names). Bầu lại \(seats) người trong số này; ai nhiều phiếu hơn thì trúng cử, không cần quá một nửa.",
        "\(tied) people are tied at \(votes) each for the \(seats) left, and none of them is elected: \(names). A re-vote for \(seats) among them; the higher vote wins, more than half is not needed."
      )
    return [.paragraph(Paragraph(words, bold: true))]
  }

  private func vacant() -> [Sheet.Block] {
    guard contest.status == .short else { return [] }
    return [
      item(
        ("Còn thiếu so với số lượng đã biểu quyết", "Short of the seats voted"), count(contest.vacant))
    ]
  }

  // MARK: Notes and signatures

  func notes() -> [Sheet.Block] {
    // What section 6 says is not said again.
    let said: Set<FindingCode> = [.short, .tied, .tiedAgain]
    var notes = contest.paperFindings.filter { !said.contains($0.code) }.map {
      FindingLine.paper($0, frame.language)
    }
    notes += frame.standing.ordered.map { signature in
      "– " + say("Chữ ký số trên kết quả: ", "Digital signature on the result: ")
        + "\(visibleLine(signature.name)), \(signature.role.words[frame.language])."
    }
    guard !notes.isEmpty else { return [] }
    return [.heading(say("7. Ghi chú", "7. Notes"))] + notes.map { .paragraph(Paragraph($0, .note)) }
  }

  func closing() -> [Sheet.Block] {
    let words = say(
      "Biên bản lập xong hồi …… giờ …… phút cùng ngày, thành …… bản, đã đọc trước \(electors.vi).",
      "These minutes were finished at ……:…… on the same day, in …… copies, and read to the \(electors.en).")
    // Delegates are not approved, and what decides nothing is not either.
    let isToBeApproved = contest.office.order != nil && !contest.elected.isEmpty
    let approval = say(
      " Kết quả là tạm thời cho đến khi cấp ủy có thẩm quyền chuẩn y.",
      " The outcome is provisional until the competent committee approves it.")
    return [
      .paragraph(Paragraph(words + (isToBeApproved ? approval : "")).keepingNext()),
      .signatures([
        SignatureSpace([contest.electorate.body.chair[frame.language]], instruction: frame.signHere),
        SignatureSpace(
          [say("T/M BAN KIỂM PHIẾU", "FOR THE COUNTING BOARD"), say("TRƯỞNG BAN", "HEAD")],
          instruction: frame.signHere,
          name: frame.headOfBoard),
      ]),
    ]
  }
}
