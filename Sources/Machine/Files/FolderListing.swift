/// What lies in a folder.
public struct FolderEntry: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case file, folder
    /// A link, a pipe, a device, or what cannot be examined.
    case other
  }

  /// The name within the folder. Bytes that are not UTF-8 appear as U+FFFD.
  public var name: String
  public var kind: Kind
}

/// What lies in the folder at `path`, hidden files too, in the order of the bytes of the names; links are not followed.
///
/// - Throws: the system's refusal, with `ENOTDIR` where `path` is no folder.
public func entries(ofFolder path: String) throws(FileFailure) -> [FolderEntry] {
  do throws(System.Failure) {
    return try System.names(inFolder: path).map { name in
      FolderEntry(name: name, kind: System.kind(ofPath: join(path, name)))
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  } catch {
    throw error.during(.inspect, path)
  }
}
