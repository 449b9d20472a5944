import Foundation
import Machine
import Testing

/// Whether there is a file system that no folder can be made in.
private let hasProc = (try? ConfinedFolder(path: "/proc/self")) != nil

/// Reads a file to its end in pieces of at most `limit` bytes.
func readInPieces(_ path: String, upTo limit: Int) throws -> (bytes: [UInt8], largest: Int) {
  var file = try InputFile(path: path)
  var bytes: [UInt8] = []
  var largest = 0
  while true {
    let count = try file.read(into: &bytes, upTo: limit)
    if count == 0 { return (bytes, largest) }
    largest = max(largest, count)
  }
}

func failure(_ body: () throws -> Void) -> FileFailure? {
  #expect(throws: FileFailure.self, performing: body)
}

@Suite("Reading files")
struct ReadingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("Pieces of any size make the whole", arguments: [1, 7, 4096, 100_000])
  func pieces(limit: Int) throws {
    let text = String(repeating: "Đại hội\n", count: 1000)
    try folder.write(text, to: "a")
    let (bytes, largest) = try readInPieces(folder["a"], upTo: limit)
    #expect(bytes == Array(text.utf8))
    #expect(largest <= limit)
  }

  @Test("Bytes are appended, not replaced")
  func appends() throws {
    try folder.write("bc", to: "a")
    var file = try InputFile(path: folder["a"])
    var buffer: [UInt8] = [UInt8(ascii: "a")]
    #expect(try file.read(into: &buffer, upTo: 1) == 1)
    #expect(buffer == Array("ab".utf8))
    #expect(file.size == 2)
    let isRegular = file.isRegular
    #expect(isRegular)
  }

  @Test("A file that somebody writes into is not the one that was opened")
  func changed() throws {
    try folder.write("abc", to: "a")
    let file = try InputFile(path: folder["a"])
    try file.requireUnchanged()
    // The clock of a file system may stand still for some milliseconds.
    Thread.sleep(forTimeInterval: 0.05)
    let other = try FileHandle(forUpdating: URL(filePath: folder["a"]))
    try other.write(contentsOf: Data("abd".utf8))
    let failure = failure { try file.requireUnchanged() }
    #expect(failure?.operation == .readUnchanged)
  }

  @Test("A missing file, or folder on the way", arguments: ["none", "none/a", "file/a", ""])
  func missing(name: String) throws {
    try folder.write("", to: "file")
    let path = name.isEmpty ? "" : folder[name]
    let failure = failure { _ = try InputFile(path: path) }
    #expect(failure?.operation == .open)
    #expect(failure?.path == path)
    #expect(failure?.isMissing == true)
    #expect(failure?.reason.isEmpty == false)
  }

  @Test("A folder is no file")
  func isFolder() {
    let failure = failure { _ = try InputFile(path: folder.path) }
    #expect(failure?.errno == EISDIR)
    #expect(failure?.isFolder == true)
    #expect(failure?.isMissing == false)
  }

  @Test("A forbidden file", .enabled(if: !isSuperuser))
  func forbidden() throws {
    try folder.write("x", to: "a")
    try folder.setPermissions(0, "a")
    #expect(failure { _ = try InputFile(path: folder["a"]) }?.isForbidden == true)
  }

  @Test("A path with a NUL is refused, not cut off")
  func nul() throws {
    try folder.write("x", to: "a")
    #expect(failure { _ = try InputFile(path: folder["a\0.csv"]) }?.errno == EINVAL)
  }

  @Test("Two names of one file have one identity")
  func identity() throws {
    try folder.write("x", to: "a")
    try folder.write("x", to: "b")
    try folder.link("c", to: "a")
    let a = try InputFile(path: folder["a"]).identity
    #expect(try InputFile(path: folder["c"]).identity == a)
    #expect(try InputFile(path: folder["b"]).identity != a)
    #expect(try sameFile(folder["a"], folder["c"]))
    #expect(try !sameFile(folder["a"], folder["b"]))
    #expect(try !sameFile(folder["a"], folder["none"]))
  }

  @Test("Whole files up to a limit", arguments: [(0, 0), (5, 5), (5, 6), (200_000, 200_000)])
  func whole(size: Int, limit: Int) throws {
    try folder.write(String(repeating: "x", count: size), to: "a")
    #expect(try readWhole(folder["a"], limit: limit).count == size)
  }

  @Test("Files above the limit are refused", arguments: [(1, 0), (6, 5), (200_001, 200_000)])
  func tooLarge(size: Int, limit: Int) throws {
    try folder.write(String(repeating: "x", count: size), to: "a")
    let failure = failure { _ = try readWhole(folder["a"], limit: limit) }
    #expect(failure?.operation == .readWithinLimit)
    #expect(failure?.errno == EFBIG)
  }

  @Test("A device without a size, and one without an end")
  func devices() throws {
    #expect(try readWhole("/dev/null", limit: 0).isEmpty)
    #expect(failure { _ = try readWhole("/dev/zero", limit: 1_000_000) }?.errno == EFBIG)
  }

  @Test("A pipe without a writer reads as empty and does not hang", .timeLimit(.minutes(1)))
  func pipeWithoutWriter() throws {
    folder.pipe("p")
    #expect(try readWhole(folder["p"], limit: 10).isEmpty)
    let failure = failure { _ = try readWhole(folder["p"], limit: 10, allowsPipes: false) }
    #expect(failure?.isNoFile == true)
  }

  @Test("A pipe is waited for while it has a writer", .timeLimit(.minutes(1)))
  func pipeWithWriter() throws {
    folder.pipe("p")
    var file = try InputFile(path: folder["p"])
    let isRegular = file.isRegular
    #expect(!isRegular)
    let writer = try #require(FileHandle(forWritingAtPath: folder["p"]))
    Thread {
      usleep(50_000)
      writer.write(Data("late".utf8))
      writer.closeFile()
    }.start()
    var bytes: [UInt8] = []
    #expect(try file.read(into: &bytes, upTo: 10) == 4)
    #expect(try file.read(into: &bytes, upTo: 10) == 0)
    #expect(bytes == Array("late".utf8))
  }
}

@Suite("Replacing files and making folders")
struct WritingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(
    "A new file, and nothing beside it", arguments: ["", "một", String(repeating: "x", count: 3_000_000)])
  func new(text: String) throws {
    try replaceFile(at: folder["result.json"], with: Array(text.utf8))
    #expect(try folder.text("result.json") == text)
    #expect(try folder.names() == ["result.json"])
  }

  @Test("An old file is replaced and keeps its permissions", arguments: [0o600, 0o640, 0o444])
  func old(permissions: Int) throws {
    try folder.write("old and longer", to: "a")
    try folder.setPermissions(permissions, "a")
    var before = try InputFile(path: folder["a"])
    try replaceFile(at: folder["a"], with: Array("new".utf8))
    #expect(try folder.text("a") == "new")
    #expect(try folder.permissions("a") == permissions)
    #expect(try folder.names() == ["a"])
    // Who had it open still has the old one.
    var bytes: [UInt8] = []
    _ = try before.read(into: &bytes, upTo: 100)
    #expect(bytes == Array("old and longer".utf8))
  }

  @Test("A link is replaced, what it led to is not touched")
  func link() throws {
    try folder.write("target", to: "a")
    try folder.link("b", to: "a")
    try replaceFile(at: folder["b"], with: Array("new".utf8))
    #expect(try folder.text("a") == "target")
    #expect(try folder.text("b") == "new")
  }

  @Test("A missing folder: a failure, and nothing is left")
  func missingFolder() throws {
    let failure = failure { try replaceFile(at: folder["none/a"], with: [1]) }
    #expect(failure?.operation == .replace)
    #expect(failure?.path == folder["none/a"])
    #expect(failure?.isMissing == true)
    #expect(try folder.names().isEmpty)
  }

  @Test("A folder, a pipe or a device is not replaced")
  func notRegular() throws {
    try folder.folder("f")
    folder.pipe("p")
    #expect(failure { try replaceFile(at: folder["f"], with: [1]) }?.errno == EISDIR)
    #expect(failure { try replaceFile(at: folder["p"], with: [1]) }?.errno == ENOTSUP)
    #expect(failure { try replaceFile(at: "/dev/null", with: [1]) }?.errno == ENOTSUP)
    #expect(try folder.names() == ["f", "p"])
  }

  @Test("A folder in which nothing may be made leaves the old file", .enabled(if: !isSuperuser))
  func forbidden() throws {
    try folder.folder("f")
    try folder.write("old", to: "f/a")
    try folder.setPermissions(0o500, "f")
    defer { try? folder.setPermissions(0o700, "f") }
    #expect(failure { try replaceFile(at: folder["f/a"], with: [1]) }?.isForbidden == true)
    #expect(try folder.text("f/a") == "old")
    #expect(try folder.names(in: "f") == ["a"])
  }

  @Test("A failure after the new file was begun removes it")
  func failingLate() throws {
    // Only the last step, the renaming, minds the slash.
    #expect(throws: FileFailure.self) { try replaceFile(at: folder["a/"], with: [1]) }
    #expect(try folder.names().isEmpty)
  }

  @Test("Folders with those on the way", arguments: ["a", "a/b/c", "a//b/", "./a", "đại hội/kết quả"])
  func folders(name: String) throws {
    try makeFolder(folder[name])
    try makeFolder(folder[name])
    #expect(try folder.names(in: name).isEmpty)
  }

  @Test("A folder that takes no folders is a failure, not an endless attempt", .enabled(if: hasProc))
  func folderThatTakesNone() {
    #expect(throws: FileFailure.self) { try makeFolder("/proc/kiemphieu/none") }
  }

  @Test("A file in the way of a folder")
  func fileInTheWay() throws {
    try folder.write("", to: "a")
    #expect(failure { try makeFolder(folder["a"]) }?.errno == EEXIST)
    #expect(failure { try makeFolder(folder["a/b"]) }?.errno == ENOTDIR)
    #expect(failure { try makeFolder("") }?.isMissing == true)
  }

  @Test("A link to a folder is a folder, a link to nothing is not")
  func linksInTheWay() throws {
    try folder.folder("a")
    try folder.link("b", to: "a")
    try folder.link("c", to: "none")
    try makeFolder(folder["b"])
    #expect(throws: FileFailure.self) { try makeFolder(folder["c"]) }
  }
}
