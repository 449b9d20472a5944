/// How fast ballots are entered, and with how many keys.
public struct EntryPace: Sendable {
  /// When the last ballots were confirmed, in milliseconds, and how many each time.
  private var recent: [(at: Int, ballots: Int)] = []
  private var keys = 0
  /// Ballots entered since the beginning of this session.
  public private(set) var ballots = 0
  private var keysOfBallots = 0

  /// A pause as long as this ends a stretch of work, and the rate begins anew.
  private static let pause = 120_000
  private static let remembered = 20

  public init() {}

  mutating func press() {
    keys += 1
  }

  /// What was pressed was not for a ballot.
  mutating func forgetKeys() {
    keys = 0
  }

  mutating func confirm(_ count: Int, at milliseconds: Int) {
    ballots += count
    keysOfBallots += keys
    keys = 0
    if let last = recent.last, milliseconds - last.at > Self.pause { recent.removeAll() }
    recent.append((milliseconds, count))
    if recent.count > Self.remembered { recent.removeFirst() }
  }

  /// Ballots a minute over the last twenty; `nil` before there are two.
  public var perMinute: Int? {
    guard let first = recent.first, let last = recent.last, last.at > first.at else { return nil }
    return recent.dropFirst().reduce(0) { $0 + $1.ballots } * 60_000 / (last.at - first.at)
  }

  /// Tenths of keys a ballot, Enter included; `nil` before the first.
  public var tenthKeysPerBallot: Int? {
    ballots == 0 ? nil : keysOfBallots * 10 / ballots
  }

}
