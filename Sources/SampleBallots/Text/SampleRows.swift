import Elections
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
    inFavour.take(block.marks, from: block.inFavour(0, word), stride: SampleBlock.wordsPerPlane)
    guard style.form == .agreeDisagree else { return }
    against.take(block.marks, from: block.against(0, word), stride: SampleBlock.wordsPerPlane)
  }
}
