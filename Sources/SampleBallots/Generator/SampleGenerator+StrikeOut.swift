import Elections
import Tallying

/// Ballots with more names than seats.
extension SampleGenerator {
  /// Leaves names on the 64 ballots of a word, exactly as many on each as its kind has.
  ///
  /// The names take turns, from a name that is drawn for each word, and each ballot that has votes left gives the name one by the
  /// name's own chance. After two turns the rest, a few votes on some ballots, goes to names by even chance, so that few turns remain.
  func leaveNames(_ kinds: Kinds, _ word: Int, of block: inout SampleBlock, _ random: inout SplitMix64) {
    let style = shape.style
    var left = VotesLeft(upTo: style.names)
    left.set(style.seats, for: kinds.present & ~kinds.blank)
    forEachBit(of: kinds.under) { left.set(1 + random.below(style.seats - 1), for: $0) }
    forEachBit(of: kinds.over) {
      left.set(style.seats + 1 + random.below(style.names - style.seats), for: $0)
    }

    for name in 0..<style.names { block.marks[block.inFavour(name, word)] = 0 }
    let first = random.below(style.names)
    var open = left.open
    var turn = 0
    while open != 0 {
      for step in 0..<style.names where open != 0 {
        let name = first + step < style.names ? first + step : first + step - style.names
        let chance = turn < 2 ? names.chances[name] : turn < 10 ? .even : .always
        let at = block.inFavour(name, word)
        let votes = random.happens(chance, among: open & ~block.marks[at])
        block.marks[at] |= votes
        left.take(votes)
        open = left.open
      }
      turn += 1
    }
  }
}
