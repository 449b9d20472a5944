import CanonicalJSON
import CommandLineKit
import Elections
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
    let format = SampleFormat(rawValue: command.value("format") ?? "") ?? .matrix
    let sets = try sets(format)
    let folder = try folder()
    guard let folder else { return try writeToStandardOutput(sets, format) }
    for set in sets { try refuseToOverwrite(set, format, in: folder) }
    var status = ExitStatus.ok
    for set in sets where status == .ok {
      status = try write(set, format, into: folder, isOneOfMany: sets.count > 1)
    }
    return status
  }

  private var jobs: Int { command.integer("jobs") ?? processorCount() }

  // MARK: What is asked for

  /// A set of ballots, for one contest.
  private struct BallotSet {
    /// What the files of a contest of an election file are named by; `nil` for one that is made with the ballots.
    var name: String?
    var shape: SampleShape

    func ballotFile(_ format: SampleFormat) -> String {
      (name ?? "ballots") + (format == .packed ? ".kpb" : ".csv")
    }

    var plantedFile: String { (name.map { $0 + "." } ?? "") + "planted.json" }
  }

  private func sets(_ format: SampleFormat) throws(CommandFailure) -> [BallotSet] {
    guard let election = command.value("like") else {
      if !command.values("contest").isEmpty {
        throw usage(vi: "--contest chỉ dùng với --like", en: "--contest goes with --like only")
      }
      return [BallotSet(shape: try shape(try ownStyle(), ballots: try required("ballots"), format))]
    }
    for option in ["candidates", "seats"] where command.value(option) != nil {
      throw usage(
        vi: "--like và --\(option) không dùng cùng nhau", en: "--like and --\(option) exclude each other")
    }
    var sets: [BallotSet] = []
    for (name, contest) in try contests(election) {
      let ballots = command.integer("ballots") ?? contest.ballots.returned
      sets.append(
        BallotSet(
          name: name, shape: try shape(BallotStyle(contest), ballots: ballots, format)))
    }
    return sets
  }

  /// The contests that are wanted, each with the name of its files. A contest has the same name whichever are wanted.
  private func contests(_ path: String) throws(CommandFailure) -> [(name: String, contest: Contest)] {
    let contests = try LoadedElection.load(path).election.contests
    let wanted = command.values("contest")
    for id in wanted where !contests.contains(where: { $0.id == id }) {
      throw usage(
        vi: "tệp bầu cử không có cuộc bầu «\(visible(id))»",
        en: "the election file has no contest '\(visible(id))'")
    }
    let names = SampleNames.distinct(contests.map(\.id))
    return zip(names, contests).filter { wanted.isEmpty || wanted.contains($0.1.id) }
  }

  private func ownStyle() throws(CommandFailure) -> BallotStyle {
    let (names, seats) = (try required("candidates"), try required("seats"))
    guard seats <= names else {
      throw usage(
        vi: "số được bầu (\(seats)) nhiều hơn số người (\(names))",
        en: "there are more seats (\(seats)) than candidates (\(names))")
    }
    return BallotStyle(names: names, seats: seats)
  }

  private func shape(
    _ style: BallotStyle, ballots: Int, _ format: SampleFormat
  ) throws(CommandFailure) -> SampleShape {
    var shape = SampleShape(style, ballots: ballots, seed: UInt64(number("seed")))
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
    if let obstacle = shape.obstacle(as: format) { throw usage(obstacle.words) }
    return shape
  }

  private func number(_ option: String) -> Int { command.integer(option) ?? 0 }

  private func required(_ option: String) throws(CommandFailure) -> Int {
    if let number = command.integer(option) { return number }
    throw usage(
      vi: "thiếu tùy chọn --\(option), hoặc --like", en: "the option --\(option) is missing, or --like")
  }

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

  /// Synthetic ballots take the place of synthetic ones only, which have their counts beside them.
  private func refuseToOverwrite(
    _ set: BallotSet, _ format: SampleFormat, in folder: String
  ) throws(CommandFailure) {
    do throws(FileFailure) {
      let planted = join(folder, set.plantedFile)
      if try sameFile(planted, planted) { return }
      let names = [set.ballotFile(format)] + (set.name == nil ? ["election.json"] : [])
      for name in names {
        let path = join(folder, name)
        if try sameFile(path, path) { throw .present(path) }
      }
    } catch {
      throw .output(error)
    }
  }

  private func writeToStandardOutput(
    _ sets: [BallotSet], _ format: SampleFormat
  ) throws(CommandFailure) -> ExitStatus {
    guard let set = sets.first, sets.count == 1 else {
      throw usage(
        vi: "ra đầu ra chuẩn thì chỉ một cuộc bầu: thêm --contest",
        en: "only one contest goes to standard output: add --contest")
    }
    if format == .packed {
      throw usage(
        vi: "tệp nén không ghi được ra đầu ra chuẩn: dùng --out",
        en: "a packed file cannot be written to standard output: use --out")
    }
    do throws(FileFailure) {
      let sample = try set.shape.write(as: format, to: StandardStream.standardOutput, jobs: jobs)
      shell.note(String(decoding: counts(set, format, sample) + lineEnd(always: true), as: UTF8.self))
      warnOfTie(set.shape, sample.counts)
      return .ok
    } catch {
      throw .output(error)
    }
  }

  private func write(
    _ set: BallotSet, _ format: SampleFormat, into folder: String, isOneOfMany: Bool
  ) throws(CommandFailure) -> ExitStatus {
    do throws(FileFailure) {
      let sample = try writeFiles(set, format, into: folder)
      let end = lineEnd(always: isOneOfMany || isTerminal(.standardOutput))
      let status = shell.output(counts(set, format, sample) + end)
      if status == .ok { warnOfTie(set.shape, sample.counts) }
      return status
    } catch {
      throw .output(error)
    }
  }

  /// Writes the ballots, which take their name when they are complete, and what belongs to them.
  private func writeFiles(
    _ set: BallotSet, _ format: SampleFormat, into folder: String
  ) throws(FileFailure) -> WrittenSample {
    try makeFolder(folder)
    let name = set.ballotFile(format)
    let path = join(folder, name)
    let file = try NewFile(replacing: path)
    let sample =
      format == .packed
      ? try set.shape.writePacked(to: file, beside: path, jobs: jobs)
      : try set.shape.write(as: format, to: file, jobs: jobs)
    let documents = SampleDocuments(set.shape, format, sample, ballotFile: name)
    // Ballots without their counts beside them are not synthetic, for whoever writes into the folder at the same time.
    try replaceFile(at: join(folder, set.plantedFile), with: documents.planted.canonicalBytes())
    var written = [name]
    if set.name == nil {
      try replaceFile(at: join(folder, "election.json"), with: documents.election.canonicalBytes())
      written.append("election.json")
    }
    try file.finish()
    let names = (written + [set.plantedFile]).map { visible($0) }.joined(separator: ", ")
    shell.note(
      Phrase(
        vi: "Đã ghi \(names) vào \(visibleLine(folder))\n",
        en: "Wrote \(names) into \(visibleLine(folder))\n")[shell.language])
    return sample
  }

  /// The table, or the bytes of `planted.json`.
  private func counts(_ set: BallotSet, _ format: SampleFormat, _ sample: WrittenSample) -> [UInt8] {
    command.flag("json")
      ? SampleDocuments(set.shape, format, sample, ballotFile: set.ballotFile(format)).planted
        .canonicalBytes()
      : Array((title(set) + SampleReport.text(set.shape, sample.counts, shell.language)).utf8)
  }

  /// Which contest of an election file it is.
  private func title(_ set: BallotSet) -> String { set.name.map { "[" + $0 + "]\n" } ?? "" }

  /// JSON ends without a line feed where its bytes are to be those of the file.
  private func lineEnd(always: Bool) -> [UInt8] {
    command.flag("json") && always ? [UInt8(ascii: "\n")] : []
  }

  /// Few ballots may put others between those who tie and the last seat, and ballots with few votes leave nobody enough for one.
  private func warnOfTie(_ shape: SampleShape, _ counts: PlantedCounts) {
    guard shape.popularity == .tied else { return }
    if let tie = counts.tieAtLastSeat {
      guard 2 * tie.votes <= shape.ballots else { return }
      shell.note(
        Phrase(
          vi:
            "Hai người bằng phiếu ở ghế cuối nhưng không quá nửa: không ai trúng cử; hãy bớt --undervotes, --overvotes, --blank hoặc --declared\n",
          en:
            "Two names tie at the last seat, but with no more than half: nobody gets it; give less --undervotes, --overvotes, --blank or --declared\n"
        )[shell.language])
    } else {
      shell.note(
        Phrase(
          vi:
            "Hai người bằng phiếu nhưng không ở cuối danh sách trúng cử: quá ít phiếu; hãy tăng --ballots hoặc đổi --seed\n",
          en:
            "Two names tie, but not at the last seat: too few ballots; give more --ballots or another --seed\n"
        )[
          shell.language])
    }
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
    case .malformedPacked:
      Phrase(
        vi: "tệp nén chỉ chứa phiếu, không có dòng sai: bỏ --malformed",
        en: "a packed file holds ballots and no malformed rows: leave --malformed out")
    case .tieWithoutSurplus:
      Phrase(
        vi: "--tie cần nhiều người hơn số được bầu", en: "--tie needs more candidates than seats")
    }
  }
}
