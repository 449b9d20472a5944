import BallotFiles
import Entries
import Faults
import Machine
import Tallying

/// A file as it was read, once.
struct FileBytes {
  let path: String
  let bytes: [UInt8]
}

/// A small ballot file, read as counting reads it and listed ballot by ballot.
struct EntryReading {
  /// A stack of papers is small; what is larger was not typed.
  static let mostBytes = 64 << 20

  let listing: BallotListing
  private let file: FileBytes

  /// What a record keeps of the file.
  var stamp: FileStamp {
    FileStamp(
      name: lastComponent(of: file.path), bytes: file.bytes.count, digest: SHA256.digest(of: file.bytes),
      ballots: listing.ballots.count)
  }

  /// - Parameter log: takes what is wrong with the file.
  init(_ file: FileBytes, _ style: BallotStyle, _ log: inout FaultLog) {
    var source = BytesAtHand(file.bytes)
    var reader = BallotSetReader(style)
    let listing: BallotListing
    do throws(FileFailure) {
      try reader.read(&source, name: file.path)
      source = BytesAtHand(file.bytes)
      listing = try BallotListing(&source, name: file.path, style: style)
    } catch {
      preconditionFailure("bytes at hand cannot fail")
    }
    let reading = reader.finish()
    log.append(contentsOf: reading.faults)
    if listing.isTooLong {
      log.append(Fault(EntryReadingFault.tooManyBallots, at: FaultPlace(file: file.path)))
    }
    self.listing = listing
    self.file = file
  }
}
