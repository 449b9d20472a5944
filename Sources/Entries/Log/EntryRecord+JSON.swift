import BallotFiles
import CanonicalJSON
public import Elections
import Machine
import Tallying

extension EntryOpening {
  /// The SHA-256 of the names on the ballot, in its order, as a canonical JSON list of strings.
  public static func listDigest(_ contest: Contest) -> String {
    let names = JSONValue.array(contest.candidates.map { .string($0.name) })
    return SHA256.digest(of: names.canonicalBytes()).hex
  }
}

extension EntryRecord {
  /// The members of the record but ``EntryLog/link``, which ties it to the line before.
  func members() -> [String: JSONValue] {
    switch self {
    case .open(let opening):
      return [
        "record": "open", "at": time(opening.at), "contest": .string(opening.contest),
        "form": .string(opening.style.form.rawValue), "names": .integer(opening.style.names),
        "seats": .integer(opening.style.seats), "list": .string(opening.list),
        "election": .string(opening.election), "bundleSize": .integer(opening.bundleSize),
        "firstBundle": .integer(opening.firstBundle), "station": .string(opening.station),
        "rehearsal": .bool(opening.isRehearsal), "program": .string(opening.program),
      ]
    case .ballot(let place, let times, let row):
      return paper("ballot", place).merging(cells(row)) { $1 }.merging(["times": .integer(times)]) { $1 }
    case .correction(let place, let row): return paper("correction", place).merging(cells(row)) { $1 }
    case .withdrawal(let place): return paper("withdrawal", place)
    case .check(let bundle, let entered, let papers, let at):
      return [
        "record": "check", "bundle": .integer(bundle), "entered": .integer(entered),
        "papers": .integer(papers), "at": time(at),
      ]
    case .resume(let dropped, let program, let at):
      return [
        "record": "resume", "dropped": .integer(dropped), "program": .string(program), "at": time(at),
      ]
    case .close(let ballots, let at):
      return ["record": "close", "ballots": .integer(ballots), "at": time(at)]
    }
  }

  private func time(_ time: EntryTime) -> JSONValue { .string(time.description) }

  private func paper(_ record: String, _ place: PaperPlace) -> [String: JSONValue] {
    ["record": .string(record), "bundle": .integer(place.bundle), "serial": .integer(place.serial)]
  }

  private func cells(_ row: MarkRow) -> [String: JSONValue] {
    ["marks": .array(row.marks.map { .string($0) }), "invalid": .string(row.invalid)]
  }

  /// Reads the members of a record; `nil` where one is missing or not what it should be. Others are not looked at: a line is
  /// compared with the one way of writing its record, which has none.
  init?(_ members: RecordMembers) {
    switch members.text("record") {
    case "open":
      guard let opening = EntryOpening(members) else { return nil }
      self = .open(opening)
    case "ballot":
      guard let place = members.place, let row = members.row, let times = members.count("times"), times > 0
      else { return nil }
      self = .ballot(place, times: times, row)
    case "correction":
      guard let place = members.place, let row = members.row else { return nil }
      self = .correction(place, row)
    case "withdrawal":
      guard let place = members.place else { return nil }
      self = .withdrawal(place)
    case "check":
      guard let bundle = members.count("bundle"), let entered = members.count("entered"),
        let papers = members.count("papers"), let at = members.time
      else { return nil }
      self = .check(bundle: bundle, entered: entered, papers: papers, at: at)
    case "resume":
      guard let dropped = members.count("dropped"), let program = members.text("program"),
        let at = members.time
      else { return nil }
      self = .resume(dropped: dropped, program: program, at: at)
    case "close":
      guard let ballots = members.count("ballots"), let at = members.time else { return nil }
      self = .close(ballots: ballots, at: at)
    default: return nil
    }
  }
}

extension EntryOpening {
  fileprivate init?(_ members: RecordMembers) {
    guard let contest = members.text("contest"), let names = members.count("names"),
      let seats = members.count("seats"), let form = members.text("form"), let list = members.text("list"),
      let election = members.text("election"), let bundleSize = members.count("bundleSize"),
      let firstBundle = members.count("firstBundle"), let station = members.text("station"),
      let isRehearsal = members.bool("rehearsal"), let program = members.text("program"),
      let at = members.time, Digest(hex: election)?.hex == election,
      (1...ElectionLimits.candidates).contains(names), (1...names).contains(seats),
      (1...EntryBook.mostPapers).contains(bundleSize),
      BallotForm(names: names, seats: seats).rawValue == form
    else { return nil }
    self.init(
      contest: contest, style: BallotStyle(names: names, seats: seats), list: list, election: election,
      bundleSize: bundleSize, firstBundle: firstBundle, station: station, isRehearsal: isRehearsal,
      program: program, at: at)
  }
}

/// The members of the object that a line holds.
struct RecordMembers {
  private let values: [String: JSONValue]

  /// - Returns: `nil` for a line that is no object, or holds what canonical JSON cannot say.
  init?(line: [UInt8], file: String) {
    guard let node = try? JSONParser.parse(line, file: file, allowsByteOrderMark: false),
      case .object(let values)? = JSONValue(node)
    else { return nil }
    self.values = values
  }

  func text(_ key: String) -> String? {
    if case .string(let text)? = values[key] { text } else { nil }
  }

  func bool(_ key: String) -> Bool? {
    if case .bool(let value)? = values[key] { value } else { nil }
  }

  /// A whole number from 0 to 10^12.
  func count(_ key: String) -> Int? {
    guard case .integer(let value)? = values[key], (0...ElectionLimits.count).contains(value) else {
      return nil
    }
    return value
  }

  var time: EntryTime? { text("at").flatMap { EntryTime($0) } }

  var place: PaperPlace? {
    guard let bundle = count("bundle"), let serial = count("serial") else { return nil }
    return PaperPlace(bundle: bundle, serial: serial)
  }

  var row: MarkRow? {
    guard case .array(let cells)? = values["marks"], let invalid = text("invalid") else { return nil }
    var marks: [String] = []
    for cell in cells {
      guard case .string(let text) = cell else { return nil }
      marks.append(text)
    }
    return MarkRow(marks: marks, invalid: invalid)
  }
}
