import Elections
import Machine
import Tallying

/// Ballots with as many names as seats.
extension SampleGenerator {
  /// Marks the lines of ballots: agreement by each name's own chance, else disagreement. One line, drawn for each 64 ballots, is the
  /// one that undervotes leave unmarked and overvotes mark twice. On lists of several names every ballot that is not blank has a vote.
  func markLines(_ block: inout SampleBlock) {
    let count = shape.style.names
    for first in stride(from: 0, to: count, by: BlockRandom.portion) {
      let portion = first..<min(count, first + BlockRandom.portion)
      block.random.draw(names.bits[portion])
      for name in portion {
        for vector in 0..<BitPlanes.vectors {
          let (agree, marked) = (block.random.planes[name - first, vector], block.marked(vector))
          block.marks[name, vector] = marked & agree
          block.marks[count + name, vector] = marked & ~agree
        }
      }
    }

    var odd: [Int] = []
    for word in 0..<block.usedWords {
      let name = block.random.numbers.below(count)
      odd.append(name)
      let (under, over) = (block[.under, word: word], block[.over, word: word])
      for plane in [name, count + name] where under | over != 0 {
        block.marks[plane, word: word] = block.marks[plane, word: word] & ~under | over
      }
    }
    guard count > 1 else { return }
    for vector in 0..<BitPlanes.vectors {
      var silent = block.marked(vector)
      for name in 0..<count { silent &= ~(block.marks[name, vector] & ~block.marks[count + name, vector]) }
      for lane in silent.indices where silent[lane] != 0 {
        let word = 8 * vector + lane
        let name = odd[word] + 1 < count ? odd[word] + 1 : 0
        block.marks[name, word: word] |= silent[lane]
        block.marks[count + name, word: word] &= ~silent[lane]
      }
    }
  }
}
