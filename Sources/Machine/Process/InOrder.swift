import Dispatch
import Synchronization

/// Works through pieces on several threads, with what must happen in order happening in order.
///
/// Each thread takes the next piece that nobody has taken and calls `work`, which may at one point call ``Turn/take(_:)`` or ``Turn/leave(_:)``
/// to do something in the order of the pieces. What `work` returns is merged in order as well.
///
/// - Parameters:
///   - count: how many pieces there are.
///   - jobs: how many threads may work at once, at least 1.
///   - ordered: what pieces change one after another when it is their turn.
///   - merged: what results are merged into.
///   - makeWorker: what each thread keeps for itself.
///   - work: does the piece of an index.
///   - merge: takes in the result of the next piece; `false` ends the work, after which no result is merged.
/// - Returns: `ordered` and `merged` as they have become.
public func workInOrder<Worker, Ordered: Sendable, Merged: Sendable, Result: Sendable>(
  count: Int, jobs: Int, ordered: Ordered, merged: Merged, makeWorker: @Sendable () -> Worker,
  work: @Sendable (inout Worker, Int, Turn<Ordered>) -> Result,
  merge: @Sendable (inout Merged, Result) -> Bool
) -> (ordered: Ordered, merged: Merged) {
  let line = WaitingLine<Ordered>(ordered)
  let progress = Mutex(Progress<Merged, Result>(merged: merged))

  @Sendable func run() {
    var worker = makeWorker()
    var next = progress.withLock { $0.begin(of: count) }
    while let index = next {
      let turn = Turn(line, index)
      let result = work(&worker, index, turn)
      turn.pass()
      next = progress.withLock { progress in
        progress.accept(index, result, merge)
        return progress.begin(of: count)
      }
    }
  }
  System.onThreads(min(jobs, count)) { run() }
  return (line.value, progress.withLock { $0.merged })
}

/// The turn of one piece to change what all pieces change in order.
public struct Turn<Value: Sendable>: Sendable {
  private let line: WaitingLine<Value>
  private let index: Int

  fileprivate init(_ line: WaitingLine<Value>, _ index: Int) {
    self.line = line
    self.index = index
  }

  /// Waits until all pieces before have had their turn, then changes the value. At most once for each piece.
  public func take(_ change: (inout Value) -> Void) {
    line.wait(for: index)
    line.change(change)
    line.advance(from: index)
  }

  /// Changes the value if all pieces before have had their turn, and otherwise leaves it to the last of them: what takes long is better done
  /// before. Nobody waits, unless ``leftAtMost`` others are left already. Instead of ``take(_:)``, and at most once.
  public func leave(_ change: @escaping @Sendable (inout Value) -> Void) {
    if !line.leave(change, from: index) { take(change) }
  }

  /// So many changes are left at most, where a thread is held up: memory does not grow with the pieces.
  static var leftAtMost: Int { 256 }

  /// Lets the pieces behind go on as soon as those before have, if this one did not take its turn.
  fileprivate func pass() {
    line.advance(from: index)
  }
}

/// A value that threads change one after another, in the order of their numbers.
private final class WaitingLine<Value: Sendable>: Sendable {
  private let state: Mutex<State>

  private struct State {
    var value: Value
    /// Whose turn it is.
    var next = 0
    /// What is left to be done for those behind whose turn is over before it came.
    var left: [Int: (inout Value) -> Void] = [:]
    var waiting: [Int: DispatchSemaphore] = [:]

    mutating func advance() -> DispatchSemaphore? {
      next += 1
      while let change = left.removeValue(forKey: next) {
        change(&value)
        next += 1
      }
      return waiting.removeValue(forKey: next)
    }
  }

  init(_ value: Value) {
    state = Mutex(State(value: value))
  }

  var value: Value { state.withLock { $0.value } }

  /// Returns when it is the turn of `index`, or was.
  func wait(for index: Int) {
    let semaphore = state.withLock { state -> DispatchSemaphore? in
      if index <= state.next { return nil }
      let semaphore = DispatchSemaphore(value: 0)
      state.waiting[index] = semaphore
      return semaphore
    }
    semaphore?.wait()
  }

  func change(_ change: (inout Value) -> Void) {
    state.withLock { change(&$0.value) }
  }

  /// Changes the value and ends the turn of `index`, now or when it comes.
  ///
  /// - Returns: whether there was room to leave it.
  func leave(_ change: @escaping @Sendable (inout Value) -> Void, from index: Int) -> Bool {
    let (isDone, semaphore) = state.withLock { state -> (Bool, DispatchSemaphore?) in
      guard state.next == index else {
        guard state.left.count < Turn<Value>.leftAtMost else { return (false, nil) }
        state.left[index] = change
        return (true, nil)
      }
      change(&state.value)
      return (true, state.advance())
    }
    semaphore?.signal()
    return isDone
  }

  /// Ends the turn of `index`, if it has not ended.
  func advance(from index: Int) {
    let semaphore = state.withLock { state -> DispatchSemaphore? in
      if state.next == index { return state.advance() }
      if state.next < index, state.left[index] == nil { state.left[index] = { _ in } }
      return nil
    }
    semaphore?.signal()
  }
}

/// Results that wait to be merged in order.
private struct Progress<Merged: Sendable, Result: Sendable>: Sendable {
  var merged: Merged
  private var hasEnded = false
  /// Pieces that were taken.
  private var begun = 0
  private var next = 0
  private var waiting: [Int: Result] = [:]

  init(merged: Merged) {
    self.merged = merged
  }

  /// Takes the next piece, unless the work has ended.
  ///
  /// Both in one step: a piece that was taken and not worked on would never pass its turn, and those behind it would wait for ever.
  mutating func begin(of count: Int) -> Int? {
    guard !hasEnded, begun < count else { return nil }
    defer { begun += 1 }
    return begun
  }

  mutating func accept(_ index: Int, _ result: Result, _ merge: (inout Merged, Result) -> Bool) {
    guard index == next else {
      waiting[index] = result
      return
    }
    var turn: Result? = result
    while !hasEnded, let result = turn {
      next += 1
      hasEnded = !merge(&merged, result)
      turn = waiting.removeValue(forKey: next)
    }
  }
}
