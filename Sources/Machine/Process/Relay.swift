import Dispatch
import Synchronization

/// A value that pieces change in the order of their numbers, though threads finish them in any order.
///
/// Who finishes a piece before its turn hands it over and goes on with another; who has the piece whose turn it is changes the value, and
/// does so for the pieces behind that were handed over. So threads wait only where as many pieces as there is room for were handed over already.
public final class Relay<Value: Sendable, Piece: Sendable>: Sendable {
  private let content: Mutex<Value>
  private let line = Mutex(Line())
  private let room: Int

  fileprivate struct Line: Sendable {
    /// The number of the piece whose turn it is.
    var next = 0
    /// Pieces behind that one, by their numbers.
    var waiting: [Int: Piece] = [:]
    /// Pieces whose turn is over, to be used again.
    var used: [Piece] = []
    /// For threads that found no room.
    var blocked: [DispatchSemaphore] = []
  }

  /// - Parameter room: how many pieces can wait for their turns.
  public init(_ value: Value, room: Int) {
    content = Mutex(value)
    self.room = room
  }

  /// The value as it is now.
  public var value: Value { content.withLock { $0 } }

  /// Has a piece change the value when all before it have, which may be after this returns.
  ///
  /// - Parameters:
  ///   - piece: becomes one whose turn is over, or `empty`.
  ///   - index: its number. From 0 on each is handed over once; a thread hands over rising ones.
  ///   - change: is called for one piece at a time.
  public func hand(
    _ piece: inout Piece, _ index: Int, empty: Piece, change: (inout Value, inout Piece) -> Void
  ) {
    while true {
      let decision = line.withLock { $0.accept(&piece, index, empty, room) }
      switch decision {
      case .keptForLater: return
      case .noRoom(let semaphore): semaphore.wait()
      case .turn:
        repeat {
          content.withLock { change(&$0, &piece) }
        } while advance(&piece)
        return
      }
    }
  }

  fileprivate enum Decision {
    case turn
    case keptForLater
    case noRoom(DispatchSemaphore)
  }

  /// Ends the turn of a piece.
  ///
  /// - Returns: whether `piece` has become the next one, which was handed over before.
  private func advance(_ piece: inout Piece) -> Bool {
    let (hasNext, blocked) = line.withLock { line in
      line.next += 1
      let hasNext = line.takeNext(&piece)
      defer { line.blocked.removeAll() }
      return (hasNext, line.blocked)
    }
    for semaphore in blocked { semaphore.signal() }
    return hasNext
  }
}

extension Relay.Line {
  fileprivate mutating func accept(
    _ piece: inout Piece, _ index: Int, _ empty: Piece, _ room: Int
  ) -> Relay.Decision {
    if index == next { return .turn }
    if waiting.count < room {
      waiting[index] = piece
      piece = used.popLast() ?? empty
      return .keptForLater
    }
    let semaphore = DispatchSemaphore(value: 0)
    blocked.append(semaphore)
    return .noRoom(semaphore)
  }

  fileprivate mutating func takeNext(_ piece: inout Piece) -> Bool {
    guard let following = waiting.removeValue(forKey: next) else { return false }
    used.append(piece)
    piece = following
    return true
  }
}
