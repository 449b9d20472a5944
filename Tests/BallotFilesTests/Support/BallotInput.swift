import BallotFiles
import Faults
import Machine
import Tallying

/// The ballot files of one contest, in memory, with what is needed to read them.
struct BallotInput: Sendable {
  struct File: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  var style: BallotStyle
  var files: [File]

  init(_ style: BallotStyle, _ files: [File]) {
    self.style = style
    self.files = files
  }

  /// Files of text, named `1.csv`, `2.csv` and so on.
  init(names: Int, seats: Int, _ texts: String...) {
    self.init(names: names, seats: seats, bytes: texts.map { Array($0.utf8) })
  }

  init(names: Int, seats: Int, bytes: [[UInt8]]) {
    style = BallotStyle(names: names, seats: seats)
    files = bytes.enumerated().map { File(name: "\($0 + 1).csv", bytes: $1) }
  }

  /// How the files are read, which must not matter.
  struct Manner: Sendable, CustomStringConvertible {
    var pieceSize = 1 << 20
    var jobs = 1
    var shortReads: UInt64?
    /// Whether each thread reads chunks of the file for itself, where the file allows it.
    var inChunks = false

    var description: String {
      "pieces of \(pieceSize), \(jobs) jobs, short reads \(shortReads.map(String.init) ?? "none"), chunks \(inChunks)"
    }
  }

  func read(_ manner: Manner = Manner(), digest: DigestKind = .sha256) -> BallotSetReading {
    var reader = BallotSetReader(style, digest: digest, jobs: manner.jobs, pieceSize: manner.pieceSize)
    for file in files {
      var source = MemorySource(file.bytes, shortReadsFrom: manner.shortReads)
      do throws(FileFailure) {
        if manner.inChunks, try reader.readInChunks(MemoryFile(bytes: file.bytes), name: file.name) {
          continue
        }
        try reader.read(&source, name: file.name)
      } catch {
        preconditionFailure("memory does not fail: \(error)")
      }
    }
    return reader.finish()
  }
}

/// Everything that a reading says, to be compared.
struct Snapshot: Equatable {
  var tally: Tally
  var files: [BallotFileReading]
  var faults: [Fault]
  var totals: [FaultCode: Int]
  var words: [BoardWords]
  var bundles: [RepeatedBundle]

  init(_ reading: BallotSetReading) {
    tally = reading.tally
    files = reading.files
    faults = Array(reading.faults.listed)
    totals = reading.faults.totals
    words = [reading.otherWords, reading.rulingWords]
    bundles = reading.repeatedBundles
  }
}

extension BallotSetReading {
  /// The faults as the tables of the tests write them, one a line: `B025 2:1 «134»`, with the name of the file before the line
  /// where there are several; `-` for what is not known, no text where there is none.
  var faultLines: [String] {
    faults.listed.map { fault in
      let place = [fault.place.line, fault.place.column].map { $0.map(String.init) ?? "-" }.joined(
        separator: ":")
      let file = files.count > 1 ? fault.place.file + " " : ""
      let text = fault.text.map { " «" + visible($0, limit: 250) + "»" } ?? ""
      return "\(fault.code.description) \(file)\(place)\(text)"
    }
  }
}
