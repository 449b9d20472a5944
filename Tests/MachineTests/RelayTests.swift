import Machine
import Synchronization
import Testing

@Suite("Relay")
struct RelayTests {
  @Test(
    "Pieces change the value in their order, whoever finishes them, however little room there is",
    arguments: [0, 1, 2, 65, 500], [1, 2, 3, 8])
  func order(count: Int, jobs: Int) {
    for room in [0, 1, jobs] {
      let relay = Relay<[Int], [Int]>([], room: room)
      let merged = workInOrder(
        count: count, jobs: jobs, ordered: (), merged: 0, makeWorker: { [Int]() },
        work: { piece, index, _ in
          // Some take longer than others.
          piece = (0..<(index % 7) * 100).map { _ in 0 }
          piece = [index]
          relay.hand(&piece, index, empty: []) { $0 += $1 }
          return index
        },
        merge: { merged, _ in
          merged += 1
          return true
        }
      ).merged
      #expect(merged == count)
      #expect(relay.value == Array(0..<count))
    }
  }

  @Test("A piece that waits is not lost to the thread that goes on, and comes back empty or used")
  func handing() {
    let relay = Relay<[String], [String]>([], room: 2)
    func hand(_ text: String, _ index: Int) -> [String] {
      var piece = [text]
      relay.hand(&piece, index, empty: ["empty"]) { $0 += $1 }
      return piece
    }
    #expect(hand("b", 1) == ["empty"])
    #expect(hand("c", 2) == ["empty"])
    #expect(relay.value == [])
    #expect(hand("a", 0) == ["c"])
    #expect(relay.value == ["a", "b", "c"])
    #expect(hand("e", 4) == ["b"])
    #expect(hand("d", 3) == ["e"])
    #expect(relay.value == ["a", "b", "c", "d", "e"])
  }
}
