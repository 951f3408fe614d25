import CSimdJSON

/// Hashes of ids; never 0.
enum SnapshotHash {
  /// For hashes that need not be those of a snapshot.
  static let anySeed: UInt64 = 0x5EED

  static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    return max(1, simd_hash(start, bytes.count, seed))
  }

  static func hash(_ text: String, seed: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { hash(UnsafeRawBufferPointer($0), seed: seed) }
  }
}
