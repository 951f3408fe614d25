import FoundationEssentials
import JSONLogic
import Terminal

/// The themes there are: built in, and in the user's folders.
package struct ThemeLibrary: Sendable {
  /// Where a theme was found.
  package struct Source: Hashable, Sendable {
    package let name: String
    /// Nil where it is built in.
    package let path: String?
    let bytes: [UInt8]?
  }

  /// The theme whose colours are the terminal's own.
  package static let standardName = "terminal"
  /// A theme's file is read no further than this.
  private static let sizeLimit = 1 << 20

  /// Sorted by name, one of each.
  package let sources: [Source]

  /// The built-in themes and those in folders, of which earlier ones go first.
  ///
  /// Folders that are not there are passed over. A `file` of its own goes before all of them.
  package init(folders: [String] = [], file: String? = nil) {
    var found: [String: Source] = [:]
    for theme in EmbeddedTheme.all {
      let name = Self.themeName(theme.fileName)
      found[name] = Source(name: name, path: nil, bytes: theme.bytes)
    }
    for folder in folders.reversed() {
      // A folder that cannot be listed has no themes to offer; `doctor` names the folders.
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for file in files where file.hasSuffix(".json") && !file.hasPrefix(".") {
        let name = Self.themeName(file)
        found[name] = Source(name: name, path: "\(folder)/\(file)", bytes: nil)
      }
    }
    if let file {
      let name = Self.name(ofFile: file)
      found[name] = Source(name: name, path: file, bytes: nil)
    }
    sources = found.values.sorted { $0.name < $1.name }
  }

  /// What the theme of a file at a path is called.
  package static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json") ? themeName(file) : file
  }

  private static func themeName(_ file: String) -> String { String(file.dropLast(5)) }

  package var names: [String] { sources.map(\.name) }

  package func source(named name: String) -> Source? { sources.first { $0.name == name } }

  /// A theme with all it inherits, and what is wrong with its files; nil where there is none of
  /// that name.
  ///
  /// Files are read each time, so that an edited theme shows.
  package func theme(named name: String) -> LoadedTheme? {
    guard let source = source(named: name) else { return nil }
    let (own, ownWarnings) = decode(source)
    var warnings = ownWarnings
    let (theme, problem) = own.completed { parent in
      self.source(named: parent).map { source in
        let (theme, found) = decode(source)
        warnings += found
        return theme
      }
    }
    let file = source.path ?? source.name
    if let problem {
      let known = own.inherits.map { names.contains($0) } ?? true
      let hint = known ? "" : Spelling.hint(own.inherits ?? "", among: names)
      warnings.append(ThemeWarning(file: file, place: ["inherits"], message: problem + hint))
    }
    warnings += theme.unknownPaints.map { paint in
      let known = theme.palette.keys.sorted() + Color.ansiNames
      return ThemeWarning(
        file: file,
        place: [paint.section, paint.role.name, paint.key],
        message: "\"\(Text.lineSafe(paint.name))\" is neither a colour nor in the palette"
          + Spelling.hint(paint.name, among: known)
      )
    }
    return LoadedTheme(theme: theme, path: source.path, warnings: warnings)
  }

  private func decode(_ source: Source) -> (Theme, [ThemeWarning]) {
    let file = source.path ?? source.name
    if let bytes = source.bytes {
      return named(source.name, ThemeFile.decode(bytes, name: source.name, file: file))
    }
    do {
      let data = try Data(contentsOf: URL(filePath: file))
      guard data.count <= Self.sizeLimit else {
        return (Theme(name: source.name), [warning(file, "larger than a theme can be (1 MB)")])
      }
      return named(source.name, ThemeFile.decode(data, name: source.name, file: file))
    } catch {
      return (Theme(name: source.name), [warning(file, "cannot be read")])
    }
  }

  /// Themes are known by their files' names, whatever the files say.
  private func named(
    _ name: String,
    _ decoded: (theme: Theme, warnings: [ThemeWarning])
  ) -> (Theme, [ThemeWarning]) {
    var theme = decoded.theme
    theme.name = name
    return (theme, decoded.warnings)
  }

  private func warning(_ file: String, _ message: String) -> ThemeWarning {
    ThemeWarning(file: file, place: [], message: message)
  }
}
