/// The open contacts of one agent, kept where a crash cannot take them.
package protocol ContactDrafts: Sendable {
  /// Those no other running window holds, oldest first, with the reason for each that cannot be read.
  func load() async throws -> (contacts: [Contact], problems: [Problem])

  /// Returns when the draft is on disk.
  func save(_ contact: Contact) async throws

  func remove(_ id: Contact.ID) async throws
}
