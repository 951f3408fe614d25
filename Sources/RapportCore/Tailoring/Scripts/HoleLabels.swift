/// What people call the variables of a template.
struct HoleLabels: Sendable {
  let asks: [Script.Ask]
  let catalog: AttributeCatalog
  let wording: Wording

  /// `ask.orderNumber` -> `Order number`; the path itself where nobody gave it a name.
  func label(_ path: String) -> String {
    if path.hasPrefix("> ") { return String(path.dropFirst(2)) }
    let (root, rest) = split(path)
    switch root {
    case "ask":
      let ask = asks.first { $0.id == rest }
      return ask.flatMap { wording.text($0.label) } ?? rest
    case "customer":
      if rest == "callName" || rest == "name.full" { return "name" }
      if let attribute = catalog[rest] { return wording.label(attribute) }
      return rest.replacing(".", with: " ")
    case "agent": return rest == "name" ? "your name" : "your \(rest)"
    default: return path
    }
  }

  private func split(_ path: String) -> (root: String, rest: String) {
    guard let dot = path.firstIndex(of: ".") else { return (path, "") }
    return (String(path[..<dot]), String(path[path.index(after: dot)...]))
  }
}
