/// The sizes that bound the memory and time of reading.
enum BallotFileLimits {
  /// The longest line, in bytes of UTF-8. A row of 1,024 names needs about 5,000.
  static let lineBytes = 65_536
  /// How many bytes from the beginning of a file are looked at to tell text from other things.
  static let sniffedBytes = 4096
  /// How many bytes of a file are looked at for its header: the longest line twice, since a line such as `sep=;` may go before.
  static let headBytes = 2 * lineBytes
  /// Runs of serial numbers kept to find repetitions among those that do not rise: 48 bytes each, or 8 behind a gap.
  static let serialRuns = 65_536
  /// Bundles kept to find those that stand in two files.
  static let bundles = 65_536
  /// Different words of the board kept for one contest.
  static let distinctWords = 1000
}
