import Foundation

/// The package as it lies on disk: its manifest, its page and its sources.
struct SourceTree {
  let root: URL

  init() {
    root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Paths below `folder`, relative to the root, with one of `endings`, sorted.
  func files(below folder: String, endings: Set<String>) -> [String] {
    let base = root.appending(path: folder).path(percentEncoded: false)
    let paths = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return paths.filter { endings.contains(($0 as NSString).pathExtension) }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// What each target of `Package.swift` depends on: targets of ours and products of others, by name.
  func dependencies() throws -> [String: Set<String>] {
    let manifest = try text("Package.swift")
    var result: [String: Set<String>] = [:]
    for opening in manifest.ranges(of: /\.(target|executableTarget)\(/) {
      let body = balanced(manifest[opening.upperBound...])
      // What lies under Tests serves the tests alone.
      guard let name = body.firstMatch(of: /name: "([\w-]+)"/)?.1, !body.contains("path: \"Tests/")
      else { continue }
      var names: Set<String> = []
      if let list = body.firstRange(of: /dependencies: \[/) {
        let inside = body[list.upperBound...].prefix { $0 != "]" }
        let products = inside.replacing(/package: "[^"]*"/, with: "")
        names = Set(products.matches(of: /"([\w-]+)"/).map { String($0.1) })
      }
      result[String(name)] = names
    }
    return result
  }

  /// What the sources of `target` import, system modules included, by file.
  func imports(of target: String) throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for file in files(below: "Sources/\(target)", endings: ["swift"]) {
      // Without a regular expression: a hundred thousand lines would take most of a minute in debug.
      let names = try text(file).utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
        let words = line.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" }
        guard let position = words.prefix(2).firstIndex(of: "import"),
          position == 0
            || ["public", "package", "internal", "private", "@testable"].contains(words[0])
        else { return String?.none }
        return words.last?.split(separator: ".").first.map { String($0) }
      }
      result[file] = Set(names)
    }
    return result
  }

  /// The arrows that `ARCHITECTURE.md` draws: rows of the table "The house".
  func arrows() throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for line in try text("ARCHITECTURE.md").split(separator: "\n") {
      guard let row = line.wholeMatch(of: /\| `([\w-]+)` \|[^|]*\|([^|]*)\|/) else { continue }
      result[String(row.1)] = Set(row.2.matches(of: /`([\w-]+)`/).map { String($0.1) })
    }
    return result
  }

  /// The text up to the parenthesis that closes the one before it.
  private func balanced(_ text: Substring) -> Substring {
    var depth = 1
    let end = text.firstIndex { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth == 0
    }
    return text[..<(end ?? text.endIndex)]
  }
}
