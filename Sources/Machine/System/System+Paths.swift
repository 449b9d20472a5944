#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// What the system knows of a file.
  struct Status {
    var identity: FileIdentity
    /// In bytes; meaningful for regular files only.
    var size: Int
    var kind: Kind
    /// Who may read, write and execute.
    var permissions: mode_t
    /// When its bytes were last written, and when anything of it last changed: in seconds and nanoseconds, to be compared only.
    var changes: [Int]

    enum Kind {
      case regular, folder, link, other
    }

    init(_ status: stat) {
      identity = FileIdentity(
        device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
      size = Int(status.st_size)
      permissions = status.st_mode & 0o777
      #if canImport(Darwin)
        let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
      #else
        let (written, changed) = (status.st_mtim, status.st_ctim)
      #endif
      changes = [Int(written.tv_sec), Int(written.tv_nsec), Int(changed.tv_sec), Int(changed.tv_nsec)]
      kind =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }
  }

  static func status(of file: borrowing Descriptor) throws(Failure) -> Status {
    let number = file.number
    var status = stat()
    _ = try repeated { unsafe fstat(number, &status) }
    return Status(status)
  }

  /// The status of a path: of what a link leads to, or of the link itself.
  static func status(ofPath path: String, followingLinks: Bool = true) throws(Failure) -> Status {
    try check(path)
    var status = stat()
    _ = try repeated { unsafe followingLinks ? stat(path, &status) : lstat(path, &status) }
    return Status(status)
  }

  /// The absolute path without links, `.` and `..`.
  static func realPath(_ path: String) throws(Failure) -> String {
    try check(path)
    guard let resolved = unsafe realpath(path, nil) else { throw Failure.last }
    defer { unsafe free(resolved) }
    // A name that is not UTF-8 cannot be named by a string; a repaired one would name another file.
    guard let text = unsafe String(validatingCString: resolved) else { throw Failure(EILSEQ) }
    return text
  }

  static func rename(_ path: String, to target: String) throws(Failure) {
    try check(path)
    try check(target)
    _ = try repeated { systemRename(path, target) }
  }

  static func remove(_ path: String) throws(Failure) {
    try check(path)
    _ = try repeated { unsafe unlink(path) }
  }

  /// The names in a folder in the system's order, without `.` and `..`.
  static func names(inFolder path: String) throws(Failure) -> [String] {
    try check(path)
    guard let folder = unsafe opendir(path) else { throw Failure.last }
    defer { _ = unsafe closedir(folder) }
    var names: [String] = []
    // The entry belongs to the open folder until the next call: its name is copied before.
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// What lies at a path itself, whatever a link leads to.
  static func kind(ofPath path: String) -> FolderEntry.Kind {
    guard let status = try? status(ofPath: path, followingLinks: false) else { return .other }
    return switch status.kind {
    case .regular: .file
    case .folder: .folder
    case .link, .other: .other
    }
  }

  static func makeFolder(_ path: String) throws(Failure) {
    try check(path)
    _ = try repeated { unsafe mkdir(path, 0o777) }
  }
}

// Within an extension that has a function of the same name, the system's is not found.
private func systemRename(_ path: String, _ target: String) -> Int32 {
  unsafe rename(path, target)
}
