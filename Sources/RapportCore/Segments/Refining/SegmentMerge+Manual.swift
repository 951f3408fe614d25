import JSONLogic

/// Decisions by hand: who is in either, or in both, is so by them too.
extension SegmentMerge {
  /// The customers whose places have to be known.
  package var named: [Customer.ID] {
    var seen: Set<Customer.ID> = []
    return (first.manual + second.manual).map(\.customer).filter { seen.insert($0).inserted }
  }

  /// Notes in which of the two each of some customers is.
  package mutating func place(_ facts: [Customer.ID: CustomerFacts], at moment: Instant) {
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    today = zone.date(moment)
    let evaluator = MembershipEvaluator(definitions, at: moment)
    for (id, facts) in facts {
      let answers = evaluator.answers(of: facts)
      places[id] = Set(
        [(Side.first, first), (.second, second)].filter { answers[$0.1.id] == .in }.map(\.0)
      )
    }
  }

  /// The entries that what comes out of it keeps; nil for none.
  ///
  /// Of a customer of whom both say something the preferred one counts.
  var manual: JSON? {
    let sides: [Side] = choices["manual"] == .second ? [.second, .first] : [.first, .second]
    var kept: [JSON] = []
    for side in sides {
      let before = Set(kept.compactMap(Self.customer))
      kept += entries(of: side).filter { entry in
        guard let customer = Self.customer(entry) else { return true }
        return !before.contains(customer) && keeps(entry, of: customer, from: side)
      }
    }
    return union(kept, [])
  }

  /// What a person decided for one of the two that does not count any more, and why.
  package var dropped: [String] {
    Side.allCases.flatMap { side in
      let (own, other) = side == .first ? (first, second) : (second, first)
      return entries(of: side).compactMap { entry -> String? in
        guard let customer = Self.customer(entry), !keeps(entry, of: customer, from: side) else {
          return nil
        }
        guard Self.isMember(entry) else {
          return "\(customer) was kept out of \(own.name), but is in \(other.name): is in it then"
        }
        let place = places[customer] == nil ? "is not known to be" : "is not"
        return "\(customer) was taken into \(own.name), but \(place) in \(other.name): "
          + "the rule decides"
      }
    }
  }

  /// In either is who one of the two takes in, in both who none of them keeps out.
  private func keeps(_ entry: JSON, of customer: Customer.ID, from side: Side) -> Bool {
    let other: Side = side == .first ? .second : .first
    if entries(of: other).contains(where: { Self.customer($0) == customer }) { return true }
    let isInOther = places[customer]?.contains(other)
    return switch (joining, Self.isMember(entry)) {
    case (.any, true), (.all, false): true
    case (.any, false): isInOther != true
    case (.all, true): isInOther == true
    }
  }

  private func entries(of side: Side) -> [JSON] {
    let all = document(side == .first ? first : second)["manual"]?.arrayValue ?? []
    return all.filter { entry in
      guard let today, let text = entry["until"]?.stringValue,
        let until = CalendarDate(parsing: text)
      else {
        return true
      }
      return today <= until
    }
  }

  private static func customer(_ entry: JSON) -> Customer.ID? {
    (entry["customer"]?.stringValue).map { Customer.ID($0) }
  }

  private static func isMember(_ entry: JSON) -> Bool { entry["member"]?.boolValue ?? true }
}
