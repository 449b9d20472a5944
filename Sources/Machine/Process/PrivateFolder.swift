/// A folder of a few files for another program, which nobody else may look into; gone with all of them when the value goes out of use.
public struct PrivateFolder: ~Copyable {
  public let path: String
  private var names: Set<String> = []
  /// The folders in it, from the outer ones to the inner ones.
  private var folders: [String] = []
  private var unfinished: [Unfinished] = []

  /// What is to be gone even if a signal ends the process.
  private final class Unfinished {
    private let path: System.Unfinished

    init(_ path: String) {
      self.path = System.Unfinished(path)
    }
  }

  /// Makes the folder where the system keeps such files (`TMPDIR`, or `/tmp`).
  ///
  /// - Throws: the system's refusal.
  public init() throws(FileFailure) {
    path = temporaryName(beside: join(environment("TMPDIR") ?? "/tmp", "x"))
    unfinished.append(Unfinished(path))
    do throws(System.Failure) {
      try System.makePrivateFolder(path)
    } catch {
      throw error.during(.makeFolder, path)
    }
  }

  /// The path of a file in the folder, which will be removed with it.
  public mutating func file(_ name: String) -> String {
    let path = join(self.path, name)
    if names.insert(name).inserted { unfinished.append(Unfinished(path)) }
    return path
  }

  /// Writes a file, with the folders in its name.
  ///
  /// - Returns: its path.
  @discardableResult
  public mutating func write(_ name: String, _ bytes: [UInt8]) throws(FileFailure) -> String {
    var parts = name.split(separator: "/").dropLast()
    var inner: [String] = []
    while !parts.isEmpty {
      inner.insert(parts.joined(separator: "/"), at: 0)
      parts = parts.dropLast()
    }
    for folder in inner where !folders.contains(folder) {
      unfinished.append(Unfinished(join(path, folder)))
      try makeFolder(join(path, folder))
      folders.append(folder)
    }
    let path = file(name)
    let new = try NewFile(replacing: path)
    try new.write(bytes)
    try new.finish()
    return path
  }

  deinit {
    // What cannot be removed is left to the system, which empties the place from time to time.
    for name in names { try? System.remove(join(path, name)) }
    for folder in folders.reversed() { try? System.removeFolder(join(path, folder)) }
    try? System.removeFolder(path)
  }
}
