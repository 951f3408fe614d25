import RapportCore

/// What a row of a list does when it is taken.
enum Choice: Hashable, Sendable {
  case action(Action.ID)
  case contact(Contact.ID)
  case channel(Channel)
  /// Nil is the customer's own.
  case language(String?)
  case reason(Intent.ID)
  case theme(String)
  case outcome(Outcome)
  /// In so many days; nil asks for a date.
  case followUp(days: Int?)
  /// What a caller said, as `AttributeAnswer` reads it.
  case answer(path: String, String, words: String)
  case declineAnswer(path: String)
  /// To type it instead.
  case typeAnswer(path: String)
  case discardCaller
  case leave, stay
}
