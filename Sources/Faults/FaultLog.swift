/// The faults of one or more files: those to be listed, in order, and how many there were of each kind.
///
/// A log is a value that merges: the log of a whole file is the merge of the logs of its pieces in order,
/// whatever the pieces. Its size does not grow with the number of faults.
///
/// What is listed: in order, each fault unless ten identical ones (same code, same text) stand before it in the list,
/// up to a thousand in all. To make merging exact, a log keeps up to ``kept`` faults: a piece can lose at most a
/// thousand of its entries to those that earlier pieces already list ten times.
public struct FaultLog: Sendable, Equatable {
  /// How many identical faults (same code and offending text) are listed one by one.
  public static let identicalListed = 10
  /// How many faults are listed in all.
  public static let listedAtMost = 1000
  /// How many faults a log keeps that is not the first.
  public static let kept = 2 * listedAtMost

  private var entries: [Fault] = []
  /// Which faults are among ``entries``.
  private var listing: FaultListing
  /// How many faults of each kind there were, in the order of the codes. There are few kinds and may be millions of faults: looking through
  /// them is sooner done than hashing.
  private var counts: [Count] = []

  private struct Count: Sendable, Equatable {
    var code: FaultCode
    var faults: Int
  }

  /// - Parameter isFirst: whether no other log will come before this one, so that it keeps no more than are listed.
  public init(isFirst: Bool = false) {
    listing = FaultListing(upTo: isFirst ? Self.listedAtMost : Self.kept)
  }

  public init(_ faults: some Sequence<Fault>) {
    self.init()
    for fault in faults { append(fault) }
  }

  /// How many faults of each kind there were, listed or not.
  public var totals: [FaultCode: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.code, $0.faults) })
  }

  /// All faults, listed or not.
  public var count: Int { counts.reduce(0) { $0 + $1.faults } }

  public var isEmpty: Bool { counts.isEmpty }

  /// The faults that are listed, in order, at most ``listedAtMost``.
  public var listed: ArraySlice<Fault> { entries.prefix(Self.listedAtMost) }

  /// How many faults of each kind are not listed, by code; without those of which all are.
  public var leftOut: [(code: FaultCode, count: Int)] {
    var rest = counts
    for fault in listed {
      for i in rest.indices where rest[i].code == fault.code { rest[i].faults -= 1 }
    }
    return rest.filter { $0.faults > 0 }.map { ($0.code, $0.faults) }
  }

  /// Whether nothing that is appended is listed any more.
  public var isFull: Bool { listing.isFull }

  /// Whether a fault of that code and text would be listed if it were appended.
  public func lists(_ code: FaultCode, text: String?) -> Bool { listing.lists(code, text: text) }

  public mutating func append(_ fault: Fault) {
    count(fault.code, 1)
    list(fault)
  }

  /// Appends a fault that stands `times` times, in lines that follow each other: `fault` is the first.
  ///
  /// For runs that may be millions long, such as empty lines.
  public mutating func append(_ fault: Fault, onFollowingLines times: Int) {
    count(fault.code, times)
    var fault = fault
    for _ in 0..<min(times, Self.identicalListed) {
      list(fault)
      fault.place.line = fault.place.line.map { $0 + 1 }
    }
  }

  /// Counts faults that are not listed, enough others standing before them.
  public mutating func count(_ code: FaultCode, _ times: Int) {
    for i in counts.indices where counts[i].code == code {
      counts[i].faults += times
      return
    }
    let place = counts.firstIndex { code < $0.code } ?? counts.endIndex
    counts.insert(Count(code: code, faults: times), at: place)
  }

  /// Moves the listed faults down by `lines`, when the piece that they stand in turns out to begin there.
  public mutating func shiftLines(by lines: Int) {
    for i in entries.indices { entries[i].place.line = entries[i].place.line.map { $0 + lines } }
  }

  /// Appends the log of what comes after.
  public mutating func append(contentsOf later: FaultLog) {
    if isEmpty, listing.adopt(later.listing) {
      (entries, counts) = (later.entries, later.counts)
      return
    }
    for one in later.counts { count(one.code, one.faults) }
    for fault in later.entries { list(fault) }
  }

  /// Puts the listed faults in the order of `areInIncreasingOrder`, those equal in it staying as they are.
  ///
  /// For the few faults that are only known when everything has been read. A log that is merged further on is not sorted.
  public mutating func sort(by areInIncreasingOrder: (Fault, Fault) -> Bool) {
    entries.sort(by: areInIncreasingOrder)
  }

  private mutating func list(_ fault: Fault) {
    if listing.take(fault.code, text: fault.text) { entries.append(fault) }
  }
}
