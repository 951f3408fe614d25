import RapportCore
import Terminal

extension App {
  /// Takes note of themes whose files changed, and says once what is wrong with the one that is on.
  mutating func take(_ readings: [ThemeSource.Reading], now: Instant) {
    themes = Set(themes + readings.filter(\.isUsable).map(\.theme.name)).sorted()
    guard let reading = readings.first(where: { $0.theme.name == theme }),
      reading.problems != themeProblems
    else { return }
    themeProblems = reading.problems
    guard let problem = reading.problems.first else {
      say(.ok, "The theme \(theme) is right again", at: now)
      return
    }
    let more = reading.problems.count > 1 ? ", and \(reading.problems.count - 1) more" : ""
    let kept = reading.isUsable ? "" : "The theme \(theme) stays as it was: "
    say(reading.isUsable ? .warning : .error, "\(kept)\(problem)\(more)", at: now)
  }
}
