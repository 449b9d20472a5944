/// The sizes up to which files and counts are accepted, so that every sum fits a 64-bit integer.
public enum ElectionLimits {
  /// Names on one ballot.
  public static let candidates = 1024
  /// Any count of people or papers, and any serial or bundle number.
  public static let count = 1_000_000_000_000
  /// Characters (Unicode scalars) of a name or title.
  public static let nameLength = 1000
  /// Contests in one sitting.
  public static let contests = 1000
  /// Results that a sitting comes after: each may come after all others before it, so that a forged chain could take a verifier long.
  public static let earlierResults = 100
  /// How many identical ballots one row may stand for.
  public static let multiplicity = 1_000_000
  /// The number of a round.
  public static let rounds = 1000
}
