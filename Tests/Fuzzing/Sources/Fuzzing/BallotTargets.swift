@testable import BallotFiles
import Elections
import Faults
import Machine
import Tallying
@testable import Verification

/// A file in memory that can be read at any place.
private struct MemoryFile: PositionedSource {
  let bytes: [UInt8]
  var size: Int { bytes.count }

  func read(at offset: Int, count: Int, into buffer: inout [UInt8]) {
    buffer += bytes[offset..<offset + count]
  }
}

/// The papers of an input: two bytes in front of the file say how many names there are, and how many seats.
private func style(_ settings: [Int]) -> BallotStyle {
  let names = settings[0] % 80 + 1
  return BallotStyle(names: names, seats: settings[1] % names + 1)
}

/// What a reading comes to, so that readings can be compared: the tally and the words, or that there are faults.
private struct Count: Equatable {
  var tally: Tally?
  var other: [String] = []
  var rulings: [String] = []
  var faults: Int

  init(_ reader: consuming BallotSetReader) {
    let reading = reader.finish()
    faults = reading.faults.count
    guard reading.faults.isEmpty else { return }
    tally = reading.tally
    other = reading.otherWords.all.map { "\($0.ballots) \($0.words)" }
    rulings = reading.rulingWords.all.map { "\($0.ballots) \($0.words)" }
  }
}

/// Mark lists and matrices: as a stream, in chunks of any size and on several cores, and by the verifier's own reader: one count, or one
/// refusal.
func testBallots(_ bytes: [UInt8]) {
  guard let (settings, file) = settings(bytes, 3), !file.starts(with: PackedHeader.mark) else { return }
  let style = style(settings)
  let pieceSize = settings[2] % 64 + 1

  var stream = BallotSetReader(style, pieceSize: 1 << 20)
  var source = BytesAtHand(file)
  try? stream.read(&source, name: "a.csv")
  let count = Count(stream)

  for (jobs, size) in [(1, 1 << 20), (1, pieceSize), (3, 64 * pieceSize)] {
    var reader = BallotSetReader(style, jobs: jobs, pieceSize: size)
    if (try? reader.readInChunks(MemoryFile(bytes: file), name: "a.csv")) != true {
      var source = BytesAtHand(file)
      try? reader.read(&source, name: "a.csv")
    }
    let other = Count(reader)
    expect(other == count, "\(jobs) jobs, pieces of \(size): \(other) and not \(count)")
  }
  compare(count, recount(file, style, pieceSize), style)
  if let tally = count.tally { testPacking(file, style, tally) }
}

/// What was read can be packed, and counts the same.
private func testPacking(_ file: [UInt8], _ style: BallotStyle, _ tally: Tally) {
  var packer = BallotPacker(style, beside: nil)
  var source = BytesAtHand(file)
  var packed = [UInt8](repeating: 0, count: BallotPacker.headerSize)
  guard (try? packer.read(&source, name: "a.csv", write: { packed += $0 })) != nil,
    case .success(let header)? = try? packer.finish(write: { packed += $0 })
  else { return }
  packed.replaceSubrange(0..<header.count, with: header)
  var reader = BallotSetReader(style)
  expect(
    (try? reader.readPacked(MemoryFile(bytes: packed), name: "a.kpb")) == true,
    "what was packed is no packed file")
  let count = Count(reader)
  expect(count.tally == tally, "packed, it counts otherwise: \(count)")
  compare(count, recountPacked(packed, style), style)
}

/// Packed files, their check values put right if the first byte says so; then text and back.
func testPacked(_ bytes: [UInt8]) {
  guard let (settings, file) = settings(bytes, 3) else { return }
  let style = style(settings)
  let packed = settings[2] % 2 == 1 ? resealed(file) : file
  var reader = BallotSetReader(style, pieceSize: 1 << 20)
  guard (try? reader.readPacked(MemoryFile(bytes: packed), name: "a.kpb")) == true else { return }
  let count = Count(reader)
  for digest in [DigestKind.none, .tree] {
    var reader = BallotSetReader(style, digest: digest, jobs: 2, pieceSize: 512)
    _ = try? reader.readPacked(MemoryFile(bytes: packed), name: "a.kpb")
    expect(Count(reader) == count, "in other pieces it counts otherwise")
  }
  compare(count, recountPacked(packed, style), style)
  guard count.tally != nil else { return }
  var text: [UInt8] = []
  if case .success? = try? BallotUnpacker(.list, name: "a.kpb").unpack(
    MemoryFile(bytes: packed), write: { text += $0 })
  {
    var reader = BallotSetReader(style)
    var source = BytesAtHand(text)
    try? reader.read(&source, name: "a.csv")
    let again = Count(reader)
    // Serials that occur twice are only looked at in text.
    if again.tally != nil { expect(again == count, "as text it counts otherwise: \(again), not \(count)") }
  }
}

/// The file with sizes and check values that hold, as far as they can be put right.
private func resealed(_ file: [UInt8]) -> [UInt8] {
  var bytes = file
  guard bytes.count >= PackedHeader.size, bytes.count % 64 == 0 else { return file }
  bytes.replaceSubrange(0..<8, with: PackedHeader.mark)
  seal(&bytes, 0..<PackedHeader.size)
  guard let header = try? BallotFiles.PackedHeader(bytes, fileSize: bytes.count) else { return bytes }
  var sums: [UInt64] = []
  for block in 0..<header.blocks {
    let start = PackedHeader.size + block * header.blockSize
    sums.append(seal(&bytes, start..<start + header.blockSize))
  }
  for block in 0..<header.statusBlocks {
    let start = header.statusOffset + block * PackedHeader.statusSize
    sums.append(seal(&bytes, start..<start + PackedHeader.statusSize))
  }
  sums.append(seal(&bytes, header.wordsOffset..<header.papersOffset))
  sums.append(seal(&bytes, header.papersOffset..<bytes.count))
  var content = PackedContent()
  content.add(sums)
  bytes.replaceSubrange(96..<128, with: content.digest.bytes)
  seal(&bytes, 0..<PackedHeader.size)
  return bytes
}

@discardableResult
private func seal(_ bytes: inout [UInt8], _ range: Range<Int>) -> UInt64 {
  guard !range.isEmpty else { return 0 }
  let value = Words.checksum(bytes, range)
  for byte in 0..<8 {
    bytes[range.upperBound - 8 + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
  }
  return value
}

private typealias PackedHeader = BallotFiles.PackedHeader

// MARK: The verifier

private func recount(_ file: [UInt8], _ style: BallotStyle, _ pieceSize: Int) -> Result<
  ContestRecount, ReadingFault
> {
  var recount = ContestRecount(Ballots(names: style.names, seats: style.seats))
  recount.files.append(ContestRecount.File(name: "a.csv"))
  var serials = SerialNumbers()
  var text = Verification.BallotText(recount.ballots)
  do throws(ReadingFault) {
    for start in stride(from: 0, to: file.count, by: pieceSize) {
      try text.take(Array(file[start..<min(file.count, start + pieceSize)]), into: &recount, &serials)
    }
    try text.end(into: &recount, &serials)
    return .success(recount)
  } catch {
    return .failure(error)
  }
}

private func recountPacked(_ file: [UInt8], _ style: BallotStyle) -> Result<ContestRecount, ReadingFault> {
  var recount = ContestRecount(Ballots(names: style.names, seats: style.seats))
  recount.files.append(ContestRecount.File(name: "a.kpb"))
  var reader = PackedBallotFile(MemoryFile(bytes: file), recount.ballots, digest: ContentDigest(.sha256))
  do throws(PackedFailure) {
    _ = try reader.count(into: &recount)
    return .success(recount)
  } catch {
    switch error {
    case .fault(let fault): return .failure(fault)
    case .file(let failure): return .failure(ReadingFault("\(failure)", "\(failure)"))
    }
  }
}

private func compare(_ count: Count, _ recount: Result<ContestRecount, ReadingFault>, _ style: BallotStyle) {
  switch (count.tally, recount) {
  case (nil, .failure): return
  case (nil, .success):
    expect(false, "\(style): counting refuses it, \(count.faults) faults, and the verifier does not")
  case (_?, .failure(let fault)):
    expect(false, "\(style): it is counted, and the verifier refuses it: \(fault)")
  case (let tally?, .success(let other)):
    expect(other.recorded == tally.recorded, "ballots")
    expect(other.valid == tally.valid && other.votes == tally.votes, "votes: \(tally.votes) \(other.votes)")
    expect(other.invalidByReason == tally.invalidByFirstGround, "reasons")
    expect(other.invalidBearing == tally.invalidBearing, "grounds")
    expect(other.debatable == tally.debatable && other.ruledValid == tally.ruledValid, "debatable")
    expect(other.undervotes == tally.undervotes && other.validByVotes == tally.validByVotes, "undervotes")
    expect(other.otherWords.sorted().words.map { "\($0.ballots) \($0.text)" } == count.other, "words")
    expect(other.rulings.sorted().words.map { "\($0.ballots) \($0.text)" } == count.rulings, "rulings")
  }
}
