import RapportCore
import Terminal

/// The result of an effect.
enum Message: Sendable {
  case found(FindResult, generation: Int)
  case summaries([Customer.ID: HitSummary], generation: Int)
  case census(Census)
  /// With the customers it names.
  case agenda(Agenda, [Customer.ID: Customer])
  case known([LikelyDuplicate], more: Int, of: NewCaller.ID, generation: Int)
  case opened(OpenedCustomer, as: Opening)
  case notOpened(Customer.ID, why: String, as: Opening)
  case drafts([Contact], problems: [Problem])
  case callers([NewCaller])
  case draftNotSaved(Contact.ID, why: String)
  case logged(Contact.ID)
  case notLogged(Contact.ID, why: String)
  case takenBack(Contact)
  case notTakenBack(Contact, why: String)
  case created(Customer)
  case notCreated(Customer.ID, why: String)
  case patched(Customer)
  case notPatched(CustomerPatch, why: String)
  /// Somebody else changed the same meanwhile.
  case conflicted(CustomerPatch, PatchConflict)
  /// Of all agents the newest; the answers to this agent's, and when those they have read were given.
  case feedback([Feedback], answers: [Feedback], read: [Feedback.ID: Instant])
  case feedbackNotRead(why: String)
  case feedbackSaved(Feedback)
  case feedbackNotSaved(Feedback, why: String)
  case feedbackTakenBack(Feedback)
  case feedbackNotTakenBack(Feedback, why: String)
  case feedbackAnswered(Feedback)
  case feedbackNotAnswered(Feedback.ID, why: String)
  /// Somebody wrote to a journal.
  case journalChanged
  /// The change as it was written.
  case definitionsSaved(DefinitionChange)
  /// The change as it was asked for.
  case definitionsNotSaved(DefinitionChange, why: String)
  /// Somebody else changed the same fields meanwhile.
  case definitionsConflicted(DefinitionChange, DefinitionConflict)
  case definitionsRefused(DefinitionChange, DefinitionRefusal)
  /// The document as the agent left it in their editor; without a text nothing is to be changed, and
  /// `why` says why, as a sentence.
  case edited(text: String?, name: String, why: String?)
  case copied(what: String, ClipboardOutcome)
  case reloaded(Knowledge)
  /// Themes as their files say them now.
  case themes([ThemeSource.Reading])
  case edits([DefinitionDraft], [RefiningDraft] = [])
  case samples([Sample])
  case tried(TrialOutcome, of: DefinitionDraft.ID)
  case triedRule(RuleOutcome)
  case spread(AttributeDistribution?, of: String)
  case checked([Problem], generation: Int)
  case gaps(GapReport, Gaps.Count, generation: Int)
  case overview(Result<SegmentOverview, CountingFailure>, generation: Int)
  case identities(Result<CustomerIdentities, CountingFailure>, generation: Int)
  case contrast(Result<GroupContrast, CountingFailure>, generation: Int)
  case overlaps(Result<OverlapMatrix, CountingFailure>, generation: Int)
  case members(Result<MemberPage, CountingFailure>, generation: Int)
  case memberRead(OpenedCustomer, [Segment.ID])
  case membersWriting(MemberFile, MemberProgress)
  case membersWritten(MemberFile, MemberProgress)
  case membersNotWritten(MemberFile, MemberFileRefusal)
  case membersFailed(MemberFile, why: String)
  case calls(Result<CallList, CountingFailure>, generation: Int)
  case doubts(Result<[ConditionDoubt], CountingFailure>, generation: Int)
  /// Somebody changed customers.
  case customersChanged
  /// Without `isComplete`, only what is quickly read.
  case week(WeekFacts, isComplete: Bool, generation: Int)
  case refined(RefiningAnswer, generation: Int)
  case history(
    Result<SegmentHistory, CountingFailure>,
    of: DefinitionReference,
    takesBack: Bool
  )
  /// What taking a change back would make wrong, and which pinned customers it would take otherwise.
  case triedBack(DefinitionChange, [Problem], [BrokenPin])
  case failed(String)
}

/// A customer with what the Desk shows of them.
struct OpenedCustomer: Sendable {
  var customer: Customer
  var account: Customer?
  /// The newest first.
  var history: [Interaction]
  /// What attributes are derived from.
  var background: CustomerHistory?

  var known: KnownCustomer { KnownCustomer(customer, account: account, history: background) }
}

/// What a row of Find says besides the record.
struct HitSummary: Sendable {
  var memberships: [Membership]
  var lastContact: Interaction?
  var account: Customer?
}

/// What `App.update` is told.
enum AppEvent: Sendable {
  case start
  case input(Event)
  case message(Message)
  /// A deadline passed.
  case tick
  /// The program was suspended and goes on.
  case resumed
}
