/// A folder out of which no file named relative to it may lie, links included.
public struct ConfinedFolder: Sendable {
  /// The folder as it was given.
  public let path: String
  /// The folder without links.
  public let realPath: String

  /// - Throws: the system's refusal; where `path` is no folder with `ENOTDIR`.
  public init(path: String) throws(FileFailure) {
    self.path = path
    realPath = try Machine.realPath(path)
    do throws(System.Failure) {
      let status = try System.status(ofPath: realPath)
      if status.kind != .folder { throw System.Failure(System.notAFolder) }
    } catch {
      throw error.during(.inspect, path)
    }
  }

  /// Where a file named relative to the folder lies.
  public struct Location: Sendable, Hashable {
    /// The path to open, as seen from the current folder.
    public var path: String
    /// The same without links.
    public var realPath: String
    /// Whether it lies outside of the folder.
    public var isOutside: Bool
  }

  /// Follows `relativePath` from the folder, through links and `..`.
  ///
  /// To read what was examined, and not what somebody puts in its place between, open ``Location/realPath``.
  ///
  /// - Throws: the system's refusal, ``FileFailure/isMissing`` where the file does not exist.
  public func locate(_ relativePath: String) throws(FileFailure) -> Location {
    let path = join(self.path, relativePath)
    let real = try Machine.realPath(path)
    return Location(path: path, realPath: real, isOutside: !contains(real))
  }

  private func contains(_ real: String) -> Bool {
    let folder = Array(realPath.utf8)
    // Bytes, since two spellings of a letter are two names to the system.
    guard real.utf8.starts(with: folder) else { return false }
    let rest = real.utf8.dropFirst(folder.count)
    return rest.isEmpty || folder == Array("/".utf8) || rest.first == UInt8(ascii: "/")
  }
}

/// The absolute path of an existing file without links, `.` and `..`.
public func realPath(_ path: String) throws(FileFailure) -> String {
  do throws(System.Failure) {
    return try System.realPath(path)
  } catch {
    throw error.during(.resolve, path)
  }
}

/// Whether two paths lead to one file; not where one of them does not exist.
public func sameFile(_ a: String, _ b: String) throws(FileFailure) -> Bool {
  guard let first = try identity(of: a), let second = try identity(of: b) else { return false }
  return first == second
}

private func identity(of path: String) throws(FileFailure) -> FileIdentity? {
  do throws(System.Failure) {
    return try System.status(ofPath: path).identity
  } catch {
    let failure = error.during(.inspect, path)
    if failure.isMissing { return nil }
    throw failure
  }
}
