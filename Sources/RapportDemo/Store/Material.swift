import CEmbedded
import JSONLogic

/// The hand-written files that are part of the program.
enum Material {
  /// The parsed file; null where it is missing or damaged, which a test rules out.
  static func json(_ name: String) -> JSON {
    guard let bytes = bytes(name), let json = try? JSON(parsing: bytes) else { return .null }
    return json
  }

  static func bytes(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    var count = 0
    let files = UnsafeBufferPointer(start: embedded_demo(&count), count: count)
    for file in files where String(cString: file.name) == name {
      return UnsafeBufferPointer(start: file.bytes, count: file.length)
    }
    return nil
  }
}
