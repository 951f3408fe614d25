import JSONLogic
import RapportCore
import Terminal

/// The whole state of the interface.
///
/// `update` and `view` are pure: the clock and randomness are arguments.
struct App: Sendable {
  var knowledge: Knowledge
  /// Why definitions cannot be changed here; nil where they can.
  var reasonAgainstEditing: String?
  var agent: Agent
  var size: Size
  /// `store.json` as the agent left it in their editor, until it is saved.
  var unsavedSettings: String?
  /// What they were when they were opened there.
  var settingsBase: JSON?
  /// The names of the themes there are, and the one that is on.
  var themes: [String]
  var theme: String
  /// What was said to be wrong with its files.
  var themeProblems: [String] = []
  var view: ViewID = .find
  var find = Find()
  var desk = Desk()
  var workbench = Workbench()
  var feedback = FeedbackBox()
  var measure = Measure()
  /// New callers who are not saved yet, oldest first; one of them may be in the form.
  var callers: [NewCaller] = []
  /// Nil until a contact ends.
  var ended: EndedContact?
  /// Changes of definitions that are not saved yet; one of them may be in the form.
  var edits: [DefinitionDraft] = []
  var refinings: [RefiningDraft] = []
  /// What lies over the view, the topmost last.
  var layers: [Layer] = []
  var toast: Toast?
  var log: [LogEntry] = []
  /// For the ids of contacts and journal lines.
  var random: SplitMix64
  /// The team's clock.
  let zone: Zone

  init(
    knowledge: Knowledge,
    agent: Agent,
    size: Size,
    themes: [String] = [],
    theme: String = "",
    seed: UInt64
  ) {
    self.knowledge = knowledge
    self.agent = agent
    self.size = size
    self.themes = themes
    self.theme = theme
    random = SplitMix64(seed: seed)
    zone = TimeZones.zone(knowledge.settings.timeZone) ?? TimeZones.utc
  }

  var context: Context {
    if let layer = layers.last { return layer.context }
    guard view == .workbench else { return view.context }
    return workbench.isFiltering ? .filter : workbench.screens.last?.context ?? view.context
  }

  /// The theme to draw with: the one under the cursor of a list of themes, else the one that is on.
  var shownTheme: String {
    if case .picker(let picker) = layers.last, case .theme(let name) = picker.selection?.choice {
      return name
    }
    return theme
  }

  /// Where rules about small screens draw the line.
  static let least = Size(columns: 60, rows: 16)

  var isTooSmall: Bool { size.columns < Self.least.columns || size.rows < Self.least.rows }

  mutating func say(_ kind: Toast.Kind, _ text: String, at now: Instant) {
    toast = Toast(kind, text, at: now)
    remember(kind, text, at: now)
  }

  mutating func remember(_ kind: Toast.Kind, _ text: String, at now: Instant) {
    log.append(LogEntry(at: now, kind: kind, text: text))
    if log.count > 500 { log.removeFirst(log.count - 500) }
  }
}
