import Elections
import Tallying

/// Ballots with as many names as seats.
extension SampleGenerator {
  /// Marks the lines of the 64 ballots of a word: agreement by each name's own chance, else disagreement. One line, drawn for each word,
  /// is the one that undervotes leave unmarked and overvotes mark twice. On lists of several names every ballot that is not blank has a vote.
  func markLines(_ kinds: Kinds, _ word: Int, of block: inout SampleBlock, _ random: inout SplitMix64) {
    let count = shape.style.names
    let marked = kinds.present & ~kinds.blank
    let odd = random.below(count)
    var voting: UInt64 = 0
    for name in 0..<count {
      var agree = random.happens(names.chances[name], among: marked)
      var disagree = marked & ~agree
      if name == odd {
        agree = agree & ~kinds.under | kinds.over
        disagree = disagree & ~kinds.under | kinds.over
      }
      block.marks[block.inFavour(name, word)] = agree
      block.marks[block.against(name, word)] = disagree
      voting |= agree & ~disagree
    }
    guard count > 1 else { return }
    let next = odd + 1 < count ? odd + 1 : 0
    block.marks[block.inFavour(next, word)] |= marked & ~voting
    block.marks[block.against(next, word)] &= ~(marked & ~voting)
  }
}
