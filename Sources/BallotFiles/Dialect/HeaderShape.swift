import Elections
import Faults
import Tallying

/// What the header of a ballot file alone says of its ballots, before anybody says which contest they are of.
public enum HeaderShape: Sendable, Hashable {
  /// A mark list with the numbers struck out.
  case struck
  /// A mark list with the numbers left. What is struck out depends on how long the list of names is, which no mark list says.
  case chosen
  /// A mark list of agree/disagree ballots.
  case agreeDisagree
  /// A matrix, which has the same header for both forms.
  case matrix

  /// Reads the header as counting does, in any encoding, language and separator that ballot files may have.
  ///
  /// - Parameter bytes: the whole file.
  /// - Returns: `nil` where counting would find the header at fault, whatever the contest.
  public init?(of bytes: [UInt8]) {
    let most = 1024
    for style in [BallotStyle(names: most, seats: 1), BallotStyle(names: most, seats: most)] {
      var file = FileProgress(name: "", index: 0)
      var headers = HeaderReader(file: "", style: style)
      guard var piece = Self.beginning(of: bytes) else { return nil }
      if let header = file.readHeader(&piece, &headers), file.log.isEmpty {
        switch header.layout {
        case .matrix: self = .matrix
        case .list(let columns) where columns.contains(.chosen): self = .chosen
        case .list: self = style.form == .strikeOut ? .struck : .agreeDisagree
        }
        return
      }
      if file.log.totals[.matrixNumbers] != nil {
        self = .matrix
        return
      }
    }
    return nil
  }

  /// The first lines as UTF-8 without a byte order mark.
  private static func beginning(of bytes: [UInt8]) -> [UInt8]? {
    var source = BytesAtHand(bytes)
    var text = BallotText<BytesAtHand>(pieceSize: 1 << 16)
    var raw: [[UInt8]] = []
    do {
      return try text.nextPiece(of: &source, raw: &raw)
    } catch {
      preconditionFailure("bytes at hand cannot fail")
    }
  }
}
