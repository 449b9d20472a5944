import Documents
import Faults
import Machine

/// Reads result files that commands work on.
enum LoadedResult {
  /// The file at `path`, which must be as the program wrote it.
  static func read(_ path: String) throws(CommandFailure) -> (bytes: [UInt8], result: ElectionResult) {
    let bytes = try bytes(path)
    switch ResultDocument.read(bytes, file: path) {
    case .success(let result): return (bytes, result)
    case .failure(let error): throw .faults(error.faults)
    }
  }

  /// The bytes of a file that is read whole.
  ///
  /// - Parameter allowsPipes: whether it may be a pipe, as it may be where somebody named it himself.
  static func bytes(_ path: String, allowsPipes: Bool = true) throws(CommandFailure) -> [UInt8] {
    do throws(FileFailure) {
      return try readWhole(path, limit: LoadedElection.sizeLimit, allowsPipes: allowsPipes)
    } catch {
      throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: path))]))
    }
  }
}
