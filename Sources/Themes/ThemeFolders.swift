/// Where a user's own themes are looked for.
package enum ThemeFolders {
  /// The folders in order of precedence; a theme in an earlier one hides one of the same name in a
  /// later one, and any of them hides a built-in one.
  ///
  /// 1. each folder of `$RAPPORT_THEMES`, separated by colons
  /// 2. `$XDG_CONFIG_HOME/rapport/themes`, by default `~/.config/rapport/themes`
  /// 3. `$XDG_DATA_HOME/rapport/themes`, by default `~/.local/share/rapport/themes`
  /// 4. `rapport/themes` in each of `$XDG_DATA_DIRS`, by default /usr/local/share and /usr/share
  ///
  /// Relative folders are left out, as the XDG Base Directory Specification says; but
  /// `$RAPPORT_THEMES` may be relative.
  package static func inOrder(_ environment: [String: String]) -> [String] {
    func folders(_ name: String, default standard: String?) -> [String] {
      let value = environment[name].flatMap { $0.isEmpty ? nil : $0 } ?? standard ?? ""
      return value.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }
    let home = environment["HOME"]
    let own = (environment["RAPPORT_THEMES"] ?? "").split(separator: ":").map(String.init)
    let shared =
      folders("XDG_CONFIG_HOME", default: home.map { "\($0)/.config" })
      + folders("XDG_DATA_HOME", default: home.map { "\($0)/.local/share" })
      + folders("XDG_DATA_DIRS", default: "/usr/local/share:/usr/share")
    return own + shared.map { "\($0)/rapport/themes" }
  }
}
