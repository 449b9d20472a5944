import Faults
import Foundation
import Machine
import Synchronization
import Tallying
import TestSupport
import Testing

@testable import BallotFiles

/// Packed files count like the text that they were packed from, and nothing in them changes unseen.
@Suite("Packed files")
struct PackedTests {
  /// The codes of faults that only packed files have; the tests below meet each.
  static let codes = ["B050", "B051", "B052", "B053", "B054", "B055"]

  /// The bytes of the packed file of an input, or the faults.
  static func pack(
    _ input: BallotInput, beside path: String? = nil, memory: Int = 1 << 20
  ) -> Result<[UInt8], PackingFaults> {
    var packer = BallotPacker(input.style, beside: path, memory: memory)
    var bytes = [UInt8](repeating: 0, count: BallotPacker.headerSize)
    for file in input.files {
      var source = MemorySource(file.bytes)
      guard (try? packer.read(&source, name: file.name) { bytes += $0 }) != nil else {
        return .failure(PackingFaults(faults: FaultLog()))
      }
    }
    guard let result = try? packer.finish(write: { bytes += $0 }) else {
      return .failure(PackingFaults(faults: FaultLog()))
    }
    return result.map { header in header + bytes.dropFirst(header.count) }
  }

  private static func count(
    _ bytes: [UInt8], _ style: BallotStyle, jobs: Int = 1, pieceSize: Int = 1 << 20,
    digest: DigestKind = .sha256
  ) -> BallotSetReading? {
    var reader = BallotSetReader(style, digest: digest, jobs: jobs, pieceSize: pieceSize)
    guard (try? reader.readPacked(MemoryFile(bytes: bytes), name: "a.kpb")) == true else { return nil }
    return reader.finish()
  }

  private func expectSame(_ input: BallotInput) throws {
    let text = input.read()
    switch Self.pack(input) {
    case .failure(let faults):
      // A rehearsal is counted and not packed.
      #expect(faults.faults.listed.filter { $0.code != .rehearsalNotPacked } == Array(text.faults.listed))
      #expect(!faults.faults.isEmpty)
    case .success(let bytes):
      #expect(text.faults.isEmpty)
      for (jobs, size) in [(1, 1 << 20), (2, 600), (3, 40_000)] {
        for digest in DigestKind.allCases {
          let packed = try #require(
            Self.count(bytes, input.style, jobs: jobs, pieceSize: size, digest: digest))
          #expect(packed.faults.isEmpty)
          #expect(packed.tally == text.tally)
          #expect(packed.otherWords == text.otherWords)
          #expect(packed.rulingWords == text.rulingWords)
          #expect(packed.files[0].bytes == bytes.count)
          #expect(packed.files[0].digest == (digest == .none ? nil : Self.digest(bytes, digest)))
          #expect(packed.files[0].ballots == text.tally.recorded)
        }
      }
    }
  }

  private static func digest(_ bytes: [UInt8], _ kind: DigestKind) -> Digest? {
    var digest = ContentDigest(kind)
    digest.update(bytes)
    return digest.finalize()
  }

  @Test("Good files", arguments: GoodCase.all.filter { $0.input.read().tally.recorded < 20_000 })
  func good(_ good: GoodCase) throws { try expectSame(good.input) }

  @Test("Long files of good and bad rows", arguments: Mix.all)
  func mixed(_ mix: Mix) throws { try expectSame(mix.input) }

  @Test("Bad files give the faults that counting gives", arguments: BadCase.all)
  func bad(_ bad: BadCase) throws { try expectSame(bad.input) }

  @Test("Blocks of every size", arguments: [0, 1, 63, 64, 65, 4095, 4096, 4097, 8192, 9000])
  func sizes(ballots: Int) throws {
    var random = SeededGenerator(seed: UInt64(ballots))
    let rows = (0..<ballots).map { "\($0 + 7),\((1...5).randomElement(using: &random) ?? 1) 6" }
    try expectSame(BallotInput(names: 9, seats: 7, (["serial,struck"] + rows).joined(separator: "\n") + "\n"))
  }

  private static let small = BallotInput(
    names: 3, seats: 3,
    #"""
    xấp,số phiếu,đồng ý,không đồng ý,không hợp lệ,phán quyết
    1,1,1 2,3,,
    1,2,=,1-3,,"valid:""ban thống nhất"""
    1,3,,,"other:""phiếu rách""",
    2,9,2,1 3,marked,

    """#)

  @Test(
    "What memory does not hold of the sections is kept beside the file", arguments: [0, 1, 5000, 100_000])
  func overflow(memory: Int) throws {
    var random = SeededGenerator(seed: 3)
    let rows = (0..<20_000).map { number in
      let ground = Int.random(in: 0..<1000, using: &random) == 0 ? "marked" : ""
      return "\(3 * number),\((1...5).randomElement(using: &random) ?? 1),\(ground)"
    }
    let input = BallotInput(
      names: 9, seats: 7, (["serial,struck,invalid"] + rows).joined(separator: "\n") + "\n")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.kpb").path
    #expect(try Self.pack(input, beside: path, memory: memory).get() == Self.pack(input).get())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    // Where there is no such place, nothing is packed.
    if memory < 100_000 {
      let packed = Self.pack(input, beside: folder.appending(path: "none/a.kpb").path, memory: memory)
      #expect(throws: PackingFaults.self) { try packed.get() }
    }
  }

  @Test("Whatever bit is flipped, it is seen")
  func flips() throws {
    let bytes = try Self.pack(Self.small).get()
    #expect(bytes.count < 10_000)
    var flipped = bytes
    for index in bytes.indices {
      flipped[index] ^= 1 << UInt8(index % 8)
      if let reading = Self.count(flipped, Self.small.style, digest: .none) {
        #expect(reading.faults.count == 1, "byte \(index)")
      } else {
        #expect(index < 8)
      }
      flipped[index] = bytes[index]
    }
  }

  @Test("A file that was cut off is refused, wherever", arguments: [0, 1, 7])
  func truncation(step: Int) throws {
    let bytes = try Self.pack(Self.small).get()
    for length in stride(from: 8, to: bytes.count, by: step + 1) {
      let reading = try #require(Self.count(Array(bytes.prefix(length)), Self.small.style))
      #expect(reading.faults.listed.map(\.code) == [.damagedPackedFile])
      for fault in reading.faults.listed { expectWords(of: fault) }
      #expect(reading.files[0].digest == nil)
    }
    let longer = try #require(Self.count(bytes + [0], Self.small.style))
    #expect(longer.faults.listed.map(\.code) == [.damagedPackedFile])
  }

  @Test("Ballots of another contest, another version")
  func others() throws {
    let bytes = try Self.pack(Self.small).get()
    for style in [BallotStyle(names: 4, seats: 4), BallotStyle(names: 3, seats: 2)] {
      let faults = try #require(Self.count(bytes, style)).faults.listed
      #expect(faults.map(\.code) == [.packedOtherBallots])
      for fault in faults { expectWords(of: fault) }
    }
    var newer = bytes
    newer[8] = 2
    #expect(try #require(Self.count(newer, Self.small.style)).faults.listed.map(\.code) == [.packedVersion])
  }

  @Test("The worked example of the header")
  func header() throws {
    let bytes = try Self.pack(BallotInput(names: 2, seats: 1, "1,2\n1,0\n0,1\n1,1\n")).get()
    #expect(
      Array(bytes[..<24]) == [
        0x89, 0x4B, 0x50, 0x42, 0x0D, 0x0A, 0x1A, 0x0A, 1, 0, 0, 0, 192, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0,
      ])
    #expect(Words.words(bytes, at: 24, count: 4) == [3, 1, 0, 1280])
    #expect(Words.word(bytes, at: 192) == 0b101)
    #expect(Words.word(bytes, at: 192 + 512) == 0b110)
  }

  @Test("Bundles, serials and words come back")
  func papers() throws {
    let bytes = try Self.pack(Self.small).get()
    let header = try PackedHeader(bytes, fileSize: bytes.count)
    let papers = PackedPapers.decode(Array(bytes[header.papersOffset...]), ballots: 4)
    #expect(
      papers == [
        PaperRun(bundle: 1, serial: 1, ballots: 3), PaperRun(bundle: 2, serial: 9, ballots: 1),
      ])
    let words = PackedWords.decode(Array(bytes[header.wordsOffset..<header.papersOffset]), ballots: 4)
    #expect(
      words == [
        .init(ballot: 1, kind: .ruling, words: "ban thống nhất"),
        .init(ballot: 2, kind: .other, words: "phiếu rách"),
      ])
  }

  @Test("No run goes beyond the largest serial", arguments: [0, 1])
  func lastSerial(beyond: Int) {
    let run = PaperRun(bundle: nil, serial: 999_999_999_999 + beyond, ballots: 2)
    var section = PackedPapers.encode(run) + [UInt8](repeating: 0, count: 32)
    Words.append([Words.checksum(section + [UInt8](repeating: 0, count: 8), 0..<64)], to: &section)
    #expect(PackedPapers.decode(section, ballots: 2) == (beyond == 0 ? [run] : nil))
  }
}

/// Text, packed, text again, packed again: nothing is lost, and the second time nothing changes.
@Suite("Unpacking")
struct UnpackingTests {
  private static func unpack(
    _ bytes: [UInt8], _ layout: BallotUnpacker.Layout
  ) -> Result<[UInt8], PackingFaults>? {
    var text: [UInt8] = []
    let result = try? BallotUnpacker(layout, name: "a.kpb").unpack(MemoryFile(bytes: bytes)) { text += $0 }
    return result?.map { _ in text }
  }

  private func expectRoundTrip(_ input: BallotInput) throws {
    guard case .success(let packed) = PackedTests.pack(input) else { return }
    let expected = input.read()
    for layout in BallotUnpacker.Layout.allCases {
      switch try #require(Self.unpack(packed, layout)) {
      case .failure(let error):
        #expect(error.faults.listed.map(\.code) == [.notInLayout])
        for fault in error.faults.listed { expectWords(of: fault) }
      case .success(let text):
        let again = BallotInput(input.style, [.init(name: "b.csv", bytes: text)])
        #expect(again.read().tally == expected.tally)
        #expect(again.read().otherWords == expected.otherWords)
        let packedAgain = try PackedTests.pack(again).get()
        #expect(packedAgain == packed)
        #expect(try Self.unpack(packedAgain, layout)?.get() == text)
      }
    }
  }

  @Test("Good files", arguments: GoodCase.all.filter { $0.input.read().tally.recorded < 20_000 })
  func good(_ good: GoodCase) throws { try expectRoundTrip(good.input) }

  @Test("Long files", arguments: Mix.all)
  func mixed(_ mix: Mix) throws { try expectRoundTrip(mix.input) }

  @Test("What is a rehearsal is not packed, since the packed file could not say so")
  func rehearsal() {
    for text in ["struck,rehearsal\n1,\n", "kiểm thử;gạch\n"] {
      guard case .failure(let error) = PackedTests.pack(BallotInput(names: 2, seats: 1, text)) else {
        Issue.record("packed")
        continue
      }
      #expect(error.faults.listed.map(\.code) == [.rehearsalNotPacked])
      for fault in error.faults.listed { expectWords(of: fault) }
    }
  }

  @Test("What is no packed file, and what is damaged")
  func others() throws {
    guard case .failure(let error)? = Self.unpack(Array("struck\n1\n".utf8), .list) else {
      Issue.record("text is no packed file")
      return
    }
    #expect(error.faults.listed.map(\.code) == [.notPackedFile])
    for fault in error.faults.listed { expectWords(of: fault) }
    var bytes = try PackedTests.pack(BallotInput(names: 2, seats: 1, "serial,1,2\n7,1,0\n8,0,1\n")).get()
    // Bundles and serials are checked here, though counting does not touch them.
    bytes[bytes.count - 60] ^= 1
    let damaged = try #require(Self.unpack(bytes, .list))
    #expect(throws: PackingFaults.self) { try damaged.get() }
  }

  /// Two ballots of one name left, with the papers at hand, whose check values are right.
  private static func written(_ papers: [PaperRun]) throws -> [UInt8] {
    var writer = PackedWriter(BallotStyle(names: 2, seats: 1), beside: nil)
    for run in papers { writer.note(run) }
    var first = [UInt64](repeating: 0, count: 64)
    first[0] = 0b11
    let none = [UInt64](repeating: 0, count: 64)
    writer.append(first + none, status: [], ballots: 2)
    var bytes: [UInt8] = []
    return try writer.finish { bytes += $0 } + bytes
  }

  @Test(
    "A serial that occurs twice in a bundle is not written as text, which counting would refuse",
    arguments: [
      (1, 8, 1, "bundle,serial,struck\n1,7,2\n1,8,2\n"), (2, 7, 1, "bundle,serial,struck\n1,7,2\n2,7,2\n"),
      (1, 7, 1, nil),
    ])
  func serialTwice(bundle: Int, serial: Int, ballots: Int, text: String?) throws {
    let papers = [
      PaperRun(bundle: 1, serial: 7, ballots: 1), PaperRun(bundle: bundle, serial: serial, ballots: ballots),
    ]
    let result = try #require(Self.unpack(Self.written(papers), .list))
    #expect((try? result.get()).map { String(decoding: $0, as: UTF8.self) } == text)
    guard case .failure(let error) = result else { return }
    #expect(error.faults.listed.map(\.code) == [.damagedPackedFile])
  }

  /// A file that somebody writes into after it was checked.
  private struct ChangingFile: PositionedSource, ~Copyable {
    let file: MemoryFile
    let looks = Atomic(0)

    var size: Int { file.size }

    func read(at offset: Int, count: Int, into buffer: inout [UInt8]) {
      file.read(at: offset, count: count, into: &buffer)
    }

    func requireUnchanged() throws(FileFailure) {
      if looks.add(1, ordering: .relaxed).oldValue > 0 {
        throw FileFailure(.readUnchanged, path: "a.kpb", errno: 5)
      }
    }
  }

  @Test("A file that is changed between its check and its ballots is not written as text")
  func changing() throws {
    let bytes = try Self.written([])
    let file = ChangingFile(file: MemoryFile(bytes: bytes))
    #expect(throws: FileFailure.self) { try BallotUnpacker(.list, name: "a.kpb").unpack(file) { _ in } }
  }
}
