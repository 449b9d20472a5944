import Synchronization

/// A file that grows at its end, each piece being on the medium when the call returns, or not in the file at all.
///
/// Nobody else has it open in this way: a second one is refused with ``FileFailure/isInUse`` as long as the first lives, and the
/// system lets go of it when the process ends, however it ends.
public final class GrowingFile {
  public let path: String
  private var file: System.Descriptor
  /// Bytes in the file.
  public private(set) var size: Int

  /// Opens the file for reading and growing, and makes it where it is missing.
  ///
  /// - Throws: the system's refusal; also where `path` is no regular file.
  public init(path: String) throws(FileFailure) {
    self.path = path
    do throws(System.Failure) {
      file = try System.openForGrowing(path)
      let status = try System.status(of: file)
      if status.kind == .folder { throw System.Failure(System.isAFolder) }
      guard status.kind == .regular else { throw System.Failure(System.unsupported) }
      size = status.size
      // It may have been made just now, and its name is to stay.
      try System.synchronize(System.openForReading(directory(of: path)))
    } catch {
      throw error.during(.open, path)
    }
    do throws(System.Failure) {
      try System.lock(file)
      try? System.remove(temporary)
      // It may have grown before the lock was had.
      size = try System.status(of: file).size
    } catch {
      throw error.during(.lock, path)
    }
  }

  /// Where a replacement is written before it takes the name. Always the same, so that a crash leaves one at most, which the next
  /// opening removes.
  private var temporary: String { join(directory(of: path), "." + lastComponent(of: path) + ".new") }

  /// All bytes.
  ///
  /// - Throws: also ``FileFailure/Operation/readWithinLimit`` where there are more than `limit`.
  public func read(limit: Int) throws(FileFailure) -> [UInt8] {
    guard size <= limit else { throw System.Failure(System.tooLarge).during(.readWithinLimit, path) }
    var bytes: [UInt8] = []
    do throws(System.Failure) {
      while bytes.count < size {
        let count = try System.read(file.number, at: bytes.count, into: &bytes, upTo: size - bytes.count)
        if count == 0 { throw System.Failure(System.readFailed) }
      }
    } catch {
      throw error.during(.read, path)
    }
    return bytes
  }

  /// Adds bytes at the end and waits until they are on the medium.
  ///
  /// - Throws: the system's refusal, such as `ENOSPC`; the file is then as long as before, unless even that is refused, which opening it
  ///   the next time has to deal with.
  public func append(_ bytes: [UInt8]) throws(FileFailure) {
    do throws(System.Failure) {
      try unsafe System.writeAll(file.number, bytes.span.bytes, at: size)
      try System.synchronize(file)
    } catch {
      try? System.truncate(file, to: size)
      throw error.during(.write, path)
    }
    size += bytes.count
  }

  /// Writes bytes over those at the beginning and waits until they are on the medium.
  public func overwriteBeginning(with bytes: [UInt8]) throws(FileFailure) {
    precondition(bytes.count <= size)
    do throws(System.Failure) {
      try unsafe System.writeAll(file.number, bytes.span.bytes, at: 0)
      try System.synchronize(file)
    } catch {
      throw error.during(.write, path)
    }
  }

  /// Cuts the end off.
  public func truncate(to size: Int) throws(FileFailure) {
    do throws(System.Failure) {
      try System.truncate(file, to: size)
      try System.synchronize(file)
    } catch {
      throw error.during(.write, path)
    }
    self.size = size
  }

  /// Puts other contents in the place of all, in one step: whoever opens the path meanwhile, and a crash, finds the old or the new.
  public func replace(with bytes: [UInt8]) throws(FileFailure) {
    do throws(System.Failure) {
      try? System.remove(temporary)
      let new = try System.create(temporary, mode: System.status(of: file).permissions)
      do throws(System.Failure) {
        try System.lock(new)
        try unsafe System.writeAll(new.number, bytes.span.bytes, at: 0)
        try System.synchronize(new)
        try System.rename(temporary, to: path)
      } catch {
        try? System.remove(temporary)
        throw error
      }
      file = new
      size = bytes.count
      try System.synchronize(System.openForReading(directory(of: path)))
    } catch {
      throw error.during(.replace, path)
    }
  }
}
