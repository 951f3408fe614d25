/// Bytes that never change, on the heap or in a mapped file, and what keeps them there.
public struct ColumnMemory: Sendable {
  private let owner: any AnyObject & Sendable
  // An address, because a pointer is not Sendable; what it leads to never changes.
  private let address: UInt
  /// How many bytes there are.
  public let count: Int

  /// Bytes that stay where they are, unchanged, as long as the owner lives.
  ///
  /// The address must suit the largest number that is read from there.
  public init(_ bytes: UnsafeRawBufferPointer, owner: any AnyObject & Sendable) {
    self.owner = owner
    address = UInt(bitPattern: bytes.baseAddress)
    count = bytes.count
  }

  /// A copy of some numbers.
  public init<Number: BitwiseCopyable>(copying numbers: [Number]) {
    let bytes = HeapBytes(count: numbers.count * MemoryLayout<Number>.stride)
    numbers.withUnsafeBytes { bytes.mutable.copyMemory(from: $0) }
    self.init(UnsafeRawBufferPointer(bytes.mutable), owner: bytes)
  }

  /// Hands out the bytes as numbers; what does not make up a whole number is left out.
  public func with<Number: BitwiseCopyable, Result, Failure: Error>(
    _ type: Number.Type,
    _ body: (UnsafeBufferPointer<Number>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    let start = UnsafeRawPointer(bitPattern: address)?.assumingMemoryBound(to: Number.self)
    let count = count / MemoryLayout<Number>.stride
    return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Some of the bytes, or nil where the range reaches beyond them.
  public func slice(_ range: Range<Int>) -> ColumnMemory? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    let start = UnsafeRawPointer(bitPattern: address).map { $0 + range.lowerBound }
    return ColumnMemory(UnsafeRawBufferPointer(start: start, count: range.count), owner: owner)
  }
}

/// Bytes on the heap.
final class HeapBytes: Sendable {
  private let address: UInt
  let count: Int

  /// Zeros.
  init(count: Int) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 8), alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    address = UInt(bitPattern: bytes.baseAddress)
    self.count = count
  }

  deinit { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }

  /// For filling it, before anybody else sees it, and for reading.
  var mutable: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(
      start: UnsafeMutableRawPointer(bitPattern: address),
      count: count
    )
  }
}
