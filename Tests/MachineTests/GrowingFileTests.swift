import Foundation
import Machine
import Testing

@Suite("Files that grow")
struct GrowingFileTests {
  @Test("What is appended is there, and what is cut off is gone")
  func growing() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try GrowingFile(path: folder["a"])
      #expect(file.size == 0)
      try file.append(Array("one\n".utf8))
      try file.append(Array("two\n".utf8))
      try file.overwriteBeginning(with: Array("O".utf8))
      #expect(try folder.text("a") == "One\ntwo\n")
      try file.truncate(to: 4)
      try file.append(Array("2\n".utf8))
      #expect(try file.read(limit: 100) == Array("One\n2\n".utf8))
      #expect(file.size == 6)
    }
    let again = try GrowingFile(path: folder["a"])
    #expect(again.size == 6)
    try again.append(Array("3\n".utf8))
    #expect(try folder.text("a") == "One\n2\n3\n")
  }

  @Test("A replacement takes the name in one step, and the file goes on to grow")
  func replacing() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    // What a crash left.
    try folder.write("half", to: ".a.new")
    let file = try GrowingFile(path: folder["a"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
    let old = try #require(FileHandle(forReadingAtPath: folder["a"]))
    try file.replace(with: Array("new\n".utf8))
    try file.append(Array("line\n".utf8))
    #expect(try folder.text("a") == "new\nline\n")
    // Whoever had it open sees the old one.
    #expect(try old.readToEnd() == Data("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test("Nobody else has it open, not after a replacement either")
  func lock() throws {
    let folder = try TemporaryFolder()
    func isInUse() -> Bool {
      do {
        _ = try GrowingFile(path: folder["a"])
        return false
      } catch {
        return error.isInUse
      }
    }
    do {
      let file = try GrowingFile(path: folder["a"])
      #expect(isInUse())
      try file.replace(with: [])
      #expect(isInUse())
      #expect(file.size == 0)
    }
    #expect(!isInUse())
  }

  @Test("Folders, pipes and places that do not exist are refused")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.folder("f")
    folder.pipe("p")
    for name in ["f", "p", "nowhere/a"] {
      #expect(throws: FileFailure.self) { try GrowingFile(path: folder[name]) }
    }
    #expect(throws: FileFailure.self) { try GrowingFile(path: "/dev/null") }
  }

  @Test("A file beyond the limit is not read")
  func limit() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", to: "a")
    let file = try GrowingFile(path: folder["a"])
    #expect(try file.read(limit: 5).count == 5)
    do {
      _ = try file.read(limit: 4)
      Issue.record("read")
    } catch {
      #expect(error.operation == .readWithinLimit)
    }
  }

  @Test("The clock says a time of this century")
  func clock() {
    #expect((1_700_000_000..<4_102_444_800).contains(secondsSince1970()))
  }
}
