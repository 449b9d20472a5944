import CanonicalJSON
import Faults
import Foundation
import Machine
import Synchronization
import Testing

@testable import Verification

/// Two programs in one: what counts and what verifies share no code that reads, counts or decides.
@Suite("Counting and verifying agree")
struct DifferentialTests {
  private static let elections = {
    let samples = Folder.repository.appending(path: "Samples")
    let all = FileManager.default.enumerator(atPath: samples.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix("/election.json") }.map {
      "Samples/" + $0.dropLast("/election.json".count)
    }.sorted()
  }()

  @Test("On every sample", arguments: elections)
  func sample(name: String) throws {
    let folder = try Folder(copyOf: name)
    let certificate = try folder.verify(try folder.count())
    // Nobody looks at signatures here, so that those who ask for them stay without an answer.
    let isSigned = String(decoding: try folder.bytes("election.json"), as: UTF8.self).contains("roster")
    let expected: Verdict = isSigned ? .unfinished : .agrees
    #expect(certificate.verdict == expected && certificate.failures.isEmpty, "\(certificate.failures)")
    #expect(try folder.verify(try folder.count(digest: .tree)).verdict == expected)
    let untied = try folder.verify(try folder.count(digest: .none))
    #expect(untied.verdict == .unfinished)
    // Without a digest nothing is known to be the file that was counted, whatever lies there.
    for check in untied.checks where check.id == .evidence {
      guard case .file = check.subject else { continue }
      if case .passed = check.outcome { Issue.record("passed: \(check.words.en)") }
    }
  }

  @Test("On elections as nobody would hold them")
  func random() {
    let outcomes = Mutex<(verdicts: [Verdict: Int], wrong: [String])>(([:], []))
    DispatchQueue.concurrentPerform(iterations: 120) { seed in
      let found = Result { try Self.sittings(seed: UInt64(seed)) }
      outcomes.withLock { outcomes in
        switch found {
        case .failure(let error): outcomes.wrong.append("seed \(seed): \(error)")
        case .success(let sittings):
          for (verdict, wrong) in sittings {
            outcomes.verdicts[verdict, default: 0] += 1
            if let wrong { outcomes.wrong.append("seed \(seed): \(wrong)") }
          }
        }
      }
    }
    let (verdicts, wrong) = outcomes.withLock { $0 }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(verdicts[.agrees, default: 0] > 150)
    #expect(verdicts[.unfinished, default: 0] > 40)
  }

  /// The verdicts on three sittings that follow one another, each with what is wrong with it.
  private static func sittings(seed: UInt64) throws -> [(Verdict, String?)] {
    var election = try RandomElection(seed: seed)
    return try (0..<3).map { index in
      let (file, result) = try election.sitting(index)
      let certificate = try election.folder.verify(result, election: file)
      // Papers that do not add up leave nothing to confirm; all else must be confirmed.
      let isIncomplete = String(decoding: result, as: UTF8.self).contains(#""status":"incomplete""#)
      let isRight = certificate.verdict == (isIncomplete ? .unfinished : .agrees)
      return (certificate.verdict, isRight ? nil : "sitting \(index): \(certificate.failures)")
    }
  }
}
