import Machine

/// One ballot file, counted and digested in one reading.
struct BallotFile {
  var name: String
  /// Where it lies, without links.
  var path: String
  var bytes: Int
  /// Of the kind that was asked for; `nil` for none.
  var digest: Digest?
  /// Why it cannot be counted.
  var fault: ReadingFault?

  private static let pieceSize = 1 << 20

  /// Reads a file, adding its ballots to `recount`. What a faulty file added counts for nothing.
  ///
  /// - Parameters:
  ///   - path: where it lies, without links.
  ///   - name: as the result calls it.
  ///   - kind: which digest to take.
  static func read(
    _ path: String, name: String, digest kind: DigestKind, into recount: inout ContestRecount,
    _ serials: inout SerialNumbers, identities: inout Set<FileIdentity>
  ) -> Result<BallotFile, Absence> {
    recount.files.append(ContestRecount.File(name: name))
    do throws(FileFailure) {
      var input = try InputFile(path: path, allowsPipes: false)
      var file = BallotFile(name: name, path: path, bytes: 0)
      if !identities.insert(input.identity).inserted {
        file.fault = ReadingFault(
          "chính tệp này đã được đếm dưới tên khác", "this very file was counted under another name")
      }
      var head: [UInt8] = []
      if input.isRegular, input.size >= PackedHeader.mark.count {
        try input.read(at: 0, count: PackedHeader.mark.count, into: &head)
      }
      if head == PackedHeader.mark {
        return .success(try packed(input, file, kind, &recount))
      }
      try text(&input, &file, kind, &recount, &serials)
      return .success(file)
    } catch {
      return .failure(Absence(name, error))
    }
  }

  private static func text(
    _ input: inout InputFile, _ file: inout BallotFile, _ kind: DigestKind, _ recount: inout ContestRecount,
    _ serials: inout SerialNumbers
  ) throws(FileFailure) {
    var digest = ContentDigest(kind)
    var text = BallotText(recount.ballots)
    var piece: [UInt8] = []
    while try input.read(into: &piece, upTo: pieceSize) > 0 {
      digest.update(piece)
      // Behind a fault the bytes are digested only.
      if file.fault == nil {
        do throws(ReadingFault) {
          try text.take(piece, into: &recount, &serials)
        } catch {
          file.fault = error
        }
      }
      piece.removeAll(keepingCapacity: true)
    }
    if file.fault == nil {
      do throws(ReadingFault) {
        try text.end(into: &recount, &serials)
      } catch {
        file.fault = error
      }
    }
    file.bytes = digest.byteCount
    file.digest = digest.finalize()
  }

  private static func packed(
    _ input: consuming InputFile, _ file: BallotFile, _ kind: DigestKind, _ recount: inout ContestRecount
  ) throws(FileFailure) -> BallotFile {
    var file = file
    file.bytes = input.size
    let path = input.path
    var reader = PackedBallotFile(input, recount.ballots, digest: ContentDigest(kind))
    do throws(PackedFailure) {
      file.digest = try reader.count(into: &recount).finalize()
    } catch {
      switch error {
      case .file(let failure): throw failure
      case .fault(let fault):
        file.fault = file.fault ?? fault
        file.digest = try digestOnly(path, kind)
      }
    }
    return file
  }

  private static func digestOnly(_ path: String, _ kind: DigestKind) throws(FileFailure) -> Digest? {
    var input = try InputFile(path: path, allowsPipes: false)
    var digest = ContentDigest(kind)
    var piece: [UInt8] = []
    while try input.read(into: &piece, upTo: pieceSize) > 0 {
      digest.update(piece)
      piece.removeAll(keepingCapacity: true)
    }
    return digest.finalize()
  }
}
