import Elections
import Machine
import Tallying

/// 64 ballots of a block as rows of bits.
struct SampleRows {
  private(set) var inFavour: PlaneRows
  private(set) var against: PlaneRows
  private let style: BallotStyle

  init(_ style: BallotStyle) {
    self.style = style
    inFavour = PlaneRows(names: style.names)
    against = inFavour
  }

  mutating func take(_ word: Int, of block: SampleBlock) {
    inFavour.take(word, of: block.marks, from: 0)
    if style.form == .agreeDisagree { against.take(word, of: block.marks, from: style.names) }
  }
}
