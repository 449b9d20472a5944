import CanonicalJSON
import Elections
import Faults
import Machine

extension ResultVerification {
  /// Where an entry log lies beside a ballot file, the file must be what the log comes to. Where there is none, nothing is said: ballots need
  /// not have been entered with this program.
  mutating func checkEntryLog(of name: String, _ contest: Contest) {
    let log = name + ".log"
    guard case .success(let file) = folder.read(log) else { return }
    let key = Check.Key(.entryLog, .file(log))
    enter(key)
    paths.insert(file.path)
    do throws(ReadingFault) {
      let ballots = try? folder.read(name).get()
      // No row of a list has fewer than six bytes.
      let most = ballots.map { $0.bytes.count / 6 } ?? 1_000_000
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
        let shown = visible(name, limit: 200)
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
