import RapportCore

/// Calling back when something that is closed now opens.
extension App {
  var canCallBack: Availability {
    guard let tab = desk.front else { return .no("nobody is open: find the caller first") }
    guard !tab.isEnding else { return .no("this contact is being logged") }
    guard tab.customer != nil else { return .no("nobody is known to call back") }
    return .when(
      tab.callbackOffer(at: tab.focus(layout)) != nil,
      else: "nothing is closed now that opens within four weeks"
    )
  }

  /// Notes the promise with the contact, for when the offer opens; again: takes it out.
  mutating func noteCallback(now: Instant) -> [Effect] {
    guard let tab = desk.front, let (offer, opens) = tab.callbackOffer(at: tab.focus(layout)) else {
      return []
    }
    let name = tab.name(of: offer.service)
    let time = OpeningWords(now: now, here: zone, there: tab.facts?.zone).time(opens)
    let promise = Promise(due: .moment(opens), by: agent.id, what: "call back: \(name)")
    let isNoted = tab.contact.promise == promise
    let effects = change(isNoted ? "no callback" : "the callback", now: now) {
      $0.promise = isNoted ? nil : promise
    }
    say(.ok, isNoted ? "No callback" : "Callback noted for \(time)", at: now)
    return effects
  }

  /// `Monday 08:00 here, 02:00 there: call back`.
  func words(_ promise: Promise, now: Instant) -> String {
    let when: String
    switch promise.due {
    case .moment(let instant):
      let there = desk.front?.facts?.zone
      when = OpeningWords(now: now, here: zone, there: there).time(instant)
    case .day(let date): when = TimeWords.day(date, now: now, zone: zone)
    }
    let who = promise.by.flatMap { $0 == agent.id ? nil : " by \($0)" } ?? ""
    return when + who + (promise.what.map { ", \($0)" } ?? "")
  }
}

extension Tab {
  /// What is closed now and opens again: the offer under the cursor, or what it stands in for; else
  /// the first that something stands in for.
  func callbackOffer(at stop: Stop?) -> (offer: ServiceOffer, opens: Instant)? {
    let closed = guidance.services.compactMap { offer -> (ServiceOffer, Instant)? in
      guard offer.isShown, case .closed(let opens?) = offer.availability else { return nil }
      return (offer, opens)
    }
    if let here = offer(at: stop) {
      if let found = closed.first(where: { $0.0.id == here.id || $0.0.instead == here.id }) {
        return found
      }
    }
    return closed.first { $0.0.instead != nil }
  }
}
