import JSONLogic
import RapportCore

/// What a row of a list does when it is taken.
enum Choice: Hashable, Sendable {
  case action(Action.ID)
  case contact(Contact.ID)
  case channel(Channel)
  /// Nil is the customer's own.
  case language(String?)
  case reason(Intent.ID)
  case script(Script.ID)
  case theme(String)
  /// To its place in the workbench.
  case definition(DefinitionReference)
  case outcome(Outcome)
  /// In so many days; nil asks for a date and what else was said.
  case followUp(days: Int?)
  /// As it was promised during the contact.
  case followUpAsPromised
  /// To note a rating first.
  case rateFirst
  /// Nil takes it out; `thenEnds` goes back to the outcomes.
  case rating(Int?, thenEnds: Bool)
  /// What a caller said, as `AttributeAnswer` reads it.
  case answer(path: String, String, words: String)
  case declineAnswer(path: String)
  /// To type it instead.
  case typeAnswer(path: String)
  case feedback(FeedbackTarget, Feedback.Verdict)
  /// To what else the cursor is on.
  case feedbackOn(FeedbackTarget)
  /// What a caller asked for and the team lacks.
  case wish
  case answerFeedback([Feedback.ID])
  /// To what a member may be asked of a segment.
  case askMember(MemberQuestion)
  case pin(PinnedCustomer)
  /// To save although pinned customers would be taken otherwise.
  case breakPins
  case discardCaller
  /// Who the new caller is already, or somebody new all the same.
  case openKnown(Customer.ID), saveCaller
  /// What becomes of changes that are not saved.
  case discardEdit, keepEdit
  case discardRefining, keepRefining
  /// What takes in, and what is taken in.
  case mergeWith(Segment.ID, Segment.ID)
  /// A segment, and the path of the attribute that divides it.
  case splitBy(Segment.ID, String)
  case compare(Segment.ID, Segment.ID)
  /// Shows it in lists of members, or takes it out.
  case memberColumn(String)
  /// A list to a file, and to type another name for it.
  case writeMembers(MemberFile)
  case typeMembersPath(MemberFile)
  case newDefinition(NewDefinition)
  /// A new definition that was begun and not saved.
  case goOnWith(DefinitionReference)
  /// A definition's form, in a language that it does not speak yet.
  case translation(DefinitionReference, language: String)
  /// What was no JSON, in the editor.
  case editAgain, dropEdited
  /// The parts of a condition; `typeRuleValue` types what it compares with.
  case ruleSubject(RuleRow.Subject)
  case ruleComparison(RuleRow.Comparison)
  case ruleValue(JSON)
  case typeRuleValue
  case leave, stay
}
