package import JSONLogic
package import RapportCore

/// One JSON document of a store, read whole; what is wrong with it becomes a problem.
package struct DocumentFile: Sendable {
  /// More than any definition needs; a bound on what a hostile file can cost.
  package static let largest = 16 << 20

  /// Relative to the store, for messages.
  package var name: String
  package var path: String

  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// The document, or nil; nil without a problem means that there is no such file.
  package func read() -> (document: JSON?, problems: [Problem]) {
    do throws(FileError) {
      let file = try OpenFile(path, for: .reading)
      let status = try file.status()
      guard status.kind == .file else {
        return failure("this is not a file", remedy: "move it away")
      }
      guard status.size <= Self.largest else {
        let size = "\(status.size >> 20) MiB"
        return failure("the file is too large (\(size))", remedy: "definitions have at most 16 MiB")
      }
      return parse(try file.read(0..<status.size))
    } catch {
      guard !error.isMissing else { return (nil, []) }
      return failure("cannot \(error.operation.rawValue) the file: \(error.reason)")
    }
  }

  private func parse(_ bytes: [UInt8]) -> (document: JSON?, problems: [Problem]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return failure("the file is in UTF-16", remedy: "save it as UTF-8")
    }
    guard bytes.contains(where: { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }) else {
      return failure("the file is empty", remedy: "write a JSON document, or remove the file")
    }
    do throws(JSONSyntaxError) {
      let document = try JSON(parsing: bytes)
      guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return (document, []) }
      let problem = Problem(
        .warning,
        at: Place(file: name),
        "the file begins with a byte order mark",
        remedy: "save it as UTF-8 without one"
      )
      return (document, [problem])
    } catch {
      let place = Place(file: name, line: error.line)
      let message = "column \(error.column): \(error.reason)"
      return (nil, [Problem(.error, at: place, message, remedy: error.remedy)])
    }
  }

  private func failure(
    _ message: String,
    remedy: String? = nil
  ) -> (document: JSON?, problems: [Problem]) {
    (nil, [Problem(.error, at: Place(file: name), message, remedy: remedy)])
  }
}
