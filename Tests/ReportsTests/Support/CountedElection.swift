import Documents
import Elections
import Faults
import Foundation
import Machine
import Reports

@testable import kiemphieu

/// An election that was read and counted for a test.
struct CountedElection {
  let election: Election
  var result: ElectionResult
  var standing: ResultStanding

  /// The sample in the folder `name` below `Samples`.
  static func sample(_ name: String) throws -> CountedElection {
    try CountedElection(folder: Place.repository.appending(path: "Samples/\(name)"))
  }

  init(folder: URL) throws {
    let loaded = try LoadedElection.load(folder.appending(path: "election.json").path)
    let selection = CountSelection(
      contests: Set(loaded.election.contests.map(\.id)), isPart: false, ballots: nil)
    var count = ElectionCount(loaded, selection, digest: .sha256, jobs: 1, progressLine: nil)
    election = loaded.election
    result = try count.run()
    let code = ShortCode(SHA256.digest(of: result.canonicalBytes())).description
    standing = ResultStanding(
      code: code, verified: .agrees, signatures: [],
      certificate: [Phrase(vi: "✓ dạng tệp kết quả: đạt", en: "✓ form of the result file: passed")])
  }
}

enum Place {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let golden = repository.appending(path: "Tests/ReportsTests/Golden")
}
