// Paths as texts: nothing here asks the system. The separator is `/`.

/// The folder part of a path: `a/b` for `a/b/c`, `.` for `c`, `/` for `/c`.
public func directory(of path: String) -> String {
  let (folder, _) = split(path)
  return folder
}

/// The last part of a path: `c` for `a/b/c` and `a/b/c/`, `/` for `/`.
public func lastComponent(of path: String) -> String {
  let (_, name) = split(path)
  return name
}

/// `path` as seen from `folder`: unchanged where it is absolute, or the folder is the current one.
public func join(_ folder: String, _ path: String) -> String {
  if path.utf8.first == slash || folder.isEmpty || folder == "." { return path }
  if path.isEmpty { return folder }
  return folder.utf8.last == slash ? folder + path : folder + "/" + path
}

/// A path below a folder in its shortest spelling: `a/b` for `./a//b/`; `.` for the folder itself.
///
/// - Returns: `nil` for an empty or absolute path, one with a NUL, and one with a part `..`, even where it would
///   not climb out: behind a link, `..` is not what the text says.
public func normalized(relativePath path: String) -> String? {
  let bytes = path.utf8
  guard let first = bytes.first, first != slash, !bytes.contains(0) else { return nil }
  let parts = bytes.split(separator: slash).map { String(Substring($0)) }
  if parts.contains("..") { return nil }
  let named = parts.filter { $0 != "." }
  return named.isEmpty ? "." : named.joined(separator: "/")
}

private let slash = UInt8(ascii: "/")

private func split(_ path: String) -> (folder: String, name: String) {
  // On bytes: a combining mark after a slash would otherwise make one character with it.
  var bytes = Array(path.utf8)
  func dropSlashes() {
    while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
  }
  dropSlashes()
  if bytes == [slash] { return ("/", "/") }
  guard let last = bytes.lastIndex(of: slash) else { return (".", path.isEmpty ? "" : text(bytes)) }
  let name = text(bytes[(last + 1)...])
  bytes.removeSubrange((last + 1)...)
  dropSlashes()
  return (text(bytes), name)
}

private func text(_ bytes: some Collection<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self)
}
