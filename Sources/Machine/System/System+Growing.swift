#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  static let wouldBlock = EWOULDBLOCK
  static let full = ENOSPC
  static let overQuota = EDQUOT

  /// Opens for reading and writing, and makes the file where it is missing.
  static func openForGrowing(_ path: String) throws(Failure) -> Descriptor {
    try check(path)
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    return Descriptor(number: try repeated { unsafe open(path, flags, 0o666) })
  }

  /// Takes hold of a file for this process alone, without waiting.
  static func lock(_ file: borrowing Descriptor) throws(Failure) {
    let number = file.number
    do throws(Failure) {
      _ = try repeated { flock(number, LOCK_EX | LOCK_NB) }
    } catch  where error.errno == ENOTSUP || error.errno == ENOSYS || error.errno == EINVAL {
      // A file system that knows no locks; there is nothing more to be had from it.
    }
  }

  static func truncate(_ file: borrowing Descriptor, to size: Int) throws(Failure) {
    let number = file.number
    _ = try repeated { ftruncate(number, off_t(size)) }
  }

  /// Lets a write beyond the largest file that the user may make fail, instead of ending the process.
  static func ignoreFileSizeSignal() {
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Seconds since the beginning of 1970 in Coordinated Universal Time, as the system's clock has them.
  static func secondsSince1970() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec)
  }
}
