import Elections
import Rulebooks

/// How a contest stands after its ballots were counted.
enum ContestStatus: String, CaseIterable {
  /// All seats are filled.
  case filled
  /// Fewer were elected than seats (bầu thiếu).
  case short
  /// A tie at the last seat (bằng phiếu ở ghế cuối).
  case tied
  /// More ballots came back than were issued (vô hiệu).
  case void
  /// The papers do not add up (số liệu phiếu chưa khớp).
  case incomplete

  /// Whether the votes decide anything.
  var isDecided: Bool { self != .void && self != .incomplete }
}

/// What the votes of one contest decide: who is elected, by which rule, and what is left open.
struct Standing {
  /// People with equal votes for fewer seats.
  struct Tie: Equatable {
    var votes: Int
    /// Numbers, in ballot order.
    var candidates: [Int]
    /// The seats left for them.
    var seats: Int
  }

  var base: Int
  /// The votes that elect.
  var needed: Int
  var status: ContestStatus
  /// The rule that the status rests on.
  var statusProvision: Provision
  /// Numbers, from high to low, equal votes in ballot order.
  var elected: [Int]
  var tie: Tie?
  /// By the index of the name: the rule by which the person is elected or not.
  var because: [Provision]

  /// Seats that stay empty.
  func vacant(of seats: Int) -> Int { seats - elected.count }
}

extension Standing {
  /// Decides a contest (rules §5 to §7).
  ///
  /// - Parameters:
  ///   - contest: the contest, with its account of the papers.
  ///   - votes: by the index of the name.
  ///   - recorded: the ballots in the files.
  init(_ contest: Contest, votes: [Int], recorded: Int, _ rulebook: Rulebook) {
    let isTieBreak = contest.round.kind == .tieBreak
    let needsMajority = !isTieBreak || rulebook.parameters.tieBreakNeedsMajority
    base = Base.number(of: contest.electorate)
    // Strictly more than the share, in whole numbers; a re-vote among the tied asks for one vote only (R-TIE).
    let share = rulebook.parameters.moreThan
    let needed = needsMajority ? base * share.numerator / share.denominator + 1 : 1
    self.needed = needed
    elected = []
    tie = nil
    if let undecided = Self.papers(contest, recorded: recorded) {
      (status, statusProvision) = undecided
      because = Array(repeating: statusProvision, count: votes.count)
      return
    }
    let beaten: Provision = isTieBreak ? .tieAtLastSeat : .ranking
    let tooFew: Provision = isTieBreak ? .tieAtLastSeat : .majority
    because = votes.map { $0 >= needed ? beaten : tooFew }
    (elected, tie) = Self.rank(votes, needed: needed, seats: contest.seats)
    for number in tie?.candidates ?? [] { because[number - 1] = .tieAtLastSeat }
    if tie != nil {
      (status, statusProvision) = (.tied, .tieAtLastSeat)
    } else if elected.count < contest.seats {
      (status, statusProvision) = (.short, .fewerThanSeats)
    } else {
      (status, statusProvision) = (.filled, beaten)
    }
  }

  /// Whether the papers let the votes decide anything (R-INVENTORY); void goes before incomplete.
  private static func papers(_ contest: Contest, recorded: Int) -> (ContestStatus, Provision)? {
    if contest.ballots.returned > contest.ballots.issued { return (.void, .voidVote) }
    if recorded != contest.ballots.returned || contest.ballots.issued > contest.electorate.present {
      return (.incomplete, .inventory)
    }
    return nil
  }

  /// Takes those with enough votes from the highest down until the seats are full; people with equal votes who are more
  /// than the seats left are tied, and none of them is elected (R-RANK, R-TIE).
  private static func rank(_ votes: [Int], needed: Int, seats: Int) -> (elected: [Int], tie: Tie?) {
    var elected: [Int] = []
    let heights = Set(votes).filter { $0 >= needed }.sorted(by: >)
    for height in heights {
      let left = seats - elected.count
      if left == 0 { break }
      let people = votes.indices.filter { votes[$0] == height }.map { $0 + 1 }
      if people.count > left { return (elected, Tie(votes: height, candidates: people, seats: left)) }
      elected += people
    }
    return (elected, nil)
  }
}

/// Shares of the base (R-PERCENT).
enum Percentage {
  /// `votes` of `base` in percent with two decimals, rounded half up, and a decimal comma: `94,34` for 150 of 159.
  static func text(_ votes: Int, of base: Int) -> String {
    // Twice the hundredths of a percent, plus one half.
    let hundredths = (2 * 10_000 * votes + base) / (2 * base)
    let fraction = hundredths % 100
    return "\(hundredths / 100),\(fraction / 10)\(fraction % 10)"
  }
}
