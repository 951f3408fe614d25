import JSONLogic

/// The names that templates of a store may use.
struct TemplateNames {
  /// Everything but `ask.`, by full name.
  private let variables: Set<String>
  /// Objects that have a text of their own, and may be a section.
  private static let roots: Set = [
    "customer", "agent", "company", "ask", "service", "segment", "now",
  ]
  /// The ids that `ask.` has here; nil where any script may ask.
  var asks: Set<String>?
  let phrases: Set<String>

  init(_ definitions: Definitions) {
    var names = Self.roots
    for part in ["callName", "name", "id", "company", "email", "phone"] {
      names.insert("customer.\(part)")
    }
    for part in ["full", "given", "family", "preferred", "salutation"] {
      names.insert("customer.name.\(part)")
    }
    for path in definitions.catalog.attributes.keys { names.insert("customer.\(path)") }
    for family in Family.allCases { names.insert("customer.\(family.rawValue)") }
    names.formUnion(["agent.name", "agent.team", "company.name", "segment.name"])
    for key in definitions.settings.companyDetails.keys { names.insert("company.\(key)") }
    for part in ["name", "summary", "link", "limit"] {
      names.insert("service.\(part)")
      for service in definitions.services { names.insert("service.\(service.id).\(part)") }
    }
    for service in definitions.services { names.insert("service.\(service.id)") }
    for segment in definitions.segments { names.insert("segment.\(segment.id)") }
    for part in ["date", "time", "weekday", "year", "morning", "afternoon", "evening"] {
      names.insert("now.\(part)")
    }
    variables = names
    let channels = definitions.tones.flatMap { $0.channels.values.flatMap(\.phrases.values) }
    let own = definitions.tones.flatMap(\.phrases.values)
    phrases = Set((own + channels).flatMap(\.keys))
      .union(["greeting", "apology", "hold", "closing"])
  }

  /// Whether `name` is known by itself, or as a part of one of the sections it may stand in.
  func knows(_ name: String, inside sections: [String]) -> Bool {
    if name == "." || isKnown(name) { return true }
    return sections.contains { isKnown("\($0).\(name)") }
  }

  private func isKnown(_ name: String) -> Bool {
    if variables.contains(name) { return true }
    guard name.hasPrefix("ask.") else { return false }
    return asks?.contains(String(name.dropFirst(4))) ?? true
  }

  func remedy(_ name: String) -> String {
    let known = variables.union((asks ?? []).map { "ask.\($0)" })
    if let question = SpellingSuggestion.question(name, among: known) { return question }
    if name.hasPrefix("ask.") { return "add it to \"asks\"" }
    return "begin it with one of \(Self.roots.sorted().joined(separator: ", "))"
  }
}
