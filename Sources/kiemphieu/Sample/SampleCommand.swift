import CanonicalJSON
import CommandLineKit
import Faults
import Machine
import Reports
import SampleBallots
import Tallying

/// `sample`: synthetic ballots with the counts that were planted in them.
struct SampleCommand {
  private let command: ParsedCommand
  private let shell: Shell

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let shape = try shape()
    let format = SampleFormat(rawValue: command.value("format") ?? "") ?? .matrix
    let folder = try folder()
    do throws(FileFailure) {
      guard let folder else {
        let sample = try shape.write(as: format, to: StandardStream.standardOutput, jobs: jobs)
        shell.note(String(decoding: counts(shape, format, sample) + lineEnd(always: true), as: UTF8.self))
        warnOfTie(shape, sample.counts)
        return .ok
      }
      let sample = try write(shape, format, into: folder)
      let status = shell.output(counts(shape, format, sample) + lineEnd(always: isTerminal(.standardOutput)))
      if status == .ok { warnOfTie(shape, sample.counts) }
      return status
    } catch {
      throw .output(error)
    }
  }

  private var jobs: Int { command.integer("jobs") ?? processorCount() }

  // MARK: What is asked for

  private func shape() throws(CommandFailure) -> SampleShape {
    let (names, seats) = (number("candidates"), number("seats"))
    guard seats <= names else {
      throw usage(
        vi: "số được bầu (\(seats)) nhiều hơn số người (\(names))",
        en: "there are more seats (\(seats)) than candidates (\(names))")
    }
    var shape = SampleShape(
      BallotStyle(names: names, seats: seats), ballots: number("ballots"), seed: UInt64(number("seed")))
    shape.rates.undervotes = number("undervotes")
    shape.rates.overvotes = number("overvotes")
    shape.rates.blank = number("blank")
    shape.rates.declared = number("declared")
    shape.rates.malformed = number("malformed")
    shape.hasSerials = command.flag("serials")
    if let skew = command.integer("skew") { shape.popularity = .skewed(perMille: skew) }
    if command.flag("tie") {
      if command.value("skew") != nil {
        throw usage(vi: "--tie và --skew không dùng cùng nhau", en: "--tie and --skew exclude each other")
      }
      shape.popularity = .tied
    }
    if let obstacle = shape.obstacle { throw usage(obstacle.words) }
    return shape
  }

  private func number(_ option: String) -> Int { command.integer(option) ?? 0 }

  /// The folder to write into; `nil` for standard output.
  private func folder() throws(CommandFailure) -> String? {
    switch (command.value("out"), command.flag("stdout")) {
    case ("-", _), (nil, true): return nil
    case (.some, true):
      throw usage(vi: "--out và --stdout không dùng cùng nhau", en: "--out and --stdout exclude each other")
    case (.some(let folder), false): return folder
    case (nil, false):
      throw usage(
        vi: "thiếu nơi ghi: --out THƯ-MỤC hoặc --stdout",
        en: "there is no place to write to: --out DIR or --stdout")
    }
  }

  private func usage(vi: String, en: String) -> CommandFailure { usage(Phrase(vi: vi, en: en)) }

  private func usage(_ problem: Phrase) -> CommandFailure {
    .usage(UsageError(problem, command: command.name))
  }

  // MARK: Output

  /// Writes all three files; the ballots take their name when they are complete.
  private func write(_ shape: SampleShape, _ format: SampleFormat, into folder: String) throws(FileFailure)
    -> WrittenSample
  {
    try makeFolder(folder)
    let file = try NewFile(replacing: join(folder, SampleDocuments.ballotFile))
    let sample = try shape.write(as: format, to: file, jobs: jobs)
    let documents = SampleDocuments(shape, format, sample)
    try file.finish()
    try replaceFile(at: join(folder, "election.json"), with: documents.election.canonicalBytes())
    try replaceFile(at: join(folder, "planted.json"), with: documents.planted.canonicalBytes())
    shell.note(
      Phrase(
        vi: "Đã ghi ballots.csv, election.json, planted.json vào \(visible(folder, limit: 200))\n",
        en: "Wrote ballots.csv, election.json, planted.json into \(visible(folder, limit: 200))\n")[
          shell.language])
    return sample
  }

  /// The table, or the bytes of `planted.json`.
  private func counts(_ shape: SampleShape, _ format: SampleFormat, _ sample: WrittenSample) -> [UInt8] {
    command.flag("json")
      ? SampleDocuments(shape, format, sample).planted.canonicalBytes()
      : Array(SampleReport.text(shape, sample.counts, shell.language).utf8)
  }

  /// JSON ends without a line feed where its bytes are to be those of the file.
  private func lineEnd(always: Bool) -> [UInt8] {
    command.flag("json") && always ? [UInt8(ascii: "\n")] : []
  }

  /// Few ballots may put others between those who tie and the last seat.
  private func warnOfTie(_ shape: SampleShape, _ counts: PlantedCounts) {
    guard shape.popularity == .tied, counts.tieAtLastSeat == nil else { return }
    shell.note(
      Phrase(
        vi: "Hai người bằng phiếu nhưng không ở ghế cuối: quá ít phiếu; hãy tăng --ballots hoặc đổi --seed\n",
        en:
          "Two names tie, but not at the last seat: too few ballots; give more --ballots or another --seed\n")[
          shell.language])
  }
}

extension SampleObstacle {
  fileprivate var words: Phrase {
    switch self {
    case .ratesAboveWhole:
      Phrase(
        vi: "--undervotes, --overvotes, --blank và --malformed cộng lại quá một triệu",
        en: "--undervotes, --overvotes, --blank and --malformed add up to more than a million")
    case .undervotesForOneSeat:
      Phrase(
        vi: "bầu một người thì phiếu thiếu là phiếu không bầu cho ai: dùng --blank",
        en: "with one seat, a ballot with fewer votes is one for nobody: use --blank")
    case .tieWithoutSurplus:
      Phrase(
        vi: "--tie cần nhiều người hơn số được bầu", en: "--tie needs more candidates than seats")
    }
  }
}
