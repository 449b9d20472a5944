import Machine
import Testing

@Suite("Work in order")
struct InOrderTests {
  @Test(
    "Turns are taken and results are merged in the order of the pieces",
    arguments: [0, 1, 2, 63, 64, 65, 500], [1, 2, 3, 8])
  func order(count: Int, jobs: Int) {
    let (ordered, merged) = workInOrder(
      count: count, jobs: jobs, ordered: [Int](), merged: [Int](), makeWorker: { () },
      work: { _, index, turn in
        // Some let their turn pass.
        if index % 3 > 0 { turn.take { $0.append(index) } }
        return index * index
      },
      merge: { merged, result in
        merged.append(result)
        return true
      })
    #expect(ordered == (0..<count).filter { $0 % 3 > 0 })
    #expect(merged == (0..<count).map { $0 * $0 })
  }

  /// On three processors or more a thread may find that the work has ended while another waits for the turn before its own.
  @Test("Work that ends early ends for all threads, and nothing is merged after", arguments: [1, 2, 3, 8])
  func end(jobs: Int) {
    for round in 0..<2000 {
      let last = round % 37
      let merged = workInOrder(
        count: 200, jobs: jobs, ordered: 0, merged: [Int](), makeWorker: { () },
        work: { _, index, turn in
          turn.take { $0 += 1 }
          return index
        },
        merge: { merged, result in
          merged.append(result)
          return result != last
        }
      ).merged
      guard merged == Array(0...last) else {
        Issue.record("\(merged) and not all up to \(last)")
        return
      }
    }
  }
}
