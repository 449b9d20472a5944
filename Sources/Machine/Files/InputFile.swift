/// Which file it is, whatever its names: two open files with the same identity are one file.
public struct FileIdentity: Sendable, Hashable {
  var device: UInt64
  var number: UInt64
}

/// A file open for reading; closed when the value goes out of use.
///
/// Folders are refused. A named pipe is opened without waiting: if it has a writer, reading waits for what it
/// writes; if it has none yet, it reads as an empty file.
public struct InputFile: ~Copyable, Sendable {
  /// The path as it was given.
  public let path: String
  /// Bytes in the file when it was opened; 0 for pipes and devices, which do not know.
  public let size: Int
  public let identity: FileIdentity
  /// Whether it is a file on a medium, with a known size, rather than a pipe or a device.
  public let isRegular: Bool
  private let descriptor: System.Descriptor
  /// What the system knew of it when it was opened.
  private let opened: System.Status

  /// Opens the file at `path`.
  ///
  /// - Parameter allowsPipes: whether it may be a pipe or a device, as somebody may mean who names it himself. Where a name was found, in
  ///   another file or in a folder, whoever laid a pipe there could have the program wait for ever.
  /// - Throws: the system's refusal; for a folder with ``FileFailure/isFolder``, for a pipe that is not allowed with
  ///   ``FileFailure/isNoFile``.
  public init(path: String, allowsPipes: Bool = true) throws(FileFailure) {
    do throws(System.Failure) {
      let descriptor = try System.openForReading(path)
      let status = try System.status(of: descriptor)
      if status.kind == .folder { throw System.Failure(System.isAFolder) }
      if status.kind == .other, !allowsPipes { throw System.Failure(System.unsupported) }
      self.init(path: path, descriptor: descriptor, status: status)
    } catch {
      throw error.during(.open, path)
    }
  }

  private init(path: String, descriptor: consuming System.Descriptor, status: System.Status) {
    self.path = path
    isRegular = status.kind == .regular
    size = isRegular ? status.size : 0
    identity = status.identity
    opened = status
    self.descriptor = descriptor
  }

  /// Reads the next bytes and appends them to `buffer`.
  ///
  /// - Parameter limit: at most so many bytes, at least one; fewer may come before the end as well.
  /// - Returns: how many bytes came; 0 at the end of the file only.
  public mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws(FileFailure) -> Int {
    precondition(limit > 0)
    do throws(System.Failure) {
      return try System.read(descriptor, into: &buffer, upTo: limit)
    } catch {
      throw error.during(.read, path)
    }
  }
}

extension InputFile: PositionedSource {
  /// Reads bytes at `offset`, whatever was read before, and appends them to `buffer`. May be called by several threads at once.
  ///
  /// - Throws: also ``FileFailure/Operation/read`` with `EIO` where the file has become shorter than `offset + count`.
  public func read(at offset: Int, count: Int, into buffer: inout [UInt8]) throws(FileFailure) {
    var missing = count
    do throws(System.Failure) {
      while missing > 0 {
        let found = try System.read(descriptor, at: offset + count - missing, into: &buffer, upTo: missing)
        if found == 0 { throw System.Failure(System.readFailed) }
        missing -= found
      }
    } catch {
      throw error.during(.read, path)
    }
  }
}

extension InputFile {
  /// Makes sure that nobody has written into the file since it was opened, so that all that was read of it belongs together.
  ///
  /// - Throws: ``FileFailure/Operation/readUnchanged`` where somebody has, or has moved, linked or touched it meanwhile.
  public func requireUnchanged() throws(FileFailure) {
    guard isRegular else { return }
    do throws(System.Failure) {
      let status = try System.status(of: descriptor)
      guard status.size == opened.size, status.changes == opened.changes else {
        throw System.Failure(System.readFailed)
      }
    } catch {
      throw error.during(.readUnchanged, path)
    }
  }
}

extension PositionedSource where Self: ~Copyable {
  /// What is in memory does not change.
  public func requireUnchanged() throws(FileFailure) {}
}

/// Bytes of a known number that can be read at any place, by several threads at once.
public protocol PositionedSource: ~Copyable, Sendable {
  /// How many bytes there are.
  var size: Int { get }

  /// Appends the `count` bytes at `offset` to `buffer`. They must lie within the size.
  func read(at offset: Int, count: Int, into buffer: inout [UInt8]) throws(FileFailure)

  /// Makes sure that the bytes are those that they were at first, where some are read more than once.
  func requireUnchanged() throws(FileFailure)
}

/// All bytes of the file at `path`.
///
/// - Parameters:
///   - limit: a file of more bytes is refused with ``FileFailure/Operation/readWithinLimit`` and `EFBIG`.
///   - allowsPipes: whether it may be a pipe or a device, as for ``InputFile/init(path:allowsPipes:)``.
public func readWhole(
  _ path: String, limit: Int, allowsPipes: Bool = true
) throws(FileFailure) -> [UInt8] {
  var file = try InputFile(path: path, allowsPipes: allowsPipes)
  let tooLarge = FileFailure(.readWithinLimit, path: path, errno: System.tooLarge)
  if file.size > limit { throw tooLarge }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(file.size + 1)
  // The size is a hint: a file may grow, and a pipe has none. One more than expected tells the end at once.
  while try file.read(into: &bytes, upTo: max(file.size + 1 - bytes.count, 65_536)) > 0 {
    if bytes.count > limit { throw tooLarge }
  }
  return bytes
}
