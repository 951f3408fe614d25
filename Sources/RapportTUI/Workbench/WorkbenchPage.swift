import RapportCore
import Terminal

/// A page of the workbench; `[` and `]` turn them.
///
/// A new page is a case here, and a `WorkbenchContent` in a file of its own.
enum WorkbenchPage: String, Sendable, CaseIterable {
  case segments, tones, services, scripts, reasons, gaps, goal, feedback

  var content: any WorkbenchContent {
    switch self {
    case .segments: SegmentsPage()
    case .tones: TonesPage()
    case .services: ServicesPage()
    case .scripts: ScriptsPage()
    case .reasons: ReasonsPage()
    case .gaps: GapsPage()
    case .goal: GoalPage()
    case .feedback: FeedbackPage()
    }
  }

  var title: String { content.title }

  /// The page that a definition is on; nil for one that has no page.
  static func page(of reference: DefinitionReference) -> WorkbenchPage? {
    switch reference.kind {
    case .segment: .segments
    case .tone: .tones
    case .service: .services
    case .script: .scripts
    case .intent: .reasons
    case .store: .goal
    case .agent, .attribute: nil
    }
  }
}

/// What a page lists, and what it says of each row.
protocol WorkbenchContent: Sendable {
  var title: String { get }
  /// Why the list is empty, and what to do.
  var nothing: String { get }
  /// What its rows are sorted by as long as nobody chooses, and which way.
  var order: WorkbenchOrder { get }
  /// The first one names the row; the others go from the last one where there is no room.
  var columns: [WorkbenchColumn] { get }

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow]
  /// The row in full; nothing for one that is not there any more.
  func detail(of key: RowKey, _ facts: WorkbenchFacts, columns: Int) -> [Line]
  /// The same on a page whose rows are definitions.
  func detail(of reference: DefinitionReference, _ facts: WorkbenchFacts, columns: Int) -> [Line]
  /// What stands above the list while nothing is filtered; two lines at most.
  func heading(_ facts: WorkbenchFacts, columns: Int) -> [Line]
  /// False while its rows are being found.
  func isKnown(_ facts: WorkbenchFacts) -> Bool
}

extension WorkbenchContent {
  func detail(of key: RowKey, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    key.definition.map { detail(of: $0, facts, columns: columns) } ?? []
  }

  func detail(of reference: DefinitionReference, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    []
  }

  func heading(_ facts: WorkbenchFacts, columns: Int) -> [Line] { [] }
  func isKnown(_ facts: WorkbenchFacts) -> Bool { true }
}

/// What a row of a page is about; by it the cursor finds its row again.
enum RowKey: Hashable, Sendable {
  case definition(DefinitionReference)
  /// Something that is no definition, by a name that is its own on its page.
  case other(String)

  var definition: DefinitionReference? {
    guard case .definition(let reference) = self else { return nil }
    return reference
  }

  /// Tells rows with the same name apart.
  var id: String {
    switch self {
    case .definition(let reference): reference.id
    case .other(let name): name
    }
  }
}

/// A column of a page's list.
struct WorkbenchColumn: Sendable {
  var title: String
  /// The widest that it gets.
  var limit: Int
  /// The lower, the longer it stays where there is little room.
  var rank: Int
  /// Numbers, which end below each other.
  var isCount: Bool
  /// What rows are sorted by.
  var value: ColumnValue
  /// The place of the column without which it is not shown: it has what this one is of.
  var leader: Int?

  init(
    _ title: String,
    limit: Int = 24,
    rank: Int,
    _ value: ColumnValue = .text,
    isCount: Bool = false,
    behind leader: Int? = nil
  ) {
    self.leader = leader
    self.title = title
    self.value = value
    self.isCount = isCount
    self.limit = limit
    self.rank = rank
  }
}

/// A row of a page's list.
struct WorkbenchRow: Sendable {
  var key: RowKey
  /// One for each column of the page.
  var cells: [Line]
  /// What `/` compares besides the cells.
  var words = ""
  /// What it is sorted by, by column; of numbers and dates that are not here it is not known.
  var keys: [Int: SortKey] = [:]

  init(key: RowKey, cells: [Line], words: String = "", keys: [Int: SortKey] = [:]) {
    self.key = key
    self.cells = cells
    self.words = words
    self.keys = keys
  }

  init(
    reference: DefinitionReference,
    cells: [Line],
    words: String = "",
    keys: [Int: SortKey] = [:]
  ) {
    self.init(key: .definition(reference), cells: cells, words: words, keys: keys)
  }
}

extension [WorkbenchRow] {
  /// By what is read first, whatever the ids are.
  var sortedByName: Self {
    func key(_ row: WorkbenchRow) -> (String, String) {
      (row.cells.first?.text.lowercased() ?? "", row.key.id)
    }
    return sorted { key($0) < key($1) }
  }
}
