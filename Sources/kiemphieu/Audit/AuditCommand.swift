import Auditing
import BallotFiles
import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Tallying

/// `audit`: draws papers to be compared with what was recorded of them, and says what they show.
struct AuditCommand {
  static let declaration = Command(
    name: "audit",
    summary: Phrase(
      vi: "Bốc thăm phiếu giấy để đối chiếu với những gì đã ghi.",
      en: "Draws papers to be compared with what was recorded of them."),
    discussion: Phrase(
      vi: """
        Lần 1, không có --seed: cho biết cần xem bao nhiêu phiếu. Lần 2: những lời bốc thăm công khai, sau khi đã có kết quả, quyết định lấy những phiếu nào; --out ghi tờ ghi phiếu để điền. Lần 3: --readings là tờ đó, do ban đọc từ phiếu giấy mà điền, với đúng --seed và --ballots cũ.
        Ai có các tệp đều bốc lại được đúng những phiếu ấy. Kiểm tra này chỉ giới hạn rủi ro là phiếu giấy cho kết quả khác; nó không thay cho verify hay chữ ký của ban.
        """,
      en: """
        First without --seed: it says how many papers to look at. Then words drawn in public, once the result is known, decide which papers; --out writes the sheet to fill in. Then --readings is that sheet, filled in by the board from the papers, with the same --seed and --ballots.
        Whoever has the files can draw the same papers again. An audit limits the risk that the papers give another outcome, and no more; it takes the place of neither verify nor the board's signatures.
        """),
    arguments: [Argument("RESULT", help: Phrase(vi: "Tệp kết quả.", en: "The result file."))],
    options: [
      Option(
        "seed", .text("WORDS"),
        help: Phrase(
          vi: "Những lời bốc thăm công khai, sau khi có kết quả.",
          en: "Words drawn in public, once the result is known.")),
      Option(
        "ballots", .integer("N", 1...BallotListing.mostBallots),
        help: Phrase(vi: "Bốc bấy nhiêu phiếu.", en: "Draw so many papers.")),
      Option(
        "bundle",
        help: Phrase(
          vi: "Bốc cả một xấp; kiểm tra việc nhập, không giới hạn rủi ro.",
          en: "Draw one whole bundle; this checks the typing and limits no risk.")),
      Option(
        "readings", .text("FILE"),
        help: Phrase(
          vi: "Tờ ghi phiếu mà ban đã điền từ phiếu giấy.", en: "The sheet that the board filled in.")),
      Option(
        "out", .output("FILE"),
        help: Phrase(vi: "Ghi tờ ghi phiếu để điền.", en: "Write the sheet to be filled in.")),
      Option(
        "contest", .text("ID"),
        help: Phrase(vi: "Cuộc bầu, nếu kết quả có nhiều.", en: "The contest, where the result has several.")),
      Option(
        "election", .text("FILE"),
        help: Phrase(
          vi: "Tệp bầu cử; nếu không ghi thì là election.json cạnh kết quả.",
          en: "The election file; without it, election.json beside the result.")),
      Option(
        "risk-limit", .integer("PERCENT", 1...50),
        help: Phrase(
          vi: "Rủi ro cao nhất được chấp nhận, phần trăm.", en: "The highest risk accepted, in percent."),
        defaultValue: "5"),
    ])

  private let command: ParsedCommand
  private let shell: Shell
  private let path: String

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
    path = command.argument("RESULT")
  }

  func run() throws(CommandFailure) -> ExitStatus {
    try checkOptions()
    let seed = try seed()
    let audited = try AuditedContest.load(
      path, election: command.value("election") ?? join(directory(of: path), "election.json"),
      contest: command.value("contest"), command: command.name)
    let words = AuditWords(audited, percent: command.integer("risk-limit") ?? 5, shell.language)
    guard let seed else { return shell.output(words.plan()) }
    let papers = try draw(audited, seed)
    if let file = command.value("readings") { return try compare(audited, papers, file, words) }
    let status = shell.output(words.plan() + words.drawn(papers, seed: seed))
    if status == .ok, let out = command.value("out") { try write(papers, audited, to: out) }
    return status
  }

  // MARK: What is asked for

  private var drawsBundle: Bool { command.flag("bundle") }

  private func checkOptions() throws(CommandFailure) {
    let draws = command.isGiven("seed")
    if drawsBundle, command.isGiven("ballots") {
      throw usage(
        Phrase(vi: "--bundle không đi cùng --ballots", en: "--bundle does not go with --ballots"))
    }
    if draws != (drawsBundle || command.isGiven("ballots")) {
      throw usage(
        Phrase(
          vi: "--seed đi cùng --ballots hoặc --bundle", en: "--seed goes with --ballots or --bundle"))
    }
    if !draws, command.isGiven("readings") || command.isGiven("out") {
      throw usage(
        Phrase(vi: "--readings và --out cần --seed", en: "--readings and --out need --seed"))
    }
    if command.isGiven("readings"), command.isGiven("out") {
      throw usage(
        Phrase(vi: "--readings không đi cùng --out", en: "--readings does not go with --out"))
    }
  }

  /// The words, whose bytes decide: one way of writing them only.
  private func seed() throws(CommandFailure) -> String? {
    guard let seed = command.value("seed") else { return nil }
    if !seed.isNormalized {
      throw usage(
        Phrase(
          vi:
            "--seed không ở dạng Unicode dựng sẵn (NFC): gõ lại bằng bộ gõ Unicode dựng sẵn, để ai cũng bốc được như nhau",
          en:
            "--seed is not in Unicode normal form C: type it again with composed letters, so that everybody draws the same"
        ))
    }
    if seed.first == " " || seed.last == " " || !seed.unicodeScalars.allSatisfy(isVisible) {
      throw usage(
        Phrase(
          vi: "--seed có dấu cách ở đầu hay cuối, hoặc ký tự không nhìn thấy",
          en: "--seed begins or ends with a space, or has invisible characters"))
    }
    return seed
  }

  private func draw(_ audited: AuditedContest, _ seed: String) throws(CommandFailure) -> [Paper] {
    if drawsBundle {
      if let papers = audited.stack.drawBundle(seed: seed) { return papers }
      throw usage(
        Phrase(
          vi: "các tệp phiếu không ghi xấp của mọi phiếu",
          en: "the ballot files do not name the bundle of each ballot"))
    }
    let (wanted, all) = (command.integer("ballots") ?? 1, audited.stack.papers.count)
    guard wanted <= all else {
      throw usage(Phrase(vi: "chỉ có \(all) phiếu", en: "the contest has only \(several(all, "ballot"))"))
    }
    return audited.stack.draw(wanted, seed: seed)
  }

  // MARK: What the board read

  private func compare(
    _ audited: AuditedContest, _ papers: [Paper], _ file: String, _ words: AuditWords
  ) throws(CommandFailure) -> ExitStatus {
    var log = FaultLog()
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try readWhole(file, limit: EntryReading.mostBytes)
    } catch {
      throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: file))]))
    }
    let listing = EntryReading(FileBytes(path: file, bytes: bytes), audited.style, &log).listing
    // Rows that cannot be read would be taken for papers that are missing.
    guard log.isEmpty else { throw .faults(log) }
    let readings = AuditSheet.readings(listing.ballots, of: papers, file: file, &log)
    guard log.isEmpty else { throw .faults(log) }
    let different = readings.contains { !$0.isSame }
    var text = words.compared(readings)
    var isEnough = true
    if drawsBundle {
      text += words.bundleOnly()
    } else if let assertions = words.assertions {
      let assessment = RiskAssessment(assertions, readings, audited.style)
      text += words.assessed(assessment)
      isEnough = assessment.risk.isWithin(percent: words.percent)
    }
    let status = shell.output(words.heading() + text)
    return status == .ok && (different || !isEnough) ? .negative : status
  }

  // MARK: The sheet

  private func write(_ papers: [Paper], _ audited: AuditedContest, to out: String) throws(CommandFailure) {
    let sheet = Array(
      AuditSheet.text(
        papers, audited.contest.form, hasBundles: audited.stack.hasBundles, isRehearsal: audited.isRehearsal
      ).utf8)
    try refuse(out, unless: sheet)
    do throws(FileFailure) {
      try replaceFile(at: out, with: sheet)
    } catch {
      throw .output(error)
    }
    let name = visibleLine(out)
    shell.note(Phrase(vi: "Đã ghi \(name)\n", en: "Wrote \(name)\n")[shell.language])
  }

  /// What the board filled in is not written over, and no file of the election either: nothing but the same sheet is.
  private func refuse(_ out: String, unless sheet: [UInt8]) throws(CommandFailure) {
    let old: [UInt8]
    do throws(FileFailure) {
      old = try readWhole(out, limit: EntryReading.mostBytes, allowsPipes: false)
    } catch {
      if error.isMissing { return }
      throw .output(error)
    }
    if old != sheet { throw .wouldOverwriteReadings(out) }
  }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }
}
