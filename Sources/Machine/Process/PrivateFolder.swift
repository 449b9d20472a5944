/// A folder of a few files for another program, which nobody else may look into; gone with all of them when the value goes out of use.
public struct PrivateFolder: ~Copyable {
  public let path: String
  private var names: Set<String> = []

  /// Makes the folder where the system keeps such files (`TMPDIR`, or `/tmp`).
  ///
  /// - Throws: the system's refusal.
  public init() throws(FileFailure) {
    path = temporaryName(beside: join(environment("TMPDIR") ?? "/tmp", "x"))
    do throws(System.Failure) {
      try System.makePrivateFolder(path)
    } catch {
      throw error.during(.makeFolder, path)
    }
  }

  /// The path of a file in the folder, which will be removed with it.
  public mutating func file(_ name: String) -> String {
    names.insert(name)
    return join(path, name)
  }

  /// Writes a file.
  ///
  /// - Returns: its path.
  public mutating func write(_ name: String, _ bytes: [UInt8]) throws(FileFailure) -> String {
    let path = file(name)
    let new = try NewFile(replacing: path)
    try new.write(bytes)
    try new.finish()
    return path
  }

  deinit {
    // What cannot be removed is left to the system, which empties the place from time to time.
    for name in names { try? System.remove(join(path, name)) }
    try? System.removeFolder(path)
  }
}
