import CEmbedded

/// A theme file that is part of the program.
package struct EmbeddedTheme: Hashable, Sendable {
  package let fileName: String
  package let bytes: [UInt8]

  /// All of them, sorted by name.
  package static var all: [EmbeddedTheme] {
    var count = 0
    let files = embedded_themes(&count)
    return UnsafeBufferPointer(start: files, count: count).map { file in
      EmbeddedTheme(
        fileName: String(cString: file.name),
        bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
      )
    }
  }
}
