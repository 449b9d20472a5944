/// Which faults a ``FaultLog`` lists, without the faults.
public struct FaultListing: Sendable, Equatable {
  /// How many are listed in all.
  private let most: Int
  private var listed = 0
  private var identical: [Identity: Int] = [:]

  private struct Identity: Hashable, Sendable {
    var code: FaultCode
    var text: String?
  }

  public init(upTo most: Int) {
    self.most = most
  }

  /// Whether no other fault is listed any more.
  public var isFull: Bool { listed >= most }

  /// Whether a fault of that code and text would be listed as the next.
  ///
  /// What this says of some faults it says of all that have them among others: a fault that would not be listed behind some of those before it
  /// is not listed behind all of them.
  public func lists(_ code: FaultCode, text: String?) -> Bool {
    !isFull && identical[Identity(code: code, text: text), default: 0] < FaultLog.identicalListed
  }

  /// Takes the next fault.
  ///
  /// - Returns: whether it is listed.
  public mutating func take(_ code: FaultCode, text: String?) -> Bool {
    guard !isFull, Self.take(&identical[Identity(code: code, text: text), default: 0]) else { return false }
    listed += 1
    return true
  }

  /// Takes one more of identical faults, if it is to be listed.
  private static func take(_ listed: inout Int) -> Bool {
    guard listed < FaultLog.identicalListed else { return false }
    listed += 1
    return true
  }

  /// Takes all that `other` lists, if nothing is listed here and there is room for them.
  mutating func adopt(_ other: FaultListing) -> Bool {
    guard listed == 0, other.listed <= most else { return false }
    (listed, identical) = (other.listed, other.identical)
    return true
  }
}
