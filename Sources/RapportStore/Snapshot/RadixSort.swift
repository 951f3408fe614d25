/// Sorts 64-bit keys in time proportional to their number.
enum RadixSort {
  private struct Entry {
    var key: UInt64
    var position: UInt32
  }

  /// So many bits at a time: the places that are written to stay near the processor.
  private static let bits: UInt64 = 11
  private static let mask: UInt64 = 1 << bits - 1

  /// The positions of the keys in ascending order; equal keys stay in theirs.
  static func order(of keys: [UInt64]) -> [UInt32] {
    var entries = keys.enumerated().map { Entry(key: $1, position: UInt32($0)) }
    var other = entries
    let passes = stride(from: UInt64(0), to: 64, by: Int(bits))
    for shift in passes {
      var starts = [Int](repeating: 0, count: Int(mask) + 2)
      for key in keys { starts[Int(key >> shift & mask) + 1] += 1 }
      // All have the same digits here.
      if starts.contains(keys.count) { continue }
      for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
      starts.withUnsafeMutableBufferPointer { starts in
        entries.withUnsafeBufferPointer { entries in
          other.withUnsafeMutableBufferPointer { other in
            for entry in entries {
              let digit = Int(truncatingIfNeeded: entry.key >> shift & mask)
              other[starts[digit]] = entry
              starts[digit] &+= 1
            }
          }
        }
      }
      swap(&entries, &other)
    }
    return entries.map(\.position)
  }
}
