import CanonicalJSON
import Elections
import Faults
import Machine

extension ResultVerification {
  /// Where an entry log lies beside a ballot file, the file must be what the log comes to. Where there is none, nothing is said: ballots need
  /// not have been entered with this program. One that cannot be read is not none.
  mutating func checkEntryLog(of name: String, _ contest: Contest) {
    let log = name + ".log"
    let key = Check.Key(.entryLog, .file(log))
    guard let file = beside(log, key) else { return }
    do throws(ReadingFault) {
      let ballots = present(name, key)
      // No row of a list has fewer than seven bytes.
      let most = ballots.map { $0.bytes.count / 7 } ?? Int.max
      let replay = try EntryLogReplay(EntryLogLines(file.bytes, name: log), most: most)
      guard isSame(replay.contest, contest.id), replay.listDigest == Self.listDigest(contest),
        replay.names == contest.candidates.count, replay.seats == contest.seats,
        replay.form == contest.form.rawValue
      else {
        return fail(
          key,
          Difference(
            "nhật ký thuộc cuộc bầu hoặc danh sách khác", "the log is of another contest or another list"))
      }
      guard let ballots else { return }
      if let line = Self.firstDifference(ballots.bytes, replay.list) {
        let shown = visibleLine(name)
        fail(
          key,
          Difference(
            "\(shown) dòng \(line) không đúng như nhật ký ghi",
            "\(shown) line \(line) is not what the log says"))
      }
    } catch {
      let place = error.line.map { Phrase(vi: "dòng \($0): ", en: "line \($0): ") } ?? Phrase("")
      fail(key, Difference(place.vi + error.problem.vi, place.en + error.problem.en))
    }
  }

  /// What lies beside a ballot file under a name; `nil` where nothing does, or it cannot be read, which the check of `key` then says.
  mutating func beside(_ name: String, _ key: Check.Key) -> EvidenceFile? {
    if case .failure(.missing) = folder.locate(name) { return nil }
    enter(key)
    guard let file = present(name, key) else { return nil }
    paths.insert(file.path)
    return file
  }

  /// A file that lies in the folder; `nil` where it is missing, which is said elsewhere, or cannot be read, which the check of `key` says.
  mutating func present(_ name: String, _ key: Check.Key) -> EvidenceFile? {
    switch folder.read(name) {
    case .success(let file): return file
    case .failure(.missing): return nil
    case .failure(let absence):
      leaveOpen(key, NotChecked(absence))
      return nil
    }
  }

  /// The SHA-256 of the names in ballot order, as a canonical JSON list.
  private static func listDigest(_ contest: Contest) -> String {
    let names = JSONValue.array(contest.candidates.map { .string($0.name) })
    return SHA256.digest(of: names.canonicalBytes()).hex
  }

  /// The first line in which two texts differ, from 1; `nil` where they are one.
  private static func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int? {
    if a == b { return nil }
    let same = zip(a, b).prefix { $0 == $1 }
    return same.count { $0.0 == UInt8(ascii: "\n") } + 1
  }
}
