/// The views of the interface; the header names each with its key.
///
/// A new view is a case here, its action in the table, its part of `App.update` and of `App.view`.
enum ViewID: String, Sendable, CaseIterable {
  case find, desk, workbench, measure

  var title: String {
    switch self {
    case .find: "Find"
    case .desk: "Desk"
    case .workbench: "Segments"
    case .measure: "Measure"
    }
  }

  var action: Action.ID {
    switch self {
    case .find: .find
    case .desk: .desk
    case .workbench: .workbench
    case .measure: .measure
    }
  }

  var context: Context {
    switch self {
    case .find: .find
    case .desk: .desk
    case .workbench: .workbench
    case .measure: .measure
    }
  }
}
