/// What is found in rules and texts as a matter of judgement; the raw value is how `waive` and `rapport check` name it.
package enum Finding: String, Sendable, CaseIterable {
  /// The rule or a condition can never hold.
  case alwaysFalse = "always-false"
  /// It holds for everybody of whom the values are known.
  case alwaysTrue = "always-true"
  /// Conditions that cannot hold together.
  case contradiction
  /// A branch that no customer gets to.
  case unreachable
  /// A condition that always holds where the others do.
  case redundant
  /// A comparison with an item of a list that names an attribute of the customer.
  case outerVariable = "outer-variable"
  /// More conditions than one can act on.
  case manyConditions = "many-conditions"
  /// A protected attribute decides.
  case protected
  /// A stronger segment takes its members.
  case shadowed
  /// Two segments of nearly the same members.
  case nearlyEqual = "nearly-equal"
  case noMembers = "no-members"
  /// It raises an error for some customers.
  case fails
  case everyone
  /// Many customers lack an attribute that the rule compares.
  case lacking
  /// It reads what no column has, so that counting it takes every customer's record.
  case slow

  /// A word that no text in this tone may have, and a phrase that it does without.
  case bannedWord = "banned-word"
  case avoidedPhrase = "avoided-phrase"
  /// Words that put customers off, that promise too much, and that do not say when.
  case negative, promise, vague
  /// Too familiar for a formal tone.
  case informal
  case exclamations
  /// The words do not carry the voice of the tone.
  case voice
  case longSentence = "long-sentence"
  case longMessage = "long-message"
  case hardToRead = "hard-to-read"
  case noGreeting = "no-greeting"
  case noClosing = "no-closing"
  /// Nothing shows that a complaint was heard, or it comes after what the customer has to do.
  case noAcknowledgement = "no-acknowledgement"
  case lateAcknowledgement = "late-acknowledgement"
  /// A playful tone in a complaint.
  case humor
  /// What tells of a person, in a channel that everybody reads.
  case personalData = "personal-data"
  case unusedAsk = "unused-ask"
  /// A phrase of the store's own that a tone does not have in the language.
  case missingPhrase = "missing-phrase"
  /// Customers whose language and channel no script serves.
  case gap
  /// A waiver of what is no longer found.
  case needlessWaiver = "needless-waiver"
}

/// A finding that somebody has looked at and accepts.
package struct Waiver: Sendable, Hashable {
  /// Nil: any finding at the place.
  package var finding: Finding?
  /// From the file's root, such as `/rule/and/0`; nil: anywhere in the file.
  package var pointer: String?
  package var reason: String

  package init(finding: Finding?, pointer: String?, reason: String) {
    self.finding = finding
    self.pointer = pointer
    self.reason = reason
  }

  /// Whether it accepts a problem; only findings can be accepted.
  func covers(_ problem: Problem) -> Bool {
    guard let found = problem.finding else { return false }
    if let finding, finding != found { return false }
    guard let pointer else { return true }
    let place = problem.place.pointer ?? ""
    return place == pointer || place.hasPrefix(pointer + "/")
  }
}
