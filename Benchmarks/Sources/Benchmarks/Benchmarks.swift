import BallotFiles
import Machine
import SampleBallots
import Tallying

/// A count that is not the one that was planted.
struct WrongCount: Error {}

/// Everything that can be timed, whole verbs first.
func benchmarks(_ ballots: Ballots, jobs: Int) -> [Benchmark] {
  verbs(ballots, jobs: jobs) + scans(ballots) + planes(ballots) + digests(ballots) + limits(ballots)
}

/// The levels of instructions that this processor has, of those asked for; portable always.
private func levels(_ wanted: [(String, Instructions)]) -> [(name: String, instructions: Instructions)] {
  [("portable", [])] + wanted.filter { Instructions.supported.isSuperset(of: $0.1) }
}

/// Load, check, count and decide validity, as the command `count` does, from files in memory.
private func verbs(_ ballots: Ballots, jobs: Int) -> [Benchmark] {
  let files = [("matrix", ballots.matrix), ("list", ballots.list), ("packed", ballots.packed)]
  return files.flatMap { form, bytes in
    DigestKind.allCases.map { digest in
      Benchmark(
        name: "count/\(form)/\(digest.rawValue)", ballots: ballots.counts.recorded, bytes: bytes.count
      ) {
        var reader = BallotSetReader(ballots.style, digest: digest, jobs: jobs)
        let file = MemoryFile(bytes: bytes)
        let isRead =
          try form == "packed" ? reader.readPacked(file, name: form) : reader.readInChunks(file, name: form)
        let tally = reader.finish().tally
        guard isRead, tally.valid == ballots.counts.valid, tally.votes == ballots.counts.votes else {
          throw WrongCount()
        }
        return tally.votesCast
      }
    }
  }
}

private func scans(_ ballots: Ballots) -> [Benchmark] {
  let recorded = ballots.counts.recorded
  let kernels: [(name: String, instructions: Instructions)] = [
    ("avx2", .avx2), ("avx512", [.avx2, .avx512]),
  ]
  var found = levels(kernels).map { level in
    Benchmark(name: "scan/matrix/\(level.name)", ballots: recorded, bytes: ballots.matrix.count) {
      Ballots.rows(of: ballots.matrix, ballots.style, level.instructions, kept: false).count
    }
  }
  found += levels([("avx512", .avx512)]).map { level in
    Benchmark(name: "scan/list/\(level.name)", ballots: recorded, bytes: ballots.list.count) {
      var scanner = NumberListScanner(
        columns: [.list], cells: ballots.style.names, separator: UInt8(ascii: ","), numberLimit: 0,
        instructions: level.instructions)
      var rows = scanner.makeRows()
      var (at, count) = (Ballots.body(ballots.list), 0)
      repeat {
        at = scanner.scan(ballots.list.span, from: at, into: &rows)
        count += rows.count
      } while rows.count > 0
      return count
    }
  }
  found.append(
    Benchmark(name: "scan and transpose/matrix", ballots: recorded, bytes: ballots.matrix.count) {
      Ballots.rows(of: ballots.matrix, ballots.style, .selected).count
    })
  found.append(
    Benchmark(name: "naive/matrix", ballots: recorded, bytes: ballots.matrix.count) {
      naive(ballots.matrix, ballots.style).reduce(0, +)
    })
  return found
}

/// What a doubter would write: every line split, every cell looked at, nothing checked.
private func naive(_ text: [UInt8], _ style: BallotStyle) -> [Int] {
  var votes = Array(repeating: 0, count: style.names)
  for line in text[Ballots.body(text)...].split(separator: UInt8(ascii: "\n")) {
    let cells = line.split(separator: UInt8(ascii: ",")).map { $0.first == UInt8(ascii: "1") ? 1 : 0 }
    guard (1...style.seats).contains(cells.reduce(0, +)) else { continue }
    for (i, cell) in cells.enumerated() { votes[i] += cell }
  }
  return votes
}

/// Counting blocks that lie in memory, on one core.
private func planes(_ ballots: Ballots) -> [Benchmark] {
  let bytes = ballots.blocks.count * ballots.style.names * PackedBallots.capacity / 8
  return levels([("avx2", .avx2), ("avx512", .avx512)]).map { level in
    Benchmark(name: "count planes/\(level.name)", ballots: ballots.counts.recorded, bytes: bytes) {
      var tally = Tally(ballots.style)
      for block in ballots.blocks { tally.add(block, level.instructions) }
      guard tally.votes == ballots.counts.votes else { throw WrongCount() }
      return tally.votesCast
    }
  }
}

/// Digests of the matrix, on one core.
private func digests(_ ballots: Ballots) -> [Benchmark] {
  let whole = ballots.matrix.count / TreeDigest.leafSize * TreeDigest.leafSize
  let plain = levels([("sha", .sha)]).map { level in
    Benchmark(name: "sha256/\(level.name)", ballots: 0, bytes: ballots.matrix.count) {
      var hash = SHA256(instructions: level.instructions)
      hash.update(ballots.matrix.span.bytes)
      return hash.finalize().hashValue
    }
  }
  // Without vectors, each leaf takes what SHA-256 takes: SHA-NI where the processor has it.
  let leaves = levels([("avx512", .avx512)]).map { level in
    let name = level.instructions.isEmpty ? "leaf by leaf" : level.name
    return Benchmark(name: "tree/\(name)", ballots: 0, bytes: whole) {
      var tree = TreeDigest()
      let leaves = TreeDigest.leafDigests(
        of: ballots.matrix.span.bytes.extracting(0..<whole), instructions: level.instructions)
      for leaf in leaves { tree.append(leaf: leaf) }
      return tree.finalize().hashValue
    }
  }
  return plain + leaves
}

/// What the machine can do at best, on one core.
private func limits(_ ballots: Ballots) -> [Benchmark] {
  [("matrix", ballots.matrix), ("packed", ballots.packed)].map { form, bytes in
    Benchmark(name: "plain sum/\(form)", ballots: 0, bytes: bytes.count / 8 * 8) {
      bytes.withUnsafeBytes { bytes in
        var sum: UInt64 = 0
        for i in 0..<bytes.count / 8 {
          sum &+= bytes.loadUnaligned(fromByteOffset: 8 * i, as: UInt64.self)
        }
        return Int(truncatingIfNeeded: sum)
      }
    }
  }
}
