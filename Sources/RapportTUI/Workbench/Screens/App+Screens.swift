import RapportCore
import Terminal

/// What stands in the place of a page: opening it, moving in it, and going back.
extension App {
  /// What is there instead of the page; nil while the page itself is.
  var workbenchScreen: WorkbenchScreen? { view == .workbench ? workbench.screens.last : nil }

  mutating func open(_ kind: WorkbenchScreen.Kind) {
    workbench.isFiltering = false
    workbench.screens.append(WorkbenchScreen(kind))
  }

  mutating func performOnScreen(_ action: Action.ID, now: Instant) -> [Effect] {
    switch action {
    case .overlaps:
      open(.overlaps)
      let selected = comparedSegments.firstIndex { $0.id == segmentUnderCursor(now: now)?.id }
      workbench.editScreen { screen in
        screen.place.index = selected ?? 0
        screen.column = screen.place.index
      }
    case .compare: askComparison(now: now)
    case .onlyDifferences: workbench.showsOnlyDifferences.toggle()
    case .nextMeasure: workbench.overlapMeasure.turn()
    case .previousColumn: moveColumn(by: -1)
    case .nextColumn: moveColumn(by: 1)
    case .openOverlap: openOverlap()
    case .uncovered: open(.members(.inNone))
    case .coveredTwice: open(.members(.inSeveral))
    case .openMember: return openMember(now: now)
    case .memberOnDesk: return openMemberOnDesk(now: now)
    case .memberColumns: layers.append(.picker(.memberColumns(for: self, now: now)))
    default: break
    }
    return []
  }

  mutating func moveOnScreen(_ action: Action.ID, now: Instant) {
    guard let view = WorkbenchScreenView(app: self, now: now) else { return }
    let place = view.body.place(after: action, from: view.screen.place, height: view.bodyHeight)
    workbench.editScreen { $0.place = place }
  }

  private mutating func moveColumn(by distance: Int) {
    let count = comparedSegments.count
    workbench.editScreen { $0.column = min(max(0, $0.column + distance), max(0, count - 1)) }
  }

  private mutating func openOverlap() {
    guard let screen = workbenchScreen else { return }
    if case .comparison(let first, let second) = screen.kind {
      return open(.members(.members([first, second])))
    }
    guard case .overlaps = screen.kind else { return }
    let segments = comparedSegments
    guard segments.indices.contains(screen.place.index), segments.indices.contains(screen.column)
    else { return }
    let (row, column) = (segments[screen.place.index].id, segments[screen.column].id)
    open(.members(.members(row == column ? [row] : [row, column])))
  }

  /// Lists the segments that one can be compared with.
  private mutating func askComparison(now: Instant) {
    guard let segment = segmentUnderCursor(now: now) else { return }
    let others = comparedSegments.filter { $0.id != segment.id }
    let items = others.map { other in
      Picker.Item(
        title: other.name,
        detail: other.status.word,
        words: other.id.rawValue,
        choice: .compare(segment.id, other.id)
      )
    }
    let picker = Picker(
      .comparison,
      "Compare \(segment.name) with",
      prompt: "type to filter",
      items: items
    )
    layers.append(.picker(picker))
  }

  /// The segment of the row that the cursor is on, on the page of segments.
  func segmentUnderCursor(now: Instant) -> Segment? {
    guard view == .workbench, workbench.page == .segments, let key = selectedDefinition(now: now)
    else { return nil }
    return knowledge.definitions.segments.first { $0.id.rawValue == key.id }
  }

  var canCompare: Availability {
    guard workbench.page == .segments else { return .no("segments are compared on their own page") }
    return .when(comparedSegments.count > 1, else: "there is no other segment to compare it with")
  }

  var canShowOverlaps: Availability {
    guard workbench.page == .segments else { return .no("segments overlap, on their own page") }
    return .when(!comparedSegments.isEmpty, else: "there is no segment yet: n makes one")
  }
}
