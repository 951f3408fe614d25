import CEmbedded

/// The JSON Schemas (2020-12) of every kind of file and record; they are part of the program.
package enum Schemas {
  /// Sorted: `access`, `adjustment`, `agents`, ...
  package static var kinds: [String] { files.map(\.kind) }

  /// The schema of a kind, as it is printed; nil where there is no such kind.
  package static func named(_ kind: String) -> String? {
    files.first { $0.kind == kind }?.text
  }

  private static var files: [(kind: String, text: String)] {
    var count = 0
    let files = embedded_schemas(&count)
    return UnsafeBufferPointer(start: files, count: count).map { file in
      let name = String(cString: file.name)
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
      return (String(name.prefix { $0 != "." }), String(decoding: bytes, as: UTF8.self))
    }
  }
}
