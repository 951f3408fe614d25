import RapportCore
import RapportStore

extension StoreHammer {
  /// Says again and again that a segment does not fit, each time under an id of its own.
  static func say(in folder: String, name: String) async throws {
    let journal = JSONJournal(StoreLocation(folder))
    for number in 1... {
      try await journal.append(
        Feedback(
          id: Feedback.ID("\(name)-\(number)"),
          at: Instant(seconds: Int64(number)),
          by: "jr",
          on: Feedback.Subject("segment", "loyal", revision: 7),
          verdict: .not
        )
      )
      say("\(number)")
    }
  }
}
