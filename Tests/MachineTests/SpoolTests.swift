import Machine
import Testing

@Suite("Bytes kept for later")
struct SpoolTests {
  @Test(
    "They come back in order, from memory or a file", arguments: [0, 1, 7, 100, 10_000], [1, 6, 64, 5000])
  func inOrder(memory: Int, size: Int) throws {
    let folder = try TemporaryFolder()
    for path in [folder["a"], nil] {
      let spool = Spool(beside: path, memory: memory)
      var expected: [UInt8] = []
      for count in [0, 1, 2, 50, 3, 900, 0, 7] {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: expected.count + $0) }
        expected += bytes
        try spool.append(bytes)
        #expect(spool.count == expected.count)
      }
      #expect(try folder.names().isEmpty)
      var found: [UInt8] = []
      try spool.forEachPiece(of: size) { piece in
        #expect(piece.count == size || found.count + piece.count == expected.count)
        found += piece
      }
      #expect(found == expected)
    }
  }

  @Test("A place that is not there is told when it is needed")
  func missing() throws {
    let folder = try TemporaryFolder()
    let spool = Spool(beside: folder["b/a"], memory: 10)
    try spool.append([1, 2, 3])
    let failure = #expect(throws: FileFailure.self) {
      try spool.append(Array(repeating: 4, count: 10))
    }
    #expect(failure?.operation == .write)
    #expect(failure?.path == folder["b/a"])
  }
}
