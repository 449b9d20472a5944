import Documents
import Elections
import Faults
import Outcomes
import Rulebooks
public import Typesetting

/// The minutes of sealing and handing over the ballots (biên bản niêm phong, bàn giao phiếu bầu) of a sitting: what the counting board
/// gives away and who takes it, with the account of the papers (R-INVENTORY).
public struct HandoverMinutes {
  private let frame: ReportFrame

  public init(_ frame: ReportFrame) {
    self.frame = frame
  }

  public func sheet() -> Sheet {
    let title = say(
      "BIÊN BẢN NIÊM PHONG, BÀN GIAO PHIẾU BẦU", "MINUTES OF SEALING AND HANDING OVER THE BALLOTS")
    let blocks: [Sheet.Block] =
      [frame.letterhead, .title(title, [])] + frame.legalBasis.map { .paragraph($0) } + parties()
      + [.heading(say("1. Phiếu bầu", "1. Ballots")), .table(account())] + remarks()
      + [.heading(say("2. Niêm phong và bàn giao", "2. Seal and handover"))] + handover() + [signatures()]
    return frame.sheet(title, blocks)
  }

  private func say(_ vi: String, _ en: String) -> String { frame.say(vi, en) }

  private func parties() -> [Sheet.Block] {
    let election = frame.result.election
    let board = election.countingBoard.map {
      "\(visible($0.name, limit: 1000)) (\($0.role.words[frame.language].lowercased()))"
    }.joined(separator: ", ")
    let day = frame.dayAndPlace
    return [
      .paragraph(
        Paragraph(
          say(
            "Hôm nay, \(day.vi), sau khi kiểm phiếu xong, chúng tôi gồm:",
            "On \(day.en), when the count was finished:"))),
      .paragraph(
        Paragraph(
          label: say("Bên giao, Ban kiểm phiếu:", "Given by the counting board:"),
          board.isEmpty ? Self.blank : board)),
      .paragraph(
        Paragraph(
          label: say("Bên nhận, đại diện cấp ủy:", "Taken on behalf of the committee:"),
          Self.blank)),
    ]
  }

  private func account() -> Table {
    let columns = [
      say("Cuộc bầu", "Contest"), say("In, đóng dấu", "Printed"), say("Phát ra", "Issued"),
      say("Hỏng, đã đổi", "Spoiled"), say("Không dùng", "Unused"), say("Đã hủy", "Destroyed"),
      say("Thu về", "Returned"), say("Hợp lệ", "Valid"), say("Không hợp lệ", "Invalid"),
    ]
    var table = Table(
      columns.enumerated().map { index, title in
        // As wide as the longest word of the heading wants.
        let letters = title.split(separator: " ").map(\.count).max() ?? 0
        return Table.Column(title, width: index == 0 ? 42 : 6 + letters * 3 / 2, index == 0 ? .left : .right)
      }, isSmall: true)
    for contest in frame.result.contests {
      let (papers, ballots) = (contest.papers, contest.ballots)
      func stated(_ count: Int?) -> String { count.map(frame.count) ?? "……" }
      table.append(
        Table.Row([
          named(contest), stated(papers?.printed), frame.count(ballots.issued),
          stated(papers?.spoiled), stated(papers?.unused), stated(papers?.destroyed),
          frame.count(ballots.returned), frame.count(ballots.valid), frame.count(ballots.invalid),
        ]))
    }
    return table
  }

  /// The contest, and in the open that its figures decide nothing.
  private func named(_ contest: ContestResult) -> String {
    ([frame.named(contest)] + [contest.undecidedLine?[frame.language]].compactMap { $0 })
      .joined(separator: " – ")
  }

  /// What of the account does not add up, and the contests whose papers nobody entered.
  private func remarks() -> [Sheet.Block] {
    var notes: [String] = []
    if frame.result.contests.contains(where: { $0.papers == nil }) {
      notes.append(
        say(
          "Các chỗ …… do ban kiểm phiếu ghi bằng tay.",
          "The counting board writes by hand where there is …… ."
        ))
    }
    for contest in frame.result.contests {
      notes += contest.paperFindings.filter { $0.rule == .inventory }.map {
        FindingLine.paper($0, of: frame.named(contest), frame.language)
      }
    }
    return notes.map { .paragraph(Paragraph($0, .note)) }
  }

  private func handover() -> [Sheet.Block] {
    let keep = " " + Self.keeping(frame)
    let words = [
      say(
        "Phiếu thu về của từng cuộc bầu (hợp lệ và không hợp lệ để riêng), phiếu hỏng và phiếu không sử dụng chưa hủy được cho vào bì, dán nhãn niêm phong có mã kết quả và chữ ký của trưởng ban kiểm phiếu, rồi giao cho bên nhận cùng biên bản kiểm phiếu.",
        "The ballots returned of each contest (valid and invalid apart), and the spoiled and unused papers that were not destroyed, were put into covers, sealed with labels that bear the code of the result and the signature of the head of the counting board, and handed over with the minutes of the count."
      ) + keep,
      say(
        "Số bì: …… . Tình trạng niêm phong khi giao: …………………………………… . Giao xong hồi …… giờ …… phút, ngày …… tháng …… năm ……… . Biên bản lập thành …… bản, mỗi bên giữ một bản.",
        "Covers: …… . State of the seals when handed over: …………………………… . Handed over at ……:…… on …………………… . These minutes are in …… copies, one for each side."
      ),
    ]
    // Nobody signs a page on which nothing stands.
    return words.dropLast().map { .paragraph(Paragraph($0)) }
      + words.suffix(1).map { .paragraph(Paragraph($0).keepingNext()) }
  }

  /// For how long the ballots stay under seal, as far as the regulation's text was read.
  static func keeping(_ frame: ReportFrame) -> String {
    guard let period = frame.rulebook?.parameters.ballotsKept else {
      return frame.say(
        "Phiếu được niêm phong và lưu giữ theo quy định.",
        "The ballots are kept under seal as the regulation demands.")
    }
    let article = LawArticle.words(period.article)
    return frame.say(
      "Phiếu được niêm phong và lưu giữ \(period.months) tháng (\(article.vi)).",
      "The ballots are kept under seal for \(several(period.months, "month")) (\(article.en)).")
  }

  private func signatures() -> Sheet.Block {
    return .signatures([
      SignatureSpace([say("BÊN NHẬN", "TAKEN BY")], instruction: frame.signHere),
      SignatureSpace([say("NGƯỜI CHỨNG KIẾN", "WITNESS")], instruction: frame.signHere),
      SignatureSpace(
        [say("BÊN GIAO", "GIVEN BY"), say("TRƯỞNG BAN", "HEAD OF THE BOARD")],
        instruction: frame.signHere, name: frame.headOfBoard),
    ])
  }

  private static let blank = "………………………………………………"
}
