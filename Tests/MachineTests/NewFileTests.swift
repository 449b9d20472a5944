import Machine
import Testing

@Suite("New files")
struct NewFileTests {
  private func write(_ text: String, to file: NewFile) throws {
    var buffer = OutputBuffer()
    buffer.append(text.utf8)
    try buffer.withBytes { (bytes) throws(FileFailure) in try file.write(bytes) }
  }

  @Test("The old file is there until the new one is complete")
  func complete() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    let file = try NewFile(replacing: folder["a"])
    try write("new ", to: file)
    #expect(try folder.text("a") == "old")
    try write("file", to: file)
    try file.finish()
    #expect(try folder.text("a") == "new file")
    #expect(try folder.names() == ["a"])
  }

  @Test("A file that is not finished leaves nothing behind")
  func unfinished() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try NewFile(replacing: folder["a"])
      try write("half", to: file)
      #expect(try folder.names().count == 1)
    }
    #expect(try folder.names().isEmpty)
  }

  @Test("Folders and missing folders are refused")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.folder("b")
    for name in ["b", "c/d"] {
      #expect(throws: FileFailure.self) { try NewFile(replacing: folder[name]) }
    }
    #expect(try folder.names() == ["b"])
  }
}
