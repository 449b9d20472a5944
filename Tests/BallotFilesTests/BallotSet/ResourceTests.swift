import BallotFiles
import Faults
import Machine
import Tallying
import Testing

/// What reading takes is bounded by what is read, not by what a file claims or lacks.
@Suite("Bounded resources")
struct ResourceTests {
  static let style = BallotStyle(names: 9, seats: 5)

  @Test("A line without an end is not read to its end", arguments: ["", "struck\n", "struck\n3\n"], [1, 2])
  func endlessLine(head: String, jobs: Int) throws {
    var source = EndlessSource(head, then: "1 ", times: 50_000_000)
    var reader = BallotSetReader(Self.style, jobs: jobs, pieceSize: 16_384)
    try reader.read(&source, name: "a.csv")
    let reading = reader.finish()
    #expect(reading.faults.listed.map(\.code) == [.lineTooLong])
    #expect(source.drawn <= 200_000)
    #expect(reading.files[0].digest == nil)
    #expect(reading.files[0].bytes == nil)
  }

  @Test("What is no ballot file is not read to its end")
  func otherFile() throws {
    var source = EndlessSource("%PDF-1.7\n", then: "x\n", times: 50_000_000)
    var reader = BallotSetReader(Self.style, pieceSize: 16_384)
    try reader.read(&source, name: "a.csv")
    #expect(reader.finish().faults.listed.map(\.code) == [.notText])
    #expect(source.drawn <= 200_000)
  }

  @Test(
    "A million empty lines are one fault that stands a million times, or none at the end",
    arguments: [false, true])
  func emptyLines(rowFollows: Bool) throws {
    var lines = EndlessSource("struck\n3\n", then: "\n", times: 1_000_000, tail: rowFollows ? "3\n" : "")
    var reader = BallotSetReader(Self.style, digest: .none, jobs: 2)
    try reader.read(&lines, name: "a.csv")
    let reading = reader.finish()
    #expect(reading.faults.count == (rowFollows ? 1_000_000 : 0))
    #expect(reading.faults.listed.map(\.place.line) == (rowFollows ? Array(3...12) : []))
    #expect(reading.files[0].rows == (rowFollows ? 1_000_002 : 1))
    #expect(reading.files[0].faultyRows == (rowFollows ? 1_000_000 : 0))
    #expect(reading.tally.recorded == (rowFollows ? 2 : 1))
  }

  @Test("A billion ballots in a thousand rows")
  func billion() throws {
    var source = EndlessSource("chosen,count\n", then: "1-5,1000000\n", times: 1000)
    var reader = BallotSetReader(Self.style)
    try reader.read(&source, name: "a.csv")
    let reading = reader.finish()
    #expect(reading.faults.isEmpty)
    #expect(reading.tally.recorded == 1_000_000_000)
    #expect(reading.tally.votes.prefix(5).allSatisfy { $0 == 1_000_000_000 })
    #expect(reading.files[0].rows == 1000)
  }

  @Test("A line of nothing but faults takes no longer than its length allows")
  func lineOfFaults() throws {
    // Thirty thousand faults on a line: what is done for one must not depend on the length of the line.
    let row = String(repeating: "x ", count: 32_000) + "\n"
    let reading = BallotInput(names: 9, seats: 5, "struck\n" + row).read()
    #expect(reading.faults.count == 32_000)
    #expect(reading.faults.listed.count == 10)
  }

  @Test("A failure of the system is passed on")
  func failure() {
    let failure = FileFailure(.read, path: "a.csv", errno: 5)
    var source = FailingSource(Array("struck\n3\n".utf8), failure: failure)
    var reader = BallotSetReader(Self.style)
    #expect(throws: failure) { try reader.read(&source, name: "a.csv") }
  }

  @Test("Digests are those of the bytes", arguments: [1, 100, 4096], [1, 3])
  func digests(pieceSize: Int, jobs: Int) {
    let input = Mix(.severalFiles, seed: 4).input
    for (kind, digest) in [(DigestKind.sha256, SHA256.digest), (.tree, TreeDigest.digest)] {
      let reading = input.read(.init(pieceSize: pieceSize, jobs: jobs), digest: kind)
      #expect(reading.files.map(\.digest) == input.files.map { digest($0.bytes) })
      #expect(reading.files.map(\.bytes) == input.files.map(\.bytes.count))
    }
    let none = input.read(.init(pieceSize: pieceSize, jobs: jobs), digest: .none)
    #expect(none.files.allSatisfy { $0.digest == nil && $0.bytes != nil })
  }
}
