/// The outcome of a contest from the prose of rules §6 and §7 and nothing else: slow and obvious, to compare with.
struct Oracle: Equatable {
  var status: String
  var elected: [Int] = []
  var vacant: Int
  var tied: [Int] = []
  var needed: Int

  init(votes: [Int], seats: Int, base: Int, isTieBreak: Bool) {
    /// "Elected needs strictly more than half of the base"; in a re-vote "more than half is NOT needed (but nobody is
    /// elected without a vote)".
    func elects(_ votes: Int) -> Bool {
      isTieBreak ? votes > 0 : votes + votes > base
    }

    needed = 0
    while !elects(needed) { needed += 1 }

    // "Take those above half, from the highest vote down, until the seats are full."
    var left = votes.indices.filter { elects(votes[$0]) }
    vacant = seats
    while vacant > 0, !left.isEmpty {
      let highest = left.map { votes[$0] }.reduce(0, max)
      let group = left.filter { votes[$0] == highest }
      if group.count > vacant {
        // "More people with the same votes, all above half, than seats left: nobody of them is elected."
        tied = group.map { $0 + 1 }
        break
      }
      for name in group { elected.append(name + 1) }
      left.removeAll { votes[$0] == highest }
      vacant -= group.count
    }

    if !tied.isEmpty {
      status = "tied"
    } else {
      status = vacant == 0 ? "filled" : "short"
    }
  }
}
