import Machine
import Synchronization
import Testing

@Suite("Parallel map")
struct ParallelMapTests {
  @Test(
    "Results stand in the order of the indices",
    arguments: [0, 1, 2, 63, 64, 65, 1000], [-1, 0, 1, 2, 3, 64, 2000])
  func order(count: Int, jobs: Int) {
    #expect(parallelMap(count: count, jobs: jobs) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test("Uneven work is done once each", arguments: [1, 2, 5])
  func once(jobs: Int) {
    let calls = Mutex<[Int]>([])
    let sums = parallelMap(count: 40, jobs: jobs) { index in
      calls.withLock { $0.append(index) }
      return (0..<(index % 7) * 10_000).reduce(0, &+)
    }
    #expect(calls.withLock { $0.sorted() } == Array(0..<40))
    #expect(sums.count == 40)
  }

  @Test("Never more at once than allowed", arguments: [1, 2, 3])
  func bound(jobs: Int) {
    let now = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    _ = parallelMap(count: 100, jobs: jobs) { _ in
      let active = now.add(1, ordering: .sequentiallyConsistent).newValue
      most.max(active, ordering: .sequentiallyConsistent)
      for _ in 0..<2000 { _ = most.load(ordering: .relaxed) }
      now.subtract(1, ordering: .sequentiallyConsistent)
    }
    #expect((1...jobs).contains(most.load(ordering: .sequentiallyConsistent)))
  }

  @Test("The body may look at a span")
  func span() {
    let bytes: [UInt8] = Array(0..<200)
    let span = bytes.span
    let sums = parallelMap(count: 20, jobs: 2) { index in
      (0..<10).reduce(0) { $0 + Int(span[index * 10 + $1]) }
    }
    #expect(sums.reduce(0, +) == bytes.reduce(0) { $0 + Int($1) })
  }

  @Test("There is a processor")
  func processors() {
    #expect((1...65_536).contains(processorCount()))
  }
}
