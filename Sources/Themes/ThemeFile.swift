import JSONLogic
package import Terminal

/// Reads the JSON form of a theme.
///
/// Nothing in a file makes it useless: what cannot be read is left out and warned of.
package enum ThemeFile {
  /// A theme, named for its file where it has no name of its own.
  ///
  /// A file that is no JSON object gives an empty theme.
  package static func decode(
    _ bytes: some Collection<UInt8>,
    name: String,
    file: String
  ) -> (theme: Theme, warnings: [ThemeWarning]) {
    do {
      var decoder = ThemeDecoder(file: file)
      let theme = decoder.theme(try JSON(parsing: bytes), name: name)
      return (theme, decoder.warnings)
    } catch {
      let warning = ThemeWarning(file: file, place: [], message: "\(error)")
      return (Theme(name: name), [warning])
    }
  }
}
