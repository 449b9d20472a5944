/// The cyclic redundancy check of ZIP (ITU-T V.42: polynomial 0x04C11DB7, reflected). It tells accidents, not tampering.
enum CRC32 {
  /// For each byte what it does to the register.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { register, byte in
      table[Int(UInt8(truncatingIfNeeded: register) ^ byte)] ^ (register >> 8)
    }
  }
}
