import JSONLogic

/// Members of a segment to call, and what to ask them.
package struct CallList: Sendable {
  package struct Entry: Sendable, Identifiable {
    package var customer: Customer
    package var account: Customer?
    /// What their clocks show; nil where no time zone is known of them.
    package var local: LocalDateTime?
    package var reach: Reach

    package var id: Customer.ID { customer.id }
  }

  /// When somebody can be called without waking them.
  package enum Reach: Sendable, Hashable {
    case now
    /// On the team's clock.
    case from(Instant)
    /// Nobody knows their time zone.
    case unknown
  }

  /// Why a member who was drawn is not called, in the order in which it is told.
  package enum Obstacle: Int, Sendable, CaseIterable {
    case account, unreachable, asked
  }

  package var segment: Segment
  package var questions: [ProfilePart]
  package var entries: [Entry]
  /// How many members the segment has, and how many of those looked at were passed over for what.
  package var members: Int
  package var obstacles: [Obstacle: Int]

  package var passedOver: Int { obstacles.values.reduce(0, +) }

  /// Days for which somebody who was called or asked is left alone.
  package static let quietDays = 30

  package init(
    _ segment: Segment,
    entries: [Entry],
    members: Int,
    obstacles: [Obstacle: Int]
  ) {
    self.segment = segment
    questions = segment.parts
    self.entries = entries
    self.members = members
    self.obstacles = obstacles
  }
}

extension CallList {
  /// What keeps a member from being called; nil where nothing does.
  package static func obstacle(
    to customer: Customer,
    history: [Interaction],
    answers: [Feedback],
    at moment: Instant
  ) -> Obstacle? {
    guard customer.kind == .person else { return .account }
    guard !(customer.phones + customer.emails).isEmpty else { return .unreachable }
    let since = moment.adding(seconds: -Int64(quietDays) * 86_400)
    let wasCalled = history.contains { past in
      past.at > since && past.at <= moment && past.record["direction"]?.stringValue == "out"
    }
    let wasAsked = answers.contains { $0.customer == customer.id && $0.at > since }
    return wasCalled || wasAsked ? .asked : nil
  }
}

extension CallList.Entry {
  /// - Parameters:
  ///   - customer: who is to be called.
  ///   - account: that they belong to.
  ///   - moment: now.
  package init(_ customer: Customer, account: Customer?, at moment: Instant) {
    self.customer = customer
    self.account = account
    guard let zone = customer.timeZone.flatMap(TimeZones.zone) else {
      reach = .unknown
      return
    }
    let local = zone.local(moment)
    self.local = local
    reach = Self.hours.contains(local.secondOfDay / 3600) ? .now : .from(Self.next(local, in: zone))
  }

  /// From nine to eight in the evening.
  private static let hours = 9..<20

  private static func next(_ local: LocalDateTime, in zone: Zone) -> Instant {
    let isEarly = local.secondOfDay / 3600 < hours.lowerBound
    let day = isEarly ? local.date : local.date.adding(days: 1)
    return zone.instant(LocalDateTime(date: day, secondOfDay: hours.lowerBound * 3600))
  }
}
