/// Who there is to serve, as far as it was counted.
package struct Demand: Sendable {
  /// Customers who speak a language; nil as segment are all of them.
  package struct Group: Hashable, Sendable {
    package var segment: Segment.ID?
    /// Without a region; the store's for those of whom none is known.
    package var language: String

    package init(_ segment: Segment.ID?, _ language: String) {
      self.segment = segment
      self.language = language
    }
  }

  /// Their contacts about a reason through a channel.
  package struct Topic: Hashable, Sendable {
    package var group: Group
    package var intent: Intent.ID
    package var channel: Channel

    package init(_ group: Group, _ intent: Intent.ID, _ channel: Channel) {
      self.group = group
      self.intent = intent
      self.channel = channel
    }
  }

  package var customers: [Group: Int] = [:]
  package var contacts: [Topic: Int] = [:]

  package init() {}
}
