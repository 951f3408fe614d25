import JSONLogic
import RapportCore
import Terminal

/// A list of customers as rows: name, id, and the values of some attributes.
struct MemberTable {
  private static let gap = 2
  private static let value = 16
  private static let mostValue = 28
  /// From so many columns names are read in full.
  private static let roomy = 70

  let list: ProfileList

  init(_ facts: WorkbenchFacts, columns: Int) {
    let members = facts.statistics.members
    let wording = facts.wording
    let catalog = facts.definitions.catalog
    let attributes = members.columns.map { catalog[$0] ?? Attribute.unnamed($0) }
    let own = columns < Self.roomy ? [18, 10] : [24, 12]
    let room = max(0, columns + Self.gap - own.reduce(0) { $0 + $1 + Self.gap })
    let shown = attributes.prefix(room / (Self.value + Self.gap))
    let each = shown.isEmpty ? 0 : room / shown.count - Self.gap
    let widths = own + shown.map { _ in min(Self.mostValue, each) }
    let field = FilterLine(members.filter, isTyping: facts.typesMember)
    var counted = Self.counted(members)
    if shown.count < attributes.count, members.count != nil {
      counted += Line(
        "  \(shown.count) of \(TimeWords.plural(attributes.count, "column")) shown",
        role: .textDim
      )
    }
    let heading = Self.joined(
      [Line("Name", role: .label), Line("Id", role: .label)]
        + shown.map { Line(wording.label($0), role: .label) },
      widths
    )
    let writing = facts.writing.map {
      Line($0.words, role: .progress).truncated(toColumns: columns)
    }
    list = ProfileList(
      head: [field.line(columns: columns, after: counted)] + (writing.map { [$0] } ?? []) + [
        heading
      ],
      count: members.count ?? 0,
      empty: Self.empty(members),
      cursor: field.cursor(after: counted, columns: columns)
    ) { index, _ in
      guard let row = members[index] else { return Line("reading ...", role: .progress) }
      let customer = CustomerPresentation(row.customer, account: row.account)
      let values = zip(attributes, row.values).prefix(shown.count).map { attribute, value in
        guard let value, !value.isMissing else { return Line("not known", role: .unknown) }
        return Line(AttributeValue(value, of: attribute).words(wording))
      }
      return Self.joined([Line(customer.name), Line(customer.id, role: .textDim)] + values, widths)
    }
  }

  private static func joined(_ cells: [Line], _ widths: [Int]) -> Line {
    zip(cells, widths).reduce(Line()) { line, next in
      line + next.0.fitted(toColumns: next.1) + Line(String(repeating: " ", count: gap))
    }
  }

  /// `12,840 customers`, `13 of 12,840`: always as many as there are rows.
  private static func counted(_ members: MemberList) -> Line {
    if let failure = members.failure {
      return Line("not listed: \(failure)", role: .statusWarning)
    }
    guard let count = members.count else { return Line("counting ...", role: .progress) }
    return Line(
      members.filter.isEmpty
        ? TimeWords.plural(count, "customer") : "\(Count.text(count)) fit",
      role: .listCount
    )
  }

  private static func empty(_ members: MemberList) -> [Line] {
    if members.failure != nil { return [] }
    guard members.count != nil else { return [Line("reading ...", role: .progress)] }
    return members.filter.isEmpty
      ? [Line("Nobody is here.", role: .textDim)]
      : [Line("Nobody here is called that; Esc shows all.", role: .textDim)]
  }
}

/// What is typed to narrow a list down, behind what is counted.
struct FilterLine {
  let field: TextField
  let isTyping: Bool

  init(_ field: TextField, isTyping: Bool) {
    self.field = field
    self.isTyping = isTyping
  }

  private var isShown: Bool { isTyping || !field.isEmpty }

  func line(columns: Int, after counted: Line) -> Line {
    guard isShown else { return counted }
    let prompt = counted + Line("  / ", role: .inputPrompt)
    guard !field.isEmpty else { return prompt + Line("type a name", role: .inputPlaceholder) }
    let (text, _) = field.visible(columns: max(1, columns - prompt.columns))
    return prompt + Line(text, role: .input)
  }

  /// In the line; nil while nothing is typed.
  func cursor(after counted: Line, columns: Int) -> Point? {
    guard isTyping else { return nil }
    let start = counted.columns + 4
    let (_, cursor) = field.visible(columns: max(1, columns - start))
    return Point(x: start + cursor, y: 0)
  }
}

extension Attribute {
  /// One that the catalog does not know.
  fileprivate static func unnamed(_ path: String) -> Attribute {
    Attribute(path: path, label: LocalizedText(["en": path]), kind: .text)
  }
}
