import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many paths can be remembered at once. Others are left behind when a signal ends the process.
private let placeCount = 256

/// Where the handler of signals finds the paths: addresses of NUL-terminated copies, 0 where there is none.
///
/// The copies are never freed, since the handler may be at one of them when it is forgotten; they are few. The places are made before the
/// handler is set.
nonisolated(unsafe) private let places = {
  let places = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: placeCount)
  for place in 0..<placeCount { unsafe (places + place).initialize(to: Atomic(0)) }
  return unsafe places
}()

/// Sets the handler once, for the signals that would end the process and that nobody else handles or ignores.
private let handlesSignals: Bool = {
  _ = unsafe places
  for number in System.terminatingSignals {
    if let other = signal(number, removeAndEnd) { _ = signal(number, other) }
  }
  return true
}()

/// Does nothing but what may be done in a handler: removes files and folders, and has the signal come once more without a handler.
private func removeAndEnd(_ number: Int32) {
  for place in 0..<placeCount { unsafe withPath(at: place) { _ = unsafe unlink($0) } }
  for place in (0..<placeCount).reversed() { unsafe withPath(at: place) { _ = unsafe rmdir($0) } }
  _ = signal(number, SIG_DFL)
  _ = raise(number)
}

private func withPath(at place: Int, _ body: (UnsafePointer<CChar>) -> Void) {
  if let path = unsafe UnsafePointer<CChar>(bitPattern: places[place].load(ordering: .acquiring)) {
    unsafe body(path)
  }
}

extension System {
  /// A path at which nothing is to be left if a signal ends the process while the value is in use; a signal that cannot be handled
  /// (`SIGKILL`) leaves it.
  struct Unfinished: ~Copyable {
    private let place: Int?

    /// To be made before the file or folder is.
    init(_ path: String) {
      precondition(handlesSignals)
      guard let copy = unsafe strdup(path) else {
        place = nil
        return
      }
      let address = UInt(bitPattern: copy)
      place = (0..<placeCount).first { place in
        unsafe places[place].compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing)
          .exchanged
      }
    }

    deinit {
      if let place { unsafe places[place].store(0, ordering: .releasing) }
    }
  }
}
