/// How far customers and callers can be told apart, so that counts of them are trusted.
package struct CustomerIdentities: Hashable, Sendable {
  /// Who has a name, a telephone number or an e-mail address.
  package var identified: Int
  /// Who can be reached: by a telephone number or an e-mail address.
  package var reachable: Int
  /// Persons who share a telephone number or an e-mail address with another one.
  package var likelyDuplicates: Int
  /// Contacts with callers whom nobody knew.
  package var anonymousContacts: Int
  /// Of the members of each segment those who can be reached.
  package var reachableMembers: [Segment.ID: Int] = [:]

  package init(
    identified: Int = 0,
    reachable: Int = 0,
    likelyDuplicates: Int = 0,
    anonymousContacts: Int = 0
  ) {
    self.identified = identified
    self.reachable = reachable
    self.likelyDuplicates = likelyDuplicates
    self.anonymousContacts = anonymousContacts
  }
}
