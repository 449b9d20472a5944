public import Elections
public import Tallying

/// What a set of synthetic ballots is to be like. Two sets of equal shape are equal to the byte.
public struct SampleShape: Sendable, Equatable {
  public var style: BallotStyle
  /// Rows of the ballot file, malformed ones included: 0 to 10^12.
  public var ballots: Int
  public var seed: UInt64
  public var rates = SampleRates()
  public var popularity = SamplePopularity.skewed(perMille: 500)
  /// Whether rows have a serial number, from 1 on.
  public var hasSerials = false

  public init(_ style: BallotStyle, ballots: Int, seed: UInt64) {
    self.style = style
    self.ballots = ballots
    self.seed = seed
  }

  /// Names on the ballot.
  public var names: Int { style.names }

  public var seats: Int { style.seats }

  /// The form of the ballot (R-FORM).
  public var form: BallotForm { style.form }

  /// Why there can be no ballots of this shape in a format; `nil` where there can.
  public func obstacle(as format: SampleFormat) -> SampleObstacle? {
    format == .packed && rates.malformed > 0 ? .malformedPacked : obstacle
  }

  /// Why there can be no ballots of this shape; `nil` where there can.
  public var obstacle: SampleObstacle? {
    if rates.marks + rates.malformed > SampleRates.whole { return .ratesAboveWhole }
    if rates.undervotes > 0, style.seats == 1 { return .undervotesForOneSeat }
    if popularity == .tied, style.form == .agreeDisagree { return .tieWithoutSurplus }
    return nil
  }
}

/// How many ballots are of each kind, in parts per million.
///
/// The first three and ``malformed`` exclude each other; a ballot may be declared invalid whatever its marks.
public struct SampleRates: Sendable, Equatable {
  /// All ballots.
  public static let whole = 1_000_000

  /// Strike-out: fewer names left than seats, but some. Agree/disagree: a line without a mark.
  public var undervotes = 0
  /// Strike-out: more names left than seats, invalid. Agree/disagree: a line with both boxes marked.
  public var overvotes = 0
  /// Strike-out: all struck. Agree/disagree: no mark at all. Invalid in both forms.
  public var blank = 0
  /// Declared invalid by the board, on one ground or two.
  public var declared = 0
  /// Rows that are no ballot.
  public var malformed = 0

  public init() {}

  /// Ballots whose marks are not the ordinary ones.
  var marks: Int { undervotes + overvotes + blank }
}

/// How the votes are spread over the names.
public enum SamplePopularity: Sendable, Equatable {
  /// From all names alike (0) to as steep as a straight line can fall (1,000).
  case skewed(perMille: Int)
  /// Two names have equally many votes, fewer than those who fill all seats but one, more than all others.
  case tied
}

/// Why ballots of some shape are impossible.
public enum SampleObstacle: Sendable, Equatable {
  /// The rates of kinds that exclude each other add up to more than all ballots.
  case ratesAboveWhole
  /// Fewer votes than one is none: a ballot for nobody.
  case undervotesForOneSeat
  /// A packed file holds ballots and nothing else.
  case malformedPacked
  /// Where there are as many names as seats, no seat is the last of fewer.
  case tieWithoutSurplus
}
