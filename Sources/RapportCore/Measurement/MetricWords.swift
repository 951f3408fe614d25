/// What a goal is measured by, in plain words.
package enum MetricWords {
  package static func text(_ metric: String) -> String {
    names[metric] ?? metric.replacing("-", with: " ")
  }

  private static let names = [
    "csat": "satisfaction", "loyalty": "loyalty score", "ces": "ease",
    "fcr": "solved at once", "repeat": "repeat orders", "cost": "cost a contact",
  ]
}
