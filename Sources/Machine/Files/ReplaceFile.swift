/// Writes a file as a whole or not at all.
///
/// The bytes go to a new file in the same folder, are put on the medium, and take the place of the old file in one
/// step; whoever opens `path` meanwhile sees the old file or the new one. The permissions of an old file are kept. On
/// failure the old file is as it was and the new one is gone. A link at `path` is replaced, not what it leads to.
///
/// - Throws: the system's refusal, for `path`; also where `path` is a folder, a pipe or a device.
public func replaceFile(at path: String, with bytes: [UInt8]) throws(FileFailure) {
  do throws(System.Failure) {
    try replace(path, with: bytes)
  } catch {
    throw error.during(.replace, path)
  }
}

private func replace(_ path: String, with bytes: [UInt8]) throws(System.Failure) {
  try System.check(path)
  let old = try statusOfOldFile(path)
  let temporary = temporaryName(beside: path)
  let unfinished = System.Unfinished(temporary)
  let file = try System.create(temporary, mode: 0o666)
  do throws(System.Failure) {
    if let old { try System.setPermissions(file, old.permissions) }
    try unsafe System.writeAll(file.number, bytes.span.bytes)
    try System.synchronize(file)
    try System.rename(temporary, to: path)
  } catch {
    // The first failure is the one to be told.
    try? System.remove(temporary)
    throw error
  }
  _ = consume unfinished
  let folder = try System.openForReading(directory(of: path))
  try System.synchronize(folder)
}

/// The status of the regular file to be replaced, or `nil` where there is none.
func statusOfOldFile(_ path: String) throws(System.Failure) -> System.Status? {
  let status: System.Status
  do throws(System.Failure) {
    status = try System.status(ofPath: path, followingLinks: false)
  } catch  where error.errno == System.missing {
    return nil
  }
  switch status.kind {
  case .regular: return status
  case .link: return nil
  case .folder: throw System.Failure(System.isAFolder)
  case .other: throw System.Failure(System.unsupported)
  }
}

/// A name that nobody can have laid in wait under, and that says what it is to whoever finds it after the process was killed.
func temporaryName(beside path: String) -> String {
  var random = SystemRandomNumberGenerator()
  let number = String(random.next(), radix: 36) + String(random.next(), radix: 36)
  return join(directory(of: path), ".kiemphieu-unfinished-\(number)")
}

/// Makes the folder `path`, and the folders on the way to it that are missing; one that is there is fine.
///
/// - Throws: the system's refusal; `EEXIST` where something else than a folder is in the way.
public func makeFolder(_ path: String) throws(FileFailure) {
  do throws(System.Failure) {
    try makeFolders(path)
  } catch {
    throw error.during(.makeFolder, path)
  }
}

private func makeFolders(_ path: String) throws(System.Failure) {
  do throws(System.Failure) {
    try System.makeFolder(path)
  } catch  where error.errno == System.missing && directory(of: path) != path && !path.isEmpty {
    try makeFolders(directory(of: path))
    // Once more and no further: some folders take none, however often one asks.
    try System.makeFolder(path)
  } catch  where error.errno == System.present {
    guard try System.status(ofPath: path).kind == .folder else { throw error }
  }
}
