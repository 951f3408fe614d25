/// Which pinned customers a change may take otherwise, as whoever makes it said.
package enum PinBreaking: Hashable, Sendable {
  case none
  /// Those that were looked at, and no others that come of what somebody else changed meanwhile.
  case these(Set<BrokenPin.ID>)
  case all

  /// Those of a question that was answered; without any it is `none`.
  package init(_ pins: [BrokenPin]) {
    self = pins.isEmpty ? .none : .these(Set(pins.map(\.id)))
  }

  package func permits(_ pin: BrokenPin) -> Bool {
    switch self {
    case .none: false
    case .these(let ids): ids.contains(pin.id)
    case .all: true
    }
  }
}
