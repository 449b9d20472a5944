import Foundation
import Machine
import Testing

@Suite("Process", .serialized)
struct ProcessTests {
  @Test("Variables of the environment")
  func variables() {
    _ = unsafe setenv("KIEMPHIEU_TEST", "phiếu", 1)
    _ = unsafe setenv("KIEMPHIEU_EMPTY", "", 1)
    #expect(environment("KIEMPHIEU_TEST") == "phiếu")
    #expect(environment("KIEMPHIEU_EMPTY") == "")
    #expect(environment("KIEMPHIEU_NOT_SET") == nil)
    #expect(environment("KIEMPHIEU_TEST\0X") == nil)
  }

  /// Runs `body` with standard error leading to `descriptor`.
  func withStandardError(_ descriptor: Int32, _ body: () throws -> Void) rethrows {
    let saved = dup(2)
    dup2(descriptor, 2)
    defer {
      dup2(saved, 2)
      close(saved)
    }
    try body()
  }

  @Test("Long texts arrive as a whole at a slow reader that does not let itself be waited for")
  func partialWrites() throws {
    let pipe = Pipe()
    let writer = pipe.fileHandleForWriting
    _ = fcntl(writer.fileDescriptor, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "kiểm phiếu\n", count: 100_000)
    let received = Received()
    Thread {
      usleep(20_000)
      received.data = pipe.fileHandleForReading.readDataToEndOfFile()
      received.done.signal()
    }.start()
    try withStandardError(writer.fileDescriptor) { try writeAll(to: .standardError, text) }
    writer.closeFile()
    received.done.wait()
    #expect(received.data == Data(text.utf8))
  }

  /// How writing to `descriptor` fails.
  func writingFailure(_ descriptor: Int32) -> FileFailure? {
    var failure: FileFailure?
    withStandardError(descriptor) {
      do throws(FileFailure) { try writeAll(to: .standardError, "x") } catch { failure = error }
    }
    return failure
  }

  @Test("A reader that has gone is a failure, not the end of the process")
  func brokenPipe() {
    ignoreBrokenPipes()
    let pipe = Pipe()
    pipe.fileHandleForReading.closeFile()
    let failure = writingFailure(pipe.fileHandleForWriting.fileDescriptor)
    #expect(failure?.errno == EPIPE)
    #expect(failure?.operation == .write)
  }

  #if os(Linux)
    @Test("A full medium is a failure")
    func fullMedium() throws {
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      #expect(writingFailure(full.fileDescriptor)?.errno == ENOSPC)
    }
  #endif

  @Test("A file is no terminal")
  func terminal() throws {
    let null = try #require(FileHandle(forWritingAtPath: "/dev/null"))
    withStandardError(null.fileDescriptor) { #expect(!isTerminal(.standardError)) }
  }
}

/// What the reading thread hands over; read only after `done`.
private final class Received: @unchecked Sendable {
  var data = Data()
  let done = DispatchSemaphore(value: 0)
}
