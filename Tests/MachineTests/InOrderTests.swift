import Dispatch
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
        // Some wait for their turn, some leave what is to be done, some let it pass.
        switch index % 3 {
        case 1: turn.take { $0.append(index) }
        case 2: turn.leave { $0.append(index) }
        default: break
        }
        return index * index
      },
      merge: { merged, result in
        merged.append(result)
        return true
      })
    #expect(ordered == (0..<count).filter { $0 % 3 > 0 })
    #expect(merged == (0..<count).map { $0 * $0 })
  }

  @Test("A thread goes on while what it left waits for its turn")
  func leave() {
    let left = DispatchSemaphore(value: 0)
    let (ordered, ended) = workInOrder(
      count: 2, jobs: 2, ordered: [Int](), merged: [DispatchTimeoutResult](), makeWorker: { () },
      work: { _, index, turn in
        let ended = index == 0 ? left.wait(timeout: .now() + 60) : .success
        turn.leave { $0.append(index) }
        left.signal()
        return ended
      },
      merge: { merged, result in
        merged.append(result)
        return true
      })
    #expect(ordered == [0, 1])
    #expect(ended == [.success, .success])
  }

  @Test("A thread that is held up does not let others go on without end")
  func leftAtMost() {
    let last = 257  // behind the one that is held up and 256 that left what was to be done
    let (reached, passed) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let (ordered, ended) = workInOrder(
      count: 600, jobs: 2, ordered: [Int](), merged: [DispatchTimeoutResult](), makeWorker: { () },
      work: { _, index, turn in
        var ended: [DispatchTimeoutResult] = []
        switch index {
        case 0: ended = [reached.wait(timeout: .now() + 60), passed.wait(timeout: .now() + 0.1)]
        case last: reached.signal()
        case last + 1: passed.signal()
        default: break
        }
        turn.leave { $0.append(index) }
        return ended
      },
      merge: { merged, result in
        merged += result
        return true
      })
    #expect(ordered == Array(0..<600))
    #expect(ended == [.success, .timedOut])
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
