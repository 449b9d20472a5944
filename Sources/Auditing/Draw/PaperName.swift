/// What a paper is called so that somebody can pull it from the stack: its bundle (xấp), where papers lie in bundles, and its serial (số phiếu).
public struct PaperName: Sendable, Hashable, Comparable {
  public let bundle: Int?
  public let serial: Int

  public init(bundle: Int?, serial: Int) {
    self.bundle = bundle
    self.serial = serial
  }

  public static func < (a: PaperName, b: PaperName) -> Bool {
    (a.bundle ?? -1, a.serial) < (b.bundle ?? -1, b.serial)
  }
}
