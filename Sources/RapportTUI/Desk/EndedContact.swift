/// The contact that ended last while this window was open.
struct EndedContact: Sendable {
  /// As it was when its outcome was on the way to the journal.
  var tab: Tab
  /// Nothing was done since, so that undo means it.
  var isLatest = true
}
