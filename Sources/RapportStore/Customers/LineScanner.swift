import Glibc

/// One line of a file of records.
struct RecordLine {
  /// Without the newline; empty where the line is longer than a scanner takes.
  var bytes: UnsafeBufferPointer<UInt8>
  /// Where it stands in the file, without the newline.
  var range: Range<Int>
  var isTooLong: Bool
}

/// Reads a file of lines in large pieces, never all of it, and nothing into a map: a file that is
/// truncated while it is read then ends early and does no harm.
struct LineScanner: ~Copyable {
  /// A longer line is damage, whatever it contains.
  static let longestLine = 16 << 20
  private static let firstPiece = 1 << 20
  /// Readable bytes behind every line, as fast parsers want them.
  static let padding = 64

  private var buffer: UnsafeMutableRawBufferPointer
  private var filled = 0
  /// Where in the file the buffer begins.
  private var base: Int
  /// In the buffer, how far lines were handed out.
  private var position = 0
  private var isSkipping = false

  init(from offset: Int) {
    base = offset
    buffer = .allocate(byteCount: Self.firstPiece + Self.padding, alignment: 64)
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit { buffer.deallocate() }

  /// Up to where complete lines have been handed out.
  var offset: Int { base + position }

  /// The next line that ends before `limit`; nil at the end.
  ///
  /// The bytes live until the next call.
  mutating func next(of file: borrowing OpenFile, limit: Int) throws(FileError) -> RecordLine? {
    var searched = position
    while true {
      if let end = newline(from: searched) {
        let line = RecordLine(
          bytes: isSkipping ? bytes(0..<0) : bytes(position..<end),
          range: offset..<base + end,
          isTooLong: isSkipping
        )
        isSkipping = false
        position = end + 1
        return line
      }
      if filled - position > Self.longestLine { isSkipping = true }
      if isSkipping {
        // Only where the line began is remembered.
        position = filled
      }
      searched = filled - position
      guard try fill(file, limit: limit) else { return nil }
    }
  }

  /// What follows the last newline, where the file ends without one.
  var rest: RecordLine? {
    guard position < filled, !isSkipping else { return nil }
    return RecordLine(
      bytes: bytes(position..<filled),
      range: offset..<base + filled,
      isTooLong: false
    )
  }

  private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let piece = UnsafeRawBufferPointer(rebasing: buffer[range])
    return piece.assumingMemoryBound(to: UInt8.self)
  }

  private func newline(from start: Int) -> Int? {
    guard start < filled, let first = buffer.baseAddress,
      let found = memchr(first + start, 0x0A, filled - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(first)
  }

  /// Moves what is left to the front and reads more behind it; false at the end.
  private mutating func fill(
    _ file: borrowing OpenFile,
    limit: Int
  ) throws(FileError) -> Bool {
    let kept = filled - position
    if position > 0, let first = buffer.baseAddress { memmove(first, first + position, kept) }
    base += position
    position = 0
    filled = kept
    if kept * 2 > buffer.count { grow(to: buffer.count * 2) }
    let room = min(buffer.count - Self.padding - filled, limit - base - filled)
    guard room > 0 else { return false }
    let target = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + room])
    let count = try file.read(into: target, at: base + filled)
    filled += count
    return count > 0
  }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    larger.initializeMemory(as: UInt8.self, repeating: 0)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    buffer.deallocate()
    buffer = larger
  }
}
