import BallotFiles
import Faults

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
