/// The rows of one run that repeat serials of rows before them.
struct SerialRepetition: Equatable {
  var run: SerialRun
  /// The repeated serials, each range with the earliest run that has them.
  var parts: [(serials: ClosedRange<Int>, earlier: SerialRun)]
  /// The rows that repeat: one for each serial, or the one row of a batch.
  var rows: Int { run.isLineByLine ? parts.reduce(0) { $0 + $1.serials.count } : min(1, parts.count) }

  static func == (a: SerialRepetition, b: SerialRepetition) -> Bool {
    a.run == b.run && a.parts.elementsEqual(b.parts) { $0 == $1 }
  }

  /// The runs that repeat serials of earlier ones, in the order of the files.
  ///
  /// The ends of all runs cut the serials into segments. In the order of the files, each run takes those of its segments that
  /// nobody took yet; what is taken already is repeated. A chain of jumps over taken segments keeps the taking
  /// nearly linear in the number of runs.
  static func find(in runs: [SerialRun]) -> [SerialRepetition] {
    var cuts = Set<Key>()
    for run in runs {
      cuts.insert(Key(run.bundle, run.first))
      cuts.insert(Key(run.bundle, run.last + 1))
    }
    let segments = cuts.sorted()
    var owner = [Int?](repeating: nil, count: segments.count)
    var next = Array(0...segments.count)
    func firstFree(from start: Int) -> Int {
      var free = start
      while next[free] != free { free = next[free] }
      var at = start
      while next[at] != free && at != free { (next[at], at) = (free, next[at]) }
      return free
    }

    var found: [SerialRepetition] = []
    let order = runs.indices.sorted { (runs[$0].file, runs[$0].line) < (runs[$1].file, runs[$1].line) }
    for index in order {
      let run = runs[index]
      let start = Key.index(of: Key(run.bundle, run.first), in: segments)
      let end = Key.index(of: Key(run.bundle, run.last + 1), in: segments)
      var taken = 0
      var at = firstFree(from: start)
      while at < end {
        owner[at] = index
        next[at] = at + 1
        taken += segments[at + 1].serial - segments[at].serial
        at = firstFree(from: at + 1)
      }
      if taken < run.last - run.first + 1 {
        found.append(SerialRepetition(run: run, parts: parts(of: index, start..<end, runs, owner, segments)))
      }
    }
    return found
  }

  private static func parts(
    of index: Int, _ range: Range<Int>, _ runs: [SerialRun], _ owner: [Int?], _ segments: [Key]
  ) -> [(serials: ClosedRange<Int>, earlier: SerialRun)] {
    range.compactMap { segment in
      guard let other = owner[segment], other != index else { return nil }
      return (segments[segment].serial...segments[segment + 1].serial - 1, runs[other])
    }
  }

  /// A serial of a bundle; serials without a bundle come first.
  private struct Key: Hashable, Comparable {
    var bundle: Int
    var serial: Int

    init(_ bundle: Int?, _ serial: Int) {
      self.bundle = bundle ?? -1
      self.serial = serial
    }

    static func < (a: Key, b: Key) -> Bool { (a.bundle, a.serial) < (b.bundle, b.serial) }

    /// The place of `key`, which is in `keys`.
    static func index(of key: Key, in keys: [Key]) -> Int {
      var low = 0
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
