import RapportCore

extension FollowUp {
  /// `2 days overdue`, `due today 15:30`, `promised for tomorrow`.
  func dueWords(now: Instant, zone: Zone) -> String {
    let days = zone.date(now).days(since: due)
    let time = moment.map { " \(zone.local($0).clock)" } ?? ""
    if days > 0 { return "\(TimeWords.plural(days, "day")) overdue" }
    return days == 0
      ? "due today\(time)" : "promised for \(TimeWords.day(due, now: now, zone: zone))\(time)"
  }

  /// `2 days overdue: call back, Charged twice`.
  func words(_ knowledge: Knowledge, now: Instant, zone: Zone) -> String {
    let due = dueWords(now: now, zone: zone)
    let what = [what, knowledge.title(of: intent)].compactMap(\.self)
    return what.isEmpty ? due : "\(due): \(what.joined(separator: ", "))"
  }
}
