import JSONLogic

/// What a change of segments does to the customers, of today's.
package struct SegmentsEffect: Sendable {
  package struct Part: Sendable, Identifiable {
    package var id: Segment.ID
    /// Whether the change touches the segment, and not only one that its rule asks for.
    package var isDirect: Bool
    package var difference: SegmentDifference

    package init(_ id: Segment.ID, isDirect: Bool, _ difference: SegmentDifference) {
      self.id = id
      self.isDirect = isDirect
      self.difference = difference
    }

    /// Whether somebody's answer differs, also to *not known*.
    package var isSeen: Bool {
      difference.joining + difference.leaving > 0
        || difference.before.unknown != difference.after.unknown
        || difference.before.broken != difference.after.broken
    }
  }

  /// The segments of the change, then those that ask for one of them.
  package var parts: [Part]
  /// Of the segments that are looked at together: who was in none and is in one then, and the reverse.
  package var fromNone = 0
  package var toNone = 0

  package init(parts: [Part] = [], fromNone: Int = 0, toNone: Int = 0) {
    self.parts = parts
    self.fromNone = fromNone
    self.toNone = toNone
  }

  /// What happens to one of the segments; nothing where it is not touched.
  package subscript(id: Segment.ID) -> SegmentDifference {
    parts.first { $0.id == id }?.difference ?? SegmentDifference()
  }
}
