/// The customers by segment, counted at one moment.
package struct SegmentOverview: Sendable {
  /// Of all segments, in their order.
  package var sizes: [SegmentSize]
  package var customers: Int
  /// Who is in no active segment.
  package var inNone: Int
  /// Who is in two active segments or more.
  package var inSeveral: Int

  package init(sizes: [SegmentSize] = [], customers: Int = 0, inNone: Int = 0, inSeveral: Int = 0) {
    self.sizes = sizes
    self.customers = customers
    self.inNone = inNone
    self.inSeveral = inSeveral
  }

  package func size(of id: Segment.ID) -> SegmentSize? { sizes.first { $0.id == id } }
}
