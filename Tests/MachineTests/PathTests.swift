import Foundation
import Machine
import Testing

@Suite("Paths")
struct PathTests {
  @Test(
    "Folder and last part",
    arguments: [
      ("a/b/c", "a/b", "c"), ("c", ".", "c"), ("/c", "/", "c"), ("/", "/", "/"), ("//", "/", "/"),
      ("a/b/", "a", "b"), ("a//b", "a", "b"), ("//a", "/", "a"), ("", ".", ""), ("./a", ".", "a"),
      ("a/\u{301}b", "a", "\u{301}b"),
    ])
  func parts(path: String, folder: String, name: String) {
    #expect(directory(of: path) == folder)
    #expect(lastComponent(of: path) == name)
  }

  @Test(
    "Joining",
    arguments: [
      ("a", "b", "a/b"), ("a/", "b", "a/b"), (".", "b", "b"), ("", "b", "b"), ("a", "/b", "/b"),
      ("/", "b", "/b"),
      ("a", "", "a"),
    ])
  func joining(folder: String, path: String, joined: String) {
    #expect(join(folder, path) == joined)
  }

  @Test(
    "The shortest spelling of a relative path",
    arguments: [
      ("a", "a"), ("./a//b", "a/b"), ("a/./b/", "a/b"), (".", "."), ("./", "."), ("..a", "..a"),
      ("a..", "a.."),
      (".../a", ".../a"), ("phiếu bầu.csv", "phiếu bầu.csv"), ("a\\b", "a\\b"), (" a", " a"),
      ("", nil), ("/", nil), ("/a", nil), ("//a", nil), ("..", nil), ("../a", nil), ("a/..", nil),
      ("a/../b", nil),
      ("a/../../b", nil), ("./..", nil), ("a\0b", nil),
    ])
  func normalizing(path: String, shortest: String?) {
    #expect(normalized(relativePath: path) == shortest)
  }
}

@Suite("Confined folders")
struct ConfinedFolderTests {
  let outer: TemporaryFolder

  init() throws {
    outer = try TemporaryFolder()
    try outer.folder("in/sub")
    try outer.folder("in2")
    try outer.write("x", to: "in/a.csv")
    try outer.write("x", to: "in/sub/b.csv")
    try outer.write("x", to: "secret")
    try outer.write("x", to: "in2/a.csv")
    try outer.link("in/ok", to: "sub/b.csv")
    try outer.link("in/round", to: "../in/a.csv")
    try outer.link("in/out", to: "../secret")
    try outer.link("in/absolute", to: outer["secret"])
    try outer.link("in/folder", to: "../in2")
    try outer.link("in/chain", to: "out")
    try outer.link("in/loop", to: "loop")
    try outer.link("entry", to: "in")
  }

  @Test(
    "Inside and outside, through links",
    arguments: [
      ("a.csv", "in/a.csv", false), ("sub/b.csv", "in/sub/b.csv", false), ("ok", "in/sub/b.csv", false),
      ("round", "in/a.csv", false), (".", "in", false), ("out", "secret", true), ("absolute", "secret", true),
      ("folder/a.csv", "in2/a.csv", true), ("chain", "secret", true), ("../secret", "secret", true),
      ("../in2/a.csv", "in2/a.csv", true), ("sub/../a.csv", "in/a.csv", false),
    ], ["in", "entry", "in/", "./in"])
  func locate(file: (name: String, real: String, outside: Bool), folder: String) throws {
    let confined = try ConfinedFolder(path: outer[folder])
    let location = try confined.locate(file.name)
    #expect(location.realPath == outer[file.real])
    #expect(location.isOutside == file.outside)
    #expect(location.path == join(outer[folder], file.name))
  }

  @Test("What is not there", arguments: ["none", "sub/none", "a.csv/x", "loop"])
  func missing(name: String) throws {
    let confined = try ConfinedFolder(path: outer["in"])
    let failure = failure { _ = try confined.locate(name) }
    #expect(failure?.operation == .resolve)
    #expect(failure?.isMissing == (name != "loop"))
  }

  @Test("An absolute path is taken as it stands, and lies outside")
  func absolute() throws {
    let confined = try ConfinedFolder(path: outer["in"])
    #expect(try confined.locate(outer["secret"]).isOutside)
    #expect(try !confined.locate(outer["in/a.csv"]).isOutside)
    #expect(try !ConfinedFolder(path: "/").locate(outer["secret"]).isOutside)
  }

  @Test("A file is no folder")
  func notAFolder() {
    #expect(failure { _ = try ConfinedFolder(path: outer["secret"]) }?.errno == ENOTDIR)
    #expect(failure { _ = try ConfinedFolder(path: outer["none"]) }?.errno == ENOENT)
  }
}
