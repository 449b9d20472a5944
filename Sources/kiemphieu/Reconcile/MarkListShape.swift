import BallotFiles
import Tallying

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
