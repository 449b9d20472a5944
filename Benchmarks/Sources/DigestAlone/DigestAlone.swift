import Machine

/// The digest of a file and nothing else, read and shared among threads as the program does it, for the comparison.
///
///     DigestAlone KIND FILE JOBS     KIND is sha256, tree, or tree+sum, which adds up the words of the file as well
@main
enum DigestAlone {
  /// Bytes read at a time.
  private static let size = 1 << 20

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let jobs = Int(arguments[3]), jobs > 0,
      let kind = DigestKind(rawValue: arguments[1].split(separator: "+").first.map(String.init) ?? "")
    else { exitProcess(64) }
    let sums = arguments[1].hasSuffix("+sum")
    let file = try InputFile(path: arguments[2])
    let (digest, total) = workInOrder(
      count: (file.size + size - 1) / size, jobs: jobs, ordered: ContentDigest(kind), merged: UInt64(0),
      makeWorker: { [UInt8]() },
      work: { bytes, index, turn in
        Words.beginAligned(&bytes, with: index * size, capacity: size)
        let start = bytes.count
        do throws(FileFailure) {
          try file.read(at: index * size, count: min(size, file.size - index * size), into: &bytes)
        } catch {
          exitProcess(74)
        }
        turn.take(bytes[start...], kind, inLeaves: true)
        return sums ? sum(bytes[start...]) : 0
      },
      merge: { total, sum in
        total &+= sum
        return true
      })
    print(digest.finalize()?.hex ?? "", total)
  }

  /// The sum of all words of eight bytes.
  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum: UInt64 = 0
    bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count & ~7, by: 8) {
        sum &+= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
    }
    return sum
  }
}
