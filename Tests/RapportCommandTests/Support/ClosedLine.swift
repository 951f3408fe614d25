import Glibc

/// A line for key accounts that is closed whenever a test runs, in the tea trader's store.
enum ClosedLine {
  /// Writes it, with a callback instead, and answers when it opens: on the third day from now.
  static func write(in place: Workplace) throws -> String {
    var moment = time(nil) + 3 * 86_400
    var day = tm()
    gmtime_r(&moment, &day)
    let weekday = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"][Int(day.tm_wday)]
    try place.write(
      """
      {"id": "key-line", "name": "Key line", "kind": "support-hours", "revision": 1,
       "summary": "Named agents.", "offer": {"en": "I can put you through to your own agent."},
       "hours": {"timeZone": "UTC", "weekly": {"\(weekday)": ["08:00-18:00"]}},
       "whenClosed": {"en": "They are back soon."}, "instead": "callback"}
      """,
      to: "services/key-line.json"
    )
    try place.write(
      """
      {"id": "callback", "name": "Call back", "kind": "benefit", "revision": 1,
       "summary": "We call back.", "offer": {"en": "May we call you back?"}}
      """,
      to: "services/callback.json"
    )
    try place.write(
      """
      {"id": "regulars", "name": "Key accounts", "status": "active", "priority": 1, "revision": 4,
       "summary": "Order much.", "goal": {"text": "Keep them."},
       "rule": {">=": [{"var": "behavioral.orders"}, 5]}, "tone": "plain",
       "services": ["key-line"]}
      """,
      to: "segments/regulars.json"
    )
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.tm_year + 1900)-\(two(day.tm_mon + 1))-\(two(day.tm_mday))T08:00:00Z"
  }
}
