import Machine

/// What libFuzzer calls with every input that it makes up.
///
/// A finding is a trap: a precondition of the program that does not hold, or ``expect(_:_:)`` here.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Target.chosen.test(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// A kind of file, with what must hold of whatever bytes.
enum Target: String, CaseIterable {
  case election, plan, result, list, matrix, packed, log, json, table

  /// The one that the environment names.
  static let chosen: Target = {
    let name = environment("FUZZ_TARGET") ?? ""
    guard let target = Target(rawValue: name) else {
      fatalError("FUZZ_TARGET is '\(name)', and must be one of \(Target.allCases.map(\.rawValue))")
    }
    return target
  }()

  func test(_ bytes: [UInt8]) {
    switch self {
    case .election: testElection(bytes)
    case .plan: testPlan(bytes)
    case .result: testResult(bytes)
    case .list, .matrix: testBallots(bytes)
    case .packed: testPacked(bytes)
    case .log: testLog(bytes)
    case .json: testJSON(bytes)
    case .table: testTable(bytes)
    }
  }
}

/// Ends the process where something does not hold.
func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError("FOUND: " + what()) }
}

/// The first bytes of an input that is more than a file say how it is to be read.
func settings(_ bytes: [UInt8], _ count: Int) -> (settings: [Int], file: [UInt8])? {
  guard bytes.count >= count else { return nil }
  return (bytes.prefix(count).map { Int($0) }, Array(bytes.dropFirst(count)))
}
