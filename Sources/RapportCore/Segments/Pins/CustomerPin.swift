package import JSONLogic

/// Pinning a customer to a segment: as one who must belong, who must not, or as neither.
package struct CustomerPin: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case must, mustNot = "must-not", none
  }

  package var segment: Segment.ID
  package var customer: Customer.ID
  package var kind: Kind

  package init(_ kind: Kind, _ customer: Customer.ID, in segment: Segment.ID) {
    self.kind = kind
    self.customer = customer
    self.segment = segment
  }

  package var reference: DefinitionReference { DefinitionReference(.segment, segment.rawValue) }

  /// The segment as its file has it, with the pin; the pins stay sorted.
  package func applied(to object: JSON) -> JSON {
    var object = object
    var golden = object["golden"]?.objectValue ?? [:]
    let lists = [("members", Kind.must), ("nonmembers", Kind.mustNot)]
    for (key, own) in lists {
      var ids = (golden[key]?.arrayValue ?? []).filter { $0.stringValue != customer.rawValue }
      if own == kind {
        let place = ids.firstIndex { ($0.stringValue ?? "") > customer.rawValue }
        ids.insert(.string(customer.rawValue), at: place ?? ids.endIndex)
      }
      golden[key] = ids.isEmpty ? nil : .array(ids)
    }
    object["golden"] = golden.isEmpty ? nil : .object(golden)
    return object
  }
}

extension Segment {
  /// How a customer is pinned to it.
  package func pin(of customer: Customer.ID) -> CustomerPin.Kind {
    if goldenMembers.contains(customer) { return .must }
    return goldenNonmembers.contains(customer) ? .mustNot : .none
  }
}

extension CustomerPin.Kind {
  /// On screen.
  package var words: String {
    switch self {
    case .must: "must belong"
    case .mustNot: "must not belong"
    case .none: "not pinned"
    }
  }
}
