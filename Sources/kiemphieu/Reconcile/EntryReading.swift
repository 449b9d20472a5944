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

/// One entry of the ballots, read as counting reads it and listed.
struct EntryReading {
  /// A stack of papers is small; what is larger was not typed.
  static let mostBytes = 64 << 20

  let listing: BallotListing
  let stamp: FileStamp

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
    stamp = FileStamp(
      name: lastComponent(of: file.path), bytes: file.bytes.count, digest: SHA256.digest(of: file.bytes),
      ballots: listing.ballots.count)
  }
}

extension FaultCode {
  static let otherPapers = FaultCode("L013")
  static let entryTwice = FaultCode("L014")
  static let entryTooLong = FaultCode("L015")
}

/// Why files are no entries that can be compared.
enum EntryReadingFault: FaultKind, Sendable, Hashable {
  case otherPapers
  case sameFile
  case tooManyBallots

  var code: FaultCode {
    switch self {
    case .otherPapers: .otherPapers
    case .sameFile: .entryTwice
    case .tooManyBallots: .entryTooLong
    }
  }

  var problem: Phrase {
    switch self {
    case .otherPapers:
      Phrase(
        vi: "quá nhiều chỗ khác: đây không phải các lượt nhập của cùng một chồng phiếu",
        en: "too much differs: these are no entries of the same stack of papers")
    case .sameFile: Phrase(vi: "cùng một tệp được nêu hai lần", en: "the same file is named twice")
    case .tooManyBallots:
      Phrase(
        vi: "có hơn \(BallotListing.mostBallots) phiếu",
        en: "there are more than \(BallotListing.mostBallots) ballots")
    }
  }

  var advice: Phrase {
    switch self {
    case .otherPapers:
      Phrase(
        vi: "xem đã lấy đúng tệp chưa; số xấp phải như nhau ở các lượt nhập",
        en: "see whether these are the right files; bundles must have the same numbers in all entries")
    case .sameFile: Phrase(vi: "nêu tệp của lượt nhập kia", en: "name the file of the other entry")
    case .tooManyBallots:
      Phrase(vi: "chia theo xấp rồi so từng phần", en: "split by bundles and compare the parts")
    }
  }
}

/// What ballot files alone say of the ballots: enough to compare them, not to count.
enum MarkListShape {
  /// The form and the most names of ballots, by the headers.
  ///
  /// A mark list does not say how long the list is: it is read as one of the most names there can be, which changes nothing for marks that
  /// are named. Names that are left, and a matrix, whose form no header shows, cannot be compared like that.
  ///
  /// - Returns: `nil` where the headers do not say enough, or do not fit each other.
  static func style(of files: [[UInt8]]) -> BallotStyle? {
    // A header at fault is for the reader to report.
    switch Set(files.compactMap { HeaderShape(of: $0) }) {
    case [], [.struck]: BallotStyle(names: 1024, seats: 1)
    case [.agreeDisagree]: BallotStyle(names: 1024, seats: 1024)
    default: nil
    }
  }
}
