import JSONLogic
import RapportCore

/// What a condition is put together from.
extension Picker {
  /// Attributes by their labels, then the other segments.
  static func ruleSubjects(for app: App) -> Picker {
    let definitions = app.knowledge.definitions
    let languages = [app.knowledge.language, "en"]
    let own = app.definitionForm?.reference
    var items: [Item] = []
    for attribute in definitions.catalog.sorted {
      let label =
        attribute.label.text(preferring: languages)
        ?? String(attribute.path.split(separator: ".").last ?? "")
      let kind = attribute.kind.rawValue
      items.append(
        Item(
          title: label,
          detail: attribute.protected ? "\(kind), protected" : kind,
          keys: attribute.path,
          words: attribute.path,
          choice: .ruleSubject(.attribute(attribute.path))
        )
      )
      guard attribute.kind == .date else { continue }
      items.append(
        Item(
          title: "years since \(label)",
          detail: "number",
          keys: attribute.path,
          words: attribute.path,
          choice: .ruleSubject(.years(attribute.path))
        )
      )
    }
    items.sort { $0.title.lowercased() < $1.title.lowercased() }
    for segment in definitions.segments
    where DefinitionReference(.segment, segment.id.rawValue) != own && segment.status != .retired {
      items.append(
        Item(
          title: "member of \(segment.name)",
          detail: "segment",
          words: segment.id.rawValue,
          choice: .ruleSubject(.segment(segment.id))
        )
      )
    }
    return Picker(.rule, "What is looked at", prompt: "type to filter", items: items)
  }

  static func ruleComparisons(of row: RuleRow, for app: App) -> Picker {
    let possible = app.comparisons(of: row.subject)
    let items = possible.map { comparison in
      Item(title: RuleRowWords.word(comparison), choice: .ruleComparison(comparison))
    }
    return Picker(
      .rule,
      "How it is compared",
      isNumbered: true,
      items: items,
      index: possible.firstIndex(of: row.comparison) ?? 0
    )
  }

  /// The values that customers have, the most frequent first, then those that only the catalog knows.
  static func ruleValues(of row: RuleRow, for app: App, index: Int) -> Picker {
    let attribute = row.path.flatMap { app.knowledge.definitions.catalog[$0] }
    let spread = row.path.flatMap { app.ruleEditor?.spreads[$0] ?? nil }
    let languages = [app.knowledge.language, "en"]
    let labels = Dictionary(
      (attribute?.choices ?? []).map { choice in
        (JSON.string(choice.value), choice.label.text(preferring: languages) ?? choice.value)
      }
    ) { first, _ in first }
    var counts: [JSON: Int] = [:]
    for value in spread?.values ?? [] { counts[value.value] = value.count }
    // Few values are a list; of many the agent types what they mean.
    let isListed = spread.map { $0.distinct <= RuleEditor.listed } ?? false
    var values = isListed ? spread?.values.map(\.value) ?? [] : []
    if attribute?.kind == .boolean { values += [true, false].filter { !values.contains($0) } }
    values += (attribute?.choices ?? []).map { .string($0.value) }.filter { !values.contains($0) }
    values += row.operands.filter { !values.contains($0) && !values.isEmpty }
    let items = values.map { value in
      let text = labels[value] ?? AttributeValue(value, of: attribute).words(app.plainWording)
      let count = counts[value].map { "\(NumberWords.words(Double($0))) customers" }
      let mark = row.takesMany ? (row.operands.contains(value) ? "[x] " : "[ ] ") : ""
      return Item(
        title: mark + text,
        detail: count ?? (spread == nil ? "" : "nobody"),
        words: value.stringValue ?? "",
        choice: .ruleValue(value)
      )
    }
    let typed = Item(title: "type it", words: "other value", choice: .typeRuleValue)
    return Picker(
      .ruleValue,
      row.takesMany ? "Values: Enter takes one, Esc is done" : "Value",
      prompt: "type to filter",
      items: items + [typed],
      index: index
    )
  }
}

extension RuleEditor {
  /// More values than this are not listed.
  static let listed = 60
}

extension App {
  /// For values alone: no date is compared with today.
  var plainWording: Wording {
    Wording(
      languages: [knowledge.language, "en"],
      zone: zone,
      today: CalendarDate(daysSinceEpoch: 0)
    )
  }
}
