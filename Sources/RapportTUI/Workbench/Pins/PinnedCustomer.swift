import RapportCore

/// A pin that somebody is about to set, or that is being written.
struct PinnedCustomer: Hashable, Sendable {
  var pin: CustomerPin
  /// `Zoë Müller`.
  var customer: String
  /// `Loyal advocates`.
  var segment: String
  /// How the rule answers now, where it says otherwise than the pin: `11 orders (12 or more)`.
  var against: String?

  /// `Zoë Müller must belong to Loyal advocates`.
  var words: String {
    switch pin.kind {
    case .must: "\(customer) must belong to \(segment)"
    case .mustNot: "\(customer) must not belong to \(segment)"
    case .none: "\(customer) is not pinned to \(segment)"
    }
  }
}

extension CustomerPin {
  /// That the rule may say otherwise than it.
  var breaking: PinBreaking {
    kind == .none ? .none : .these([BrokenPin.id(segment, customer, mustBelong: kind == .must)])
  }
}
