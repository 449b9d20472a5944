public import Faults

/// A row whose bundle (xấp) is another than that of the row before.
struct BundleStart: Sendable, Equatable {
  var bundle: Int
  var line: Int
}

extension [BundleStart] {
  /// Goes on in the same bundle, or begins another.
  mutating func extend(by start: BundleStart) {
    if last?.bundle != start.bundle { append(start) }
  }
}

/// A bundle that stands in two files of one contest.
///
/// Two counting groups may each number their bundles from 1 on, so that it is no fault; but it may be one bundle that both groups typed.
public struct RepeatedBundle: Sendable, Equatable {
  public var bundle: Int
  /// Where it stands first.
  public var first: FaultPlace
  /// Where it begins in the other file.
  public var again: FaultPlace

  public init(bundle: Int, first: FaultPlace, again: FaultPlace) {
    self.bundle = bundle
    self.first = first
    self.again = again
  }
}

/// Finds bundles that stand in more than one file of a contest.
///
/// Bundles are stacks that people carry: so many as to fill the ledger are none, and those beyond are not looked at.
struct BundleLedger {
  private var first: [Int: (file: Int, line: Int)] = [:]
  private var repetitions: [(bundle: Int, first: (file: Int, line: Int), again: (file: Int, line: Int))] = []
  /// The bundles found again in a file, so that each is said once.
  private var found: Set<[Int]> = []

  mutating func append(_ bundle: Int, file: Int, line: Int) {
    // In the first file nothing is found, only kept.
    if file == 0, first.count == BallotFileLimits.bundles { return }
    guard let known = first[bundle] else {
      if first.count < BallotFileLimits.bundles { first[bundle] = (file, line) }
      return
    }
    guard known.file != file, repetitions.count < FaultLog.listedAtMost,
      found.insert([bundle, file]).inserted
    else { return }
    repetitions.append((bundle, known, (file, line)))
  }

  /// - Parameter files: their names.
  func repeated(_ files: [String]) -> [RepeatedBundle] {
    repetitions.map { bundle, first, again in
      RepeatedBundle(
        bundle: bundle, first: FaultPlace(file: files[first.file], line: first.line),
        again: FaultPlace(file: files[again.file], line: again.line))
    }
  }
}
