/// What the operating system refused, on which file, and why.
public struct FileFailure: Error, Sendable, Hashable {
  /// What was being done.
  public enum Operation: String, Sendable, CaseIterable {
    case open, read, write, inspect, resolve, replace, makeFolder, lock
    /// Reading a file as a whole that is larger than the caller allows; `errno` is `EFBIG`.
    case readWithinLimit
    /// Reading a file that was changed meanwhile.
    case readUnchanged
  }

  public var operation: Operation
  /// The path as it was given.
  public var path: String
  /// The number of the error as the system states it.
  public var errno: Int32

  public init(_ operation: Operation, path: String, errno: Int32) {
    self.operation = operation
    self.path = path
    self.errno = errno
  }

  /// There is a file already that is not to be replaced.
  public static func present(_ path: String) -> FileFailure {
    FileFailure(.replace, path: path, errno: System.present)
  }

  /// The reason in the system's own words, in English.
  public var reason: String { System.words(for: errno) }

  /// Whether there is no such file, or no such folder on the way to it.
  public var isMissing: Bool { errno == System.missing || errno == System.notAFolder }

  /// Whether another program holds the file for itself.
  public var isInUse: Bool { operation == .lock && errno == System.wouldBlock }

  /// Whether there is no room: the medium is full, or the user may have no more of it.
  public var isFull: Bool { errno == System.full || errno == System.overQuota || errno == System.tooLarge }

  /// Whether it is a pipe or a device where a file was wanted.
  public var isNoFile: Bool {
    (operation == .replace || operation == .open) && errno == System.unsupported
  }

  /// Whether the file is a folder where a file was wanted.
  public var isFolder: Bool { errno == System.isAFolder }

  /// Whether the file is there but may not be read or written by this user.
  public var isForbidden: Bool { errno == System.forbidden || errno == System.notPermitted }
}
