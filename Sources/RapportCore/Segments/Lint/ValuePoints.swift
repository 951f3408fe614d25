import JSONLogic

/// Values of one attribute that stand for all it can have, as far as some conditions can tell them
/// apart; nil stands for a missing one.
///
/// Between two neighbours no condition changes its answer: conditions compare with the values that
/// stand in them, and operations on dates and versions with what those values lead to.
struct ValuePoints {
  let today: CalendarDate

  /// More are not looked at one by one.
  private static let limit = 256
  /// Of a list, so many items are combined in every way.
  private static let mostItems = 6

  /// Nil where some condition looks at the value in a way that has no such points.
  func points(of attribute: Attribute, in conditions: [RuleNode]) -> [JSON?]? {
    guard conditions.allSatisfy({ Self.isSimple($0, attribute.kind) }) else { return nil }
    var literals: [JSON] = []
    for condition in conditions {
      condition.visit { node in
        guard let literal = node.literal else { return }
        literals += literal.arrayValue ?? [literal]
      }
    }
    let numbers = literals.compactMap(\.doubleValue)
    let texts = literals.compactMap(\.stringValue)
    let values: [JSON]
    switch attribute.kind {
    case .boolean: values = [true, false]
    case .integer: values = Self.wholeNumbers(numbers)
    case .number: values = Self.numbers(numbers)
    case .choice where !attribute.choices.isEmpty:
      values = attribute.choices.map { .string($0.value) }
    case .text, .choice: values = Self.texts(texts)
    case .version: values = Self.versions(texts)
    case .date:
      // What is no day is compared letter by letter.
      guard texts.allSatisfy({ CalendarDate(parsing: $0) != nil }) else { return nil }
      values = dates(texts, numbers, conditions).map { .string($0.description) }
    case .list:
      guard let lists = Self.lists(attribute, texts) else { return nil }
      values = lists
    }
    return values.count <= Self.limit ? [nil] + values : nil
  }

  /// Whether all that a condition does with the value is compared here.
  private static func isSimple(_ node: RuleNode, _ kind: Attribute.Kind) -> Bool {
    let children = node.children
    switch node.kind {
    case .literal, .list: return true
    case .variable: return children.isEmpty
    case .custom(let name):
      let known = ["within_days": .date, "age_years": .date, "sem_ver": Attribute.Kind.version]
      guard known[name] == kind, children.first?.variable != nil else { return false }
      return children.dropFirst().allSatisfy { $0.literal != nil }
    case .operation(let operation):
      switch operation {
      case .and, .or, .not, .truthy: break
      case .missing, .exists: return true
      case .in:
        guard children.count == 2 else { return false }
        // A part of a text is looked for.
        if children[1].literal == nil, kind != .list { return false }
      case .someItem, .allItems, .noItem:
        guard kind == .list else { return false }
      case let operation where operation.isOrdering:
        if kind == .list || kind == .version { return false }
      case let operation where operation.isComparison:
        if kind == .version { return false }
      default: return false
      }
      return children.allSatisfy { isSimple($0, kind) }
    }
  }

  private static func wholeNumbers(_ marks: [Double]) -> [JSON] {
    var values: Set<Double> = [-1, 0, 1]
    for mark in marks where mark.magnitude < 1e15 {
      values.formUnion([mark.rounded(.down) - 1, mark.rounded(.down)])
      values.formUnion([mark.rounded(.up), mark.rounded(.up) + 1])
    }
    return values.sorted().map { JSON($0) }
  }

  private static func numbers(_ marks: [Double]) -> [JSON] {
    let marks = Set(marks + [0]).sorted()
    var values: [Double] = []
    for (position, mark) in marks.enumerated() {
      values.append(
        position == 0 ? mark - max(1, mark.magnitude) : marks[position - 1] / 2 + mark / 2
      )
      values.append(mark)
    }
    if let last = marks.last { values.append(last + max(1, last.magnitude)) }
    return values.map { JSON($0) }
  }

  /// Each text and the next one after it; the smallest text above one is that text and U+0001.
  private static func texts(_ marks: [String]) -> [JSON] {
    (["!"] + marks.flatMap { [$0, $0 + "\u{1}"] }).map { .string($0) }
  }

  private static func versions(_ marks: [String]) -> [JSON] {
    var values: [String] = ["0.0.0-0"]
    for mark in marks {
      let numbers = mark.drop { $0 == "v" || $0 == "V" }.prefix { $0.isNumber || $0 == "." }
        .split(separator: ".").compactMap { Int($0) }
      guard let major = numbers.first else { continue }
      let (minor, patch) = (numbers.dropFirst().first ?? 0, numbers.dropFirst(2).first ?? 0)
      guard max(major, minor, patch) < .max else { continue }
      values += [
        mark, "\(major).\(minor).\(patch)-0", "\(major).\(minor).\(patch)",
        "\(major).\(minor).\(patch + 1)", "\(major).\(minor + 1).0", "\(major + 1).0.0",
      ]
    }
    return Set(values).sorted().map { .string($0) }
  }

  private func dates(
    _ texts: [String],
    _ numbers: [Double],
    _ conditions: [RuleNode]
  ) -> Set<CalendarDate> {
    var marks = Set(texts.compactMap { CalendarDate(parsing: $0) })
    marks.insert(today)
    let used = conditions.flatMap(\.customNames)
    // An age that nothing is compared with is true from 1 on.
    for number in numbers + [0, 1] where number.magnitude < 4e6 {
      let count = Int(number.rounded(.down))
      if used.contains("within_days") { marks.insert(today.adding(days: -count)) }
      guard used.contains("age_years"), count.magnitude < 300 else { continue }
      for years in count - 1...count + 1 {
        let (year, month, day) = today.components
        let birthday =
          CalendarDate(year: year - years, month: month, day: day)
          ?? CalendarDate(year: year - years, month: 3, day: 1)
        if let birthday { marks.insert(birthday) }
      }
    }
    return Set(marks.flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] })
  }

  /// All combinations of the items that conditions name, each also with an item none names.
  private static func lists(_ attribute: Attribute, _ texts: [String]) -> [JSON]? {
    let named = Set(texts).sorted()
    guard named.count <= mostItems else { return nil }
    let choices = attribute.choices.map(\.value)
    let other = choices.isEmpty ? named.joined() + "?" : choices.first { !named.contains($0) }
    let items = named + (other.map { [$0] } ?? [])
    return (0..<1 << items.count).map { bits in
      .array(items.indices.filter { bits >> $0 & 1 == 1 }.map { .string(items[$0]) })
    }
  }
}

extension RuleNode {
  /// The names of the host's operations in it.
  fileprivate var customNames: [String] {
    var names: [String] = []
    visit { if case .custom(let name) = $0.kind { names.append(name) } }
    return names
  }
}
