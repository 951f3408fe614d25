/// Lets the common options stand before a command's name as well as after it.
///
/// `rapport --store DIR find QUERY` would otherwise be read as a query of the command that runs
/// without a name.
struct ArgumentOrder {
  let commands: Set<String>
  private static let common = ["--store", "--agent", "--as-of", "--format"]

  /// The arguments with leading common options moved behind the command's own.
  func normalized(_ arguments: [String]) -> [String] {
    var leading: [ArraySlice<String>] = []
    var rest = arguments[...]
    while let first = rest.first, let width = Self.width(of: first), rest.count >= width {
      leading.append(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    // What a command is for does not depend on the store.
    if rest.first == "help" { return Array(rest) }
    guard let first = rest.first, commands.contains(first) else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    let own = Set(rest[..<end].map(Self.name))
    // The later one counts, as everywhere: an alias may name a store that the command overrides.
    let kept = leading.filter { !own.contains(Self.name($0[$0.startIndex])) }
    return Array(rest[..<end]) + kept.flatMap(Array.init) + rest[end...]
  }

  private static func name(_ argument: String) -> String { String(argument.prefix { $0 != "=" }) }

  /// How many arguments a common option takes up; nil for anything else.
  private static func width(of argument: String) -> Int? {
    if common.contains(argument) { return 2 }
    return common.contains { argument.hasPrefix($0 + "=") } ? 1 : nil
  }
}
