import Synchronization

/// A file that is written piece by piece and takes its name when it is complete: whoever opens the path sees the old file or the whole new
/// one. Without ``finish()`` the new file is gone when the value goes out of use, and the old one is as it was.
///
/// Unlike ``replaceFile(at:with:)`` it does not wait for the medium: for large data that can be made again.
public final class NewFile: RewritableSink {
  public let path: String
  private let temporary: String
  private let unfinished: System.Unfinished
  private let file: System.Descriptor
  private let hasFinished = Atomic<Bool>(false)

  /// - Throws: the system's refusal, for `path`; also where `path` is a folder, a pipe or a device.
  public init(replacing path: String) throws(FileFailure) {
    self.path = path
    temporary = temporaryName(beside: path)
    unfinished = System.Unfinished(temporary)
    do throws(System.Failure) {
      try System.check(path)
      let old = try statusOfOldFile(path)
      file = try System.create(temporary, mode: 0o666)
      if let old { try System.setPermissions(file, old.permissions) }
    } catch {
      throw error.during(.replace, path)
    }
  }

  public func write(_ bytes: RawSpan) throws(FileFailure) {
    do throws(System.Failure) {
      try System.writeAll(file.number, bytes)
    } catch {
      throw error.during(.write, path)
    }
  }

  public func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    do throws(System.Failure) {
      try unsafe System.writeAll(file.number, bytes.span.bytes, at: offset)
    } catch {
      throw error.during(.write, path)
    }
  }

  /// Gives the file its name. Nothing is written after.
  public func finish() throws(FileFailure) {
    do throws(System.Failure) {
      try System.rename(temporary, to: path)
    } catch {
      throw error.during(.replace, path)
    }
    hasFinished.store(true, ordering: .relaxed)
  }

  deinit {
    if !hasFinished.load(ordering: .relaxed) { try? System.remove(temporary) }
  }
}
