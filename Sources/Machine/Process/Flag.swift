import Synchronization

/// A flag that one thread raises and others see, sooner or later: for what spares work and changes no result.
public final class Flag: Sendable {
  private let raised = Atomic<Bool>(false)

  public init() {}

  public var isRaised: Bool { raised.load(ordering: .relaxed) }

  public func raise() { raised.store(true, ordering: .relaxed) }
}
