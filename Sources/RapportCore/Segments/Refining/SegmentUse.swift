import JSONLogic

/// A definition that refers to a segment.
package struct SegmentUse: Hashable, Sendable {
  package enum Manner: String, Sendable {
    /// A script that names the segments it is for.
    case serves
    /// A rule that asks for membership.
    case asks
  }

  package var reference: DefinitionReference
  package var name: String
  package var manner: Manner
  /// Whether it is for nobody else: of a script all whose segments are meant.
  package var isOnly = false
}

extension Definitions {
  /// What refers to a segment: scripts, and rules of segments, offers and scripts.
  package func uses(of segment: Segment.ID) -> [SegmentUse] {
    referring.compactMap { reference, object in
      let listed = object["segments"]?.arrayValue ?? []
      let serves = reference.kind == .script && listed.contains(.string(segment.rawValue))
      let asks = SegmentMove.rules.contains { object[$0].map { Self.asks($0, segment) } ?? false }
      guard serves || asks else { return nil }
      return SegmentUse(
        reference: reference,
        name: name(of: reference, object),
        manner: serves ? .serves : .asks,
        isOnly: serves && listed.count == 1
      )
    }
  }

  /// Everything that can refer to a segment, by kind and id.
  var referring: [(reference: DefinitionReference, object: JSON)] {
    [(DefinitionReference.Kind.segment, "segments"), (.service, "services"), (.script, "scripts")]
      .flatMap { kind, folder in
        documents.folder(folder).map { (DefinitionReference(kind, $0.id), $0.document) }
      }
  }

  private static func asks(_ rule: JSON, _ segment: Segment.ID) -> Bool {
    SegmentMove.asked(by: rule).contains(segment.rawValue)
  }

  private func name(of reference: DefinitionReference, _ object: JSON) -> String {
    let text = object["name"] ?? object["title"]
    if let plain = text?.stringValue { return plain }
    let texts = text?.objectValue
    return texts?[settings.language]?.stringValue ?? texts?["en"]?.stringValue
      ?? texts?.values.first?.stringValue ?? reference.id
  }
}
