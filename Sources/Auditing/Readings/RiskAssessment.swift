public import Tallying

/// What the papers that were looked at say of the outcome: the assertion that they leave most in doubt.
public struct RiskAssessment: Sendable {
  /// The assertion that decides; `nil` where no reading could change the outcome.
  public let entry: OutcomeAssertions.Entry?
  /// The errors that bear on it.
  public let errors: ErrorCounts
  /// The chance, if any assertion were false, of papers that speak for it as much as these; never below the exact value.
  public let risk: Risk
  /// How many papers were looked at.
  public let seen: Int
  /// How many there are.
  public let ballots: Int

  /// Whether all were looked at, which leaves no risk: the outcome stands or falls by them.
  public var isWhole: Bool { seen == ballots }

  /// - Parameters:
  ///   - readings: of papers drawn one by one, each once.
  ///   - style: the ballots of the contest.
  public init(_ assertions: OutcomeAssertions, _ readings: [PaperReading], _ style: BallotStyle) {
    let different = readings.filter { !$0.isSame }
    let (seen, ballots) = (readings.count, assertions.ballots)
    var worst: (entry: OutcomeAssertions.Entry, errors: ErrorCounts, risk: Risk)?
    func take(_ entry: OutcomeAssertions.Entry, _ errors: ErrorCounts) {
      let risk =
        seen == ballots
        ? errors.sum < entry.margin ? Risk.none : .certain
        : KaplanMarkov.risk(seen: seen, errors: errors, margin: entry.margin, of: ballots)
      if let known = worst, risk <= known.risk { return }
      worst = (entry, errors, risk)
    }
    // Of those without errors the closest leaves the most risk.
    var clean: OutcomeAssertions.Entry?
    for entry in assertions.entries {
      var errors = ErrorCounts()
      for reading in different { errors.add(reading.overstatement(entry.assertion, style)) }
      if !errors.isEmpty {
        take(entry, errors)
      } else if entry.margin < clean?.margin ?? .max {
        clean = entry
      }
    }
    if let clean { take(clean, ErrorCounts()) }
    entry = worst?.entry
    errors = worst?.errors ?? ErrorCounts()
    risk = worst.map { min($0.risk, .certain) } ?? .none
    self.seen = seen
    self.ballots = ballots
  }

  /// How many papers to look at in all, if those to come differ as often as these; all of them where that is no help.
  public func sampleSize(percent: Int) -> Int {
    guard let entry, !risk.isWithin(percent: percent), seen > 0 else { return seen }
    return max(
      KaplanMarkov.sampleSize(
        percent: percent, margin: entry.margin, of: ballots, errors: errors, on: seen),
      min(seen + 1, ballots))
  }
}

/// When counting everything by hand again is the better advice.
public enum HandCountAdvice {
  /// A stack of so few ballots is counted in the time that an audit takes.
  public static let smallStack = 100

  /// By plain rule: the stack is small, or more than half of it would have to be looked at.
  public static func isBetter(sample: Int, of ballots: Int) -> Bool {
    ballots < smallStack || 2 * sample > ballots
  }
}
