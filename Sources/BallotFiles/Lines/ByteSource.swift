public import Machine

/// Where the bytes of a ballot file come from, in order, in pieces of any size.
public protocol ByteSource: ~Copyable {
  /// Appends the next bytes to `buffer`, at most `limit`, fewer if fewer are there.
  ///
  /// - Returns: how many; 0 at the end only.
  mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws(FileFailure) -> Int
}

extension InputFile: ByteSource {}

/// Bytes at hand, for small files that are read more than once.
public struct BytesAtHand: ByteSource {
  private var rest: ArraySlice<UInt8>

  public init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  public mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    let next = rest.prefix(limit)
    buffer += next
    rest = rest.dropFirst(next.count)
    return next.count
  }
}
