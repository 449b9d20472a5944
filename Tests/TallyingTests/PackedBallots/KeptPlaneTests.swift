import Elections
import Tallying
import TestSupport
import Testing

/// Planes that were kept somewhere, such as in a packed file, are taken only where they are those of as many ballots.
@Suite("Kept planes")
struct KeptPlaneTests {
  private static let words = PackedBallots.capacity / 64
  private static let style = BallotStyle(names: 2, seats: 1)
  /// Behind the planes of what was declared: marks unread, and ruled valid.
  private static let unread = PackedBallots.declaredGrounds.count
  private static let ruled = unread + 1

  private static func marks(_ bits: [(plane: Int, ballot: Int)]) -> [UInt64] {
    planes(2, bits)
  }

  private static func status(_ bits: [(plane: Int, ballot: Int)]) -> [UInt64] {
    planes(ruled + 1, bits)
  }

  private static func planes(_ count: Int, _ bits: [(plane: Int, ballot: Int)]) -> [UInt64] {
    var planes = [UInt64](repeating: 0, count: count * words)
    for (plane, ballot) in bits { planes[plane * words + ballot / 64] |= 1 << UInt64(ballot % 64) }
    return planes
  }

  @Test(
    "A bit is taken for one of the ballots, and refused behind them",
    arguments: [0, 1, 2, 62, 63, 64, 65, 127, 128, 129, 4032, 4095, 4096])
  func bits(count: Int) {
    // Around the beginnings of all words, and around the last ballot.
    for ballot in 0..<PackedBallots.capacity where (ballot + 1) % 64 < 3 || abs(ballot - count) < 3 {
      for plane in 0...1 {
        let block = PackedBallots(
          Self.style, count: count, marks: Self.marks([(plane, ballot)]), status: [])
        #expect((block != nil) == (ballot < count), "\(ballot) of \(count)")
        if let block { #expect(block[ballot].inFavour.contains(plane)) }
      }
      let block = PackedBallots(
        Self.style, count: count, marks: Self.marks([]), status: Self.status([(Self.ruled, ballot)]))
      #expect((block != nil) == (ballot < count), "\(ballot) of \(count)")
      #expect((block?.ruled ?? 1) == 1)
    }
  }

  @Test("All ballots at once, to the last", arguments: [1, 63, 64, 65, 4095, 4096])
  func everyBallot(count: Int) throws {
    let all = (0..<count).map { (plane: 1, ballot: $0) }
    let block = try #require(
      PackedBallots(Self.style, count: count, marks: Self.marks(all), status: []))
    #expect((0..<count).allSatisfy { block[$0].inFavour.contains(1) && !block[$0].inFavour.contains(0) })
    #expect(block.statusPlanes.isEmpty && block.ruled == 0)
  }

  @Test(
    "Marks are left unread only of a ballot that is declared invalid, on any ground",
    arguments: [0, 1, 63, 64, 200])
  func unread(ballot: Int) throws {
    for ground in 0..<PackedBallots.declaredGrounds.count {
      let block = try #require(
        PackedBallots(
          Self.style, count: 201, marks: Self.marks([]),
          status: Self.status([(Self.unread, ballot), (ground, ballot)])))
      #expect(!block[ballot].marksRead)
      #expect(block[ballot].declared == InvalidityGrounds(PackedBallots.declaredGrounds[ground]))
      for other in [ballot - 1, ballot + 1, (ballot + 64) % 201] where other >= 0 {
        #expect(
          PackedBallots(
            Self.style, count: 201, marks: Self.marks([]),
            status: Self.status([(Self.unread, ballot), (ground, other)])) == nil)
      }
    }
    #expect(
      PackedBallots(
        Self.style, count: 201, marks: Self.marks([]),
        status: Self.status([(Self.unread, ballot), (Self.ruled, ballot)])) == nil)
  }

  @Test("A ballot whose marks were left unread has none, in whatever plane", arguments: [0, 1, 63, 64, 200])
  func marksOfUnread(ballot: Int) {
    let status = Self.status([(Self.unread, ballot), (0, ballot)])
    for plane in 0...1 {
      for marked in [0, 1, 63, 64, 200] {
        let block = PackedBallots(
          Self.style, count: 201, marks: Self.marks([(plane, marked)]), status: status)
        #expect((block == nil) == (marked == ballot))
      }
    }
  }

  @Test("Rulings are counted")
  func rulings() throws {
    let ruled = [0, 5, 63, 64, 199].map { (plane: Self.ruled, ballot: $0) }
    let block = try #require(
      PackedBallots(Self.style, count: 200, marks: Self.marks([]), status: Self.status(ruled)))
    #expect(block.ruled == 5)
    #expect((0..<200).filter { block[$0].ruledValid } == ruled.map(\.ballot))
  }
}
