import Machine
import Testing

@Suite("Folder listing")
struct FolderListingTests {
  @Test("Files, folders and links in the order of their bytes, hidden ones too")
  func listing() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "b")
    try folder.write("x", to: ".hidden")
    try folder.write("x", to: "Đ")
    try folder.folder("a")
    try folder.link("link", to: "a")
    folder.pipe("pipe")
    let entries = try entries(ofFolder: folder.path)
    #expect(entries.map(\.name) == [".hidden", "a", "b", "link", "pipe", "Đ"])
    #expect(entries.map(\.kind) == [.file, .folder, .file, .other, .other, .file])
  }

  @Test("An empty folder, a file and nothing at all")
  func others() throws {
    let folder = try TemporaryFolder()
    #expect(try entries(ofFolder: folder.path).isEmpty)
    try folder.write("x", to: "file")
    #expect(throws: FileFailure.self) { try entries(ofFolder: folder["file"]) }
    #expect { try entries(ofFolder: folder["nowhere"]) } throws: { ($0 as? FileFailure)?.isMissing == true }
  }
}
