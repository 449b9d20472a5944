import Machine

extension Shell {
  /// Writes a whole file or none.
  ///
  /// - Parameter inputs: files that it must not take the place of, whatever they are called here.
  func write(_ bytes: [UInt8], to path: String, inputs: [String]) throws(CommandFailure) {
    var isInput = false
    do throws(FileFailure) {
      for input in inputs where try sameFile(path, input) { isInput = true }
      if !isInput { try replaceFile(at: path, with: bytes) }
    } catch {
      throw .output(error)
    }
    if isInput { throw .wouldOverwriteInput(path) }
  }
}
