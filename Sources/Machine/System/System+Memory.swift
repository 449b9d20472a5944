#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// Makes room for so many bytes: in large pages where they are many and the system has such pages, where they are copied and read faster.
  static func reserve(_ bytes: inout [UInt8], _ capacity: Int) {
    guard bytes.capacity < capacity else { return }
    guard capacity >= largePage / 2 else { return bytes.reserveCapacity(capacity) }
    // A whole number of large pages together with what stands before the elements: only those does the system begin with one.
    let before = 64
    let size = (before + capacity + largePage - 1) / largePage * largePage
    bytes.reserveCapacity(size - before)
    #if os(Linux)
      unsafe bytes.withUnsafeMutableBufferPointer { bytes in
        let first = Int(bitPattern: bytes.baseAddress) & ~(smallPage - 1)
        // About memory of the array alone; a system that cannot do it (Linux before 6.1) leaves everything as it is.
        _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), size, collapse)
      }
    #endif
  }

  private static let largePage = 1 << 21
  private static let smallPage = 1 << 12
  /// `MADV_COLLAPSE`, which the headers of older C libraries do not know.
  private static let collapse: Int32 = 25
}
