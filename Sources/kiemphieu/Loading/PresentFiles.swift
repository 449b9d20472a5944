import Faults
import Machine

/// All bytes of a small file that lies beside another, or `nil` where there is none.
func readIfPresent(_ path: String, limit: Int) throws(CommandFailure) -> [UInt8]? {
  try unlessMissing(path) { () throws(FileFailure) in
    try readWhole(path, limit: limit, allowsPipes: false)
  }
}

/// Whether something lies at a path.
func isPresent(_ path: String) throws(CommandFailure) -> Bool {
  try unlessMissing(path) { () throws(FileFailure) in
    _ = try InputFile(path: path)
    return true
  } ?? false
}

private func unlessMissing<R>(
  _ path: String, _ body: () throws(FileFailure) -> R
) throws(CommandFailure) -> R? {
  do throws(FileFailure) {
    return try body()
  } catch {
    if error.isMissing { return nil }
    throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: path))]))
  }
}
