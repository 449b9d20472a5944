/// The time since a moment, by a clock that is never set back. For showing progress; nothing that is written depends on it.
public struct Stopwatch: Sendable {
  private let start: Int

  /// Starts now.
  public init() {
    start = System.monotonicMilliseconds()
  }

  /// Milliseconds since the start.
  public var milliseconds: Int { System.monotonicMilliseconds() - start }
}
