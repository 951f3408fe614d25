import JSONLogic
import RapportCore

/// The state of the workbench: which page, which row, and what check found.
struct Workbench: Sendable {
  /// What of a page is remembered while another one is shown.
  struct Place: Sendable {
    var filter = TextField()
    /// Nil is the first row.
    var selected: RowKey?
    /// The first row on the screen.
    var top = 0
    /// What the rows are sorted by; nil until somebody chooses.
    var sorting: Sorting?
  }

  /// What is on the screen, so that one can come back to it.
  struct Position: Sendable {
    fileprivate var page: WorkbenchPage
    fileprivate var places: [WorkbenchPage: Place]
    fileprivate var isOpen: Bool
    fileprivate var scrolled: Int
    fileprivate var profile: SegmentProfile
    fileprivate var screens: [WorkbenchScreen]
  }

  struct Sorting: Sendable, Hashable {
    /// Nil is the page's own order.
    var column: Int?
    var isReversed = false
  }

  struct EditedJSON: Sendable {
    var reference: DefinitionReference
    /// What it was when it was opened.
    var base: JSON?
    var text: String
  }

  var page = WorkbenchPage.segments
  private var places: [WorkbenchPage: Place] = [:]
  /// Characters go into the filter.
  var isFiltering = false
  /// The detail has the keys; at 80 columns it stands instead of the list.
  var isOpen = false
  /// The lines of the detail above the screen.
  var scrolled = 0
  /// What `rapport check` says of each definition; nil until it is known.
  private(set) var problems: [DefinitionReference: [Problem]]?
  var gaps = Gaps()
  var statistics = WorkbenchStatistics()
  var profile = SegmentProfile()
  /// What stands in the place of the page, the topmost last.
  var screens: [WorkbenchScreen] = []
  /// Of two segments side by side.
  var showsOnlyDifferences = true
  var overlapMeasure = OverlapMeasure.shared
  /// What lists of members show where somebody chose; else it is what the segment's rule reads.
  var memberColumns: [CustomerGroup: [String]] = [:]
  /// A list that is being written to a file.
  var writing: MemberWriting?
  /// Marks of reviews that were made in this window, the oldest first.
  var reviews: [SegmentReview] = []
  /// The customers that drafts are shown for; nil until they are chosen.
  var samples: [Sample]?
  /// Changes that were saved in this window, the oldest first.
  var own: [DefinitionChange] = []
  /// The drafts that are being saved; they go when their change is in the store.
  var saving: [DefinitionChange.ID: DefinitionDraft] = [:]
  /// Customers that are being pinned to segments.
  var pinning: [DefinitionChange.ID: PinnedCustomer] = [:]
  /// What takes one of them back, while it is being written.
  var undoing: DefinitionChange?
  /// The one that it takes back: another may be saved meanwhile, and is the last then.
  var undone: DefinitionChange.ID?
  /// The versions of definitions that are looked at.
  var histories: [DefinitionReference: KnownHistory] = [:]
  /// Those that are to be read again: something was saved since.
  var oldHistories: Set<DefinitionReference> = []
  /// Of each definition the version that the next one is compared with.
  var marks: [DefinitionReference: SegmentVersion.ID] = [:]
  /// When something was saved last; that the definitions are read again then is no news.
  var savedAt: Instant?
  /// What is in the agent's editor.
  var inEditor: EditedJSON?
  /// Of the newest check; answers to older ones are dropped.
  var generation = 0

  var place: Place {
    get { places[page] ?? Place() }
    set { places[page] = newValue }
  }

  var position: Position {
    get {
      Position(
        page: page,
        places: places,
        isOpen: isOpen,
        scrolled: scrolled,
        profile: profile,
        screens: screens
      )
    }
    set {
      (page, places, isOpen) = (newValue.page, newValue.places, newValue.isOpen)
      (scrolled, profile, screens) = (newValue.scrolled, newValue.profile, newValue.screens)
      isFiltering = false
    }
  }

  mutating func take(_ found: [Problem], of documents: DefinitionDocuments) {
    problems = Dictionary(grouping: found) { problem in
      DefinitionReference(problem.place, in: documents) ?? DefinitionReference(.store, "store")
    }
  }

  /// Nothing is being taken back any more; answers the own change that was.
  mutating func endUndo() -> DefinitionChange? {
    let change = own.first { $0.id == undone }
    (undoing, undone) = (nil, nil)
    return change
  }

  mutating func turn(by distance: Int) {
    let pages = WorkbenchPage.allCases
    let index = pages.firstIndex(of: page) ?? 0
    page = pages[(index + distance + pages.count) % pages.count]
    isFiltering = false
    isOpen = false
    scrolled = 0
  }

  mutating func editScreen(_ body: (inout WorkbenchScreen) -> Void) {
    guard !screens.isEmpty else { return }
    body(&screens[screens.count - 1])
  }

  /// Goes to a definition's row, on the page that it is on.
  mutating func show(_ reference: DefinitionReference) {
    guard let page = WorkbenchPage.page(of: reference) else { return }
    self.page = page
    screens = []
    isFiltering = false
    isOpen = true
    scrolled = 0
    profile.restart()
    place = Place(selected: .definition(reference))
  }

  mutating func select(_ key: RowKey?) {
    if place.selected != key { profile.restart() }
    place.selected = key
    scrolled = 0
  }
}
