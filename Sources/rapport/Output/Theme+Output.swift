import FoundationEssentials
import JSONLogic
import Terminal
import Themes

extension ThemeLibrary {
  /// The built-in themes and those of the user's folders.
  static var ofUser: ThemeLibrary {
    ThemeLibrary(folders: ThemeFolders.inOrder(ProcessInfo.processInfo.environment))
  }

  /// The theme of that name, or a failure that names the nearest.
  func existing(_ name: String) throws(CommandFailure) -> LoadedTheme {
    if let loaded = theme(named: name) { return loaded }
    throw CommandFailure(
      code: "no-theme",
      message: "no theme is called \"\(name)\"; there are \(names.joined(separator: ", "))"
    )
  }
}

extension LoadedTheme {
  var json: JSON {
    [
      "name": .string(theme.name), "author": .string(theme.author),
      "appearance": .string(theme.appearance.rawValue), "path": path.map { .string($0) } ?? .null,
    ]
  }
}

extension Theme.Appearance {
  var words: String { self == .any ? "any background" : "\(rawValue) backgrounds" }
}

extension ResolvedTheme {
  /// Each role with its style, as cells of a table.
  var rows: [[String]] {
    Role.all.map { role in
      let style = style(for: role)
      return [role.name, style.foreground.words, style.background.words, style.attributes.words]
    }
  }
}

extension Color {
  fileprivate var words: String {
    switch self {
    case .terminalDefault: "default"
    case .ansi(let number): Self.ansiNames[Int(number)]
    case .indexed(let number): "index:\(number)"
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension Attributes {
  fileprivate var words: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
      (.reverse, "reverse"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: " ")
  }
}
