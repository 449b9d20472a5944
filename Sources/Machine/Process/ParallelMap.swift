import Synchronization

/// The results of `body` for 0 to `count - 1`, in that order, worked out on up to `jobs` threads at once.
///
/// Each thread takes the next index that nobody has taken, so that uneven pieces of work even out. Which thread
/// does what never shows in the result, provided that `body` depends on its index alone. `body` may capture spans.
/// With one job, or less than two pieces of work, everything runs on the calling thread.
///
/// - Parameters:
///   - count: how many pieces of work there are.
///   - jobs: how many threads may work at once; less than one counts as one.
///   - body: does the piece of work of an index.
public func parallelMap<T: Sendable>(count: Int, jobs: Int, _ body: @Sendable (Int) -> T) -> [T] {
  let workers = min(jobs, count)
  guard workers > 1 else { return (0..<max(count, 0)).map { body($0) } }

  let next = Atomic<Int>(0)
  let done = Mutex<[(index: Int, result: T)]>([])
  System.onThreads(workers) {
    var mine: [(index: Int, result: T)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      mine.append((index, body(index)))
    }
    let finished = mine
    done.withLock { $0 += finished }
  }
  let results = done.withLock { $0 }.sorted { $0.index < $1.index }
  precondition(results.count == count)
  return results.map(\.result)
}
