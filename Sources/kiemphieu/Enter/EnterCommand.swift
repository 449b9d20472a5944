import CommandLineKit
import Documents
import Elections
import Entries
import Faults
import Machine
import Reports
import Tallying

/// `enter`: a person types ballots from paper.
struct EnterCommand {
  static let declaration = Command(
    name: "enter",
    summary: Phrase(
      vi: "Nhập phiếu giấy từ bàn phím, không mất phiếu nào.",
      en: "Takes ballots from paper at the keyboard, and loses none."),
    discussion: discussion,
    arguments: [
      Argument(
        "ELECTION", help: Phrase(vi: "Tệp bầu cử (election.json).", en: "The election file (election.json)."))
    ],
    options: [
      Option(
        "contest", .text("ID"),
        help: Phrase(
          vi: "Cuộc bầu, nếu tệp có nhiều.", en: "The contest, where the file has several.")),
      Option(
        "out", .output("FILE"),
        help: Phrase(
          vi: "Tệp phiếu được ghi; nhật ký là FILE.log. Đã có thì nhập tiếp.",
          en: "The mark list to be written; its log is FILE.log. Where they exist, entering goes on."),
        isRequired: true),
      Option(
        "station", .text("NAME"),
        help: Phrase(
          vi: "Tên tổ hoặc máy nhập, ghi vào nhật ký.", en: "What this place is called, for the log.")),
      Option(
        "bundle", .integer("N", 1...EntryBook.mostPapers),
        help: Phrase(vi: "Số phiếu của một xấp.", en: "Papers in a bundle."), defaultValue: "50"),
      Option(
        "first-bundle", .integer("N", 0...1_000_000),
        help: Phrase(
          vi: "Số của xấp đầu, để các tổ của một cuộc bầu không trùng số xấp.",
          en: "The number of the first bundle, so that no two groups of a contest have the same."),
        defaultValue: "1"),
      Option(
        "confirm", .choice("WHEN", ["unusual", "always"]),
        help: Phrase(
          vi: "Khi nào phải Enter hai lần: phiếu không hợp lệ hoặc khác thường, hay mọi phiếu.",
          en: "When Enter is wanted twice: for invalid and unusual ballots, or for all."),
        defaultValue: "unusual"),
      Option(
        "rehearsal",
        help: Phrase(
          vi: "Kiểm thử: ghi vào tệp rằng đây không phải phiếu thật; không ai ký được kết quả từ nó.",
          en:
            "A rehearsal: the files say that these are no real ballots, and no result of them can be signed.")
      ),
    ])

  private static let discussion = Phrase(
    vi: """
      Gõ các số bị gạch rồi Enter: 3 7-9. Không gạch ai: =. Phiếu không số dư: * đồng ý hết, */3 không đồng ý số 3 và đồng ý những người còn lại, 1 2/3 chỉ những số có dấu; chương trình không tự thêm dấu nào.
      Ban khai phiếu không hợp lệ: p không do ban phát ra, n tên ngoài danh sách, m đánh dấu riêng, k ký tên hoặc viết thêm, l và lời của ban. 3 7 x 20: hai mươi phiếu giống nhau.
      Phiếu bình thường chỉ cần một Enter, vì hai lần Enter cho mọi phiếu là thừa một phím mỗi phiếu; phiếu không hợp lệ hoặc khác thường phải Enter lần nữa. --confirm always đòi hai lần cho mọi phiếu.
      c 2/17 sửa phiếu 17 của xấp 2, b 17 bỏ phiếu nhập hai lần, h hết xấp, q thôi, ? giúp. Hết mỗi xấp, đếm phiếu trên tay và gõ số đó.
      Mỗi phiếu đã xác nhận đều nằm trên đĩa trước khi nhập phiếu sau. Mất điện, tắt máy, đĩa đầy: chạy lại lệnh này là nhập tiếp. Đầu vào không phải bàn phím thì đọc từng dòng, cùng cách viết, dòng trống là Enter lần nữa.
      """,
    en: """
      Type the numbers struck out and Enter: 3 7-9. None struck out: =. Agree/disagree ballots: * agrees to all, */3 disagrees with 3 and agrees to the others, 1 2/3 marks just these; the program adds no mark by itself.
      The board declares a ballot invalid: p not issued by the board, n a name outside the list, m a private mark, k signed or added writing, l and the board's words. 3 7 x 20: twenty identical ballots.
      An ordinary ballot takes one Enter, since a second for all would be a key too many for each; an invalid or unusual one wants Enter again. --confirm always wants it for all.
      c 2/17 corrects ballot 17 of bundle 2, b 17 drops one entered twice, h ends a bundle, q leaves, ? helps. At the end of each bundle count the papers in your hand and type the number.
      Every confirmed ballot is on the disk before the next is taken. After a power cut, a crash or a full disk, start this command again and go on. Input that is no keyboard is read line by line, in the same words; an empty line is the second Enter.
      """)

  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let loaded = try LoadedElection.load(command.argument("ELECTION"))
    let contest = try choose(
      command.value("contest"), among: loaded.election.contests, \.id, command: command.name)
    let path = command.value("out") ?? ""
    for input in loaded.evidence.paths { try refuse(path, over: input) }
    guard let minute = Self.minute() else {
      throw .usage(
        UsageError(
          Phrase(vi: "đồng hồ của máy sai", en: "the clock of the machine is wrong"), command: command.name))
    }
    let opened = try EntryFiles.open(path, wishes(contest, loaded, minute))
    let state = EntryState(
      EntryContest(contest, groundWords: { $0.words }), opened.files.book,
      confirmsAlways: command.value("confirm") == "always", minute: minute, greeting: greeting(opened, path))
    if let terminal = Terminal() {
      return TerminalEntry(state, opened.files, terminal, shell).run()
    }
    return PlainEntry(state, opened.files, shell).run()
  }

  static func minute() -> EntryTime? { EntryTime(secondsSince1970: secondsSince1970()) }

  private func refuse(_ path: String, over input: String) throws(CommandFailure) {
    for output in [path, EntryFiles.logPath(path)] {
      do throws(FileFailure) {
        if try !sameFile(output, input) { continue }
      } catch {
        throw .output(error)
      }
      throw .wouldOverwriteInput(output)
    }
  }

  private func wishes(_ contest: Contest, _ loaded: LoadedElection, _ minute: EntryTime) -> EntryWishes {
    EntryWishes(
      opening: EntryOpening(
        contest: contest.id, style: BallotStyle(contest), list: EntryOpening.listDigest(contest),
        election: loaded.evidence.election?.digest.hex ?? "", bundleSize: command.integer("bundle") ?? 50,
        firstBundle: command.integer("first-bundle") ?? 1, station: command.value("station") ?? "",
        isRehearsal: command.flag("rehearsal"), program: Kiemphieu.version, at: minute),
      hasStation: command.isGiven("station"), hasBundleSize: command.isGiven("bundle"),
      hasFirstBundle: command.isGiven("first-bundle"))
  }

  private func greeting(_ opened: EntryFilesOpened, _ path: String) -> EntryNotice {
    let name = visibleLine(path)
    var sentences: [Phrase] = []
    if opened.isNew {
      sentences.append(Phrase(vi: "ghi vào \(name)", en: "writing to \(name)"))
    } else {
      let place = opened.files.book.nextPlace
      sentences.append(
        Phrase(
          vi:
            "nhập tiếp \(name): đã có \(opened.files.book.ballots) phiếu, tiếp theo là xấp \(place.bundle), phiếu \(place.serial)",
          en:
            "going on with \(name): it has \(several(opened.files.book.ballots, "ballot")), next is bundle \(place.bundle), ballot \(place.serial)"
        ))
    }
    if opened.dropped > 0 {
      sentences.append(
        Phrase(
          vi:
            "phiếu đang ghi dở khi máy tắt (\(opened.dropped) byte) chưa được xác nhận và đã bỏ: xem lại tờ cuối",
          en:
            "a ballot half written when the machine stopped (\(several(opened.dropped, "byte"))) had not been confirmed and was dropped: look at the last paper"
        ))
    }
    if opened.isMended {
      sentences.append(
        Phrase(vi: "tệp phiếu đã được viết cho khớp nhật ký", en: "the mark list was completed from the log"))
    }
    return EntryNotice(.info, sentences)
  }
}
