#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// An open file; closed when the value goes out of use.
  struct Descriptor: ~Copyable {
    let number: Int32

    deinit {
      // What was written has been synchronised before, or is not worth a failure; what was read has no more to say.
      _ = close(number)
    }
  }

  /// Opens for reading, without waiting for a writer where `path` names a pipe.
  static func openForReading(_ path: String) throws(Failure) -> Descriptor {
    try check(path)
    let file = Descriptor(
      number: try repeated { unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) })
    // Not waiting was meant for the opening only: reading from a pipe shall wait for its writer.
    let flags = try repeated { fcntl(file.number, F_GETFL) }
    _ = try repeated { fcntl(file.number, F_SETFL, flags & ~O_NONBLOCK) }
    return file
  }

  /// Creates a file that must not exist yet, with permissions `mode` less those that the user never gives.
  static func create(_ path: String, mode: mode_t) throws(Failure) -> Descriptor {
    try check(path)
    return Descriptor(
      number: try repeated { unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode) })
  }

  /// Creates a file for writing and reading that has lost its name `path` by the time it is returned.
  static func createNameless(_ path: String) throws(Failure) -> Descriptor {
    try check(path)
    let file = Descriptor(
      number: try repeated { unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600) })
    try remove(path)
    return file
  }

  /// Reads up to `count` bytes behind those of `buffer`; 0 at the end of the file.
  static func read(_ file: borrowing Descriptor, into buffer: inout [UInt8], upTo count: Int) throws(Failure)
    -> Int
  {
    let number = file.number
    return try unsafe appendBytes(to: &buffer, upTo: count) { (free) throws(Failure) in
      try repeated { unsafe systemRead(number, free.baseAddress, free.count) }
    }
  }

  /// Reads up to `count` bytes at `offset` of the file behind those of `buffer`; 0 beyond the end.
  static func read(
    _ file: borrowing Descriptor, at offset: Int, into buffer: inout [UInt8], upTo count: Int
  ) throws(Failure) -> Int {
    try read(file.number, at: offset, into: &buffer, upTo: count)
  }

  /// The same for the number of an open file.
  static func read(
    _ number: Int32, at offset: Int, into buffer: inout [UInt8], upTo count: Int
  ) throws(Failure) -> Int {
    try unsafe appendBytes(to: &buffer, upTo: count) { (free) throws(Failure) in
      try repeated { unsafe pread(number, free.baseAddress, free.count, off_t(offset)) }
    }
  }

  static func appendBytes(
    to buffer: inout [UInt8], upTo count: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    var filled = 0
    try buffer.append(addingCapacity: count) { (span) throws(Failure) in
      try unsafe span.withUnsafeMutableBufferPointer { (free, initialized) throws(Failure) in
        // The array may have more room than was asked for; the caller's bound holds.
        let room = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(free)[..<count])
        filled = try unsafe fill(room)
        initialized = filled
      }
    }
    return filled
  }

  /// Writes all of `bytes`, waiting where the other end is slow.
  static func writeAll(_ number: Int32, _ bytes: RawSpan) throws(Failure) {
    var written = 0
    while written < bytes.byteCount {
      let rest = bytes.extracting(droppingFirst: written)
      let result = unsafe rest.withUnsafeBytes { unsafe systemWrite(number, $0.baseAddress, $0.count) }
      if result >= 0 {
        written += result
        continue
      }
      let failure = Failure.last
      switch failure.errno {
      case EINTR: continue
      case EAGAIN: try waitUntilWritable(number)
      default: throw failure
      }
    }
  }

  private static func waitUntilWritable(_ number: Int32) throws(Failure) {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    _ = try repeated { unsafe poll(&request, 1, -1) }
  }

  /// Has the system put on the medium what was written to a file, or what was changed in a folder.
  static func synchronize(_ file: borrowing Descriptor) throws(Failure) {
    let number = file.number
    do throws(Failure) {
      _ = try repeated { fsync(number) }
    } catch  where error.errno == EINVAL || error.errno == ENOTSUP {
      // A file system that cannot say so; there is nothing more to be had from it.
    }
  }

  /// Gives the file the permissions `mode`.
  static func setPermissions(_ file: borrowing Descriptor, _ mode: mode_t) throws(Failure) {
    let number = file.number
    _ = try repeated { fchmod(number, mode) }
  }

  /// Writes all of `bytes` at `offset` of a file.
  static func writeAll(_ number: Int32, _ bytes: RawSpan, at offset: Int) throws(Failure) {
    var written = 0
    while written < bytes.byteCount {
      let rest = bytes.extracting(droppingFirst: written)
      written += try repeated {
        unsafe rest.withUnsafeBytes {
          unsafe pwrite(number, $0.baseAddress, $0.count, off_t(offset + written))
        }
      }
    }
  }

  /// Milliseconds by a clock that is never set back, from a moment of the system's choice.
  static func monotonicMilliseconds() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  /// Opens what cannot be read or written in the places of standard streams that are closed.
  static func holdStandardStreams() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is taken.
      _ = unsafe open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  static func isTerminal(_ number: Int32) -> Bool {
    isatty(number) == 1
  }

  /// Ends the process.
  static func exit(_ status: Int32) -> Never {
    systemExit(status)
  }
}

// Within an extension that has functions of the same names, the system's are not found.

private func systemExit(_ status: Int32) -> Never {
  exit(status)
}

private func systemRead(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(file, start, count)
}

private func systemWrite(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, start, count)
}
