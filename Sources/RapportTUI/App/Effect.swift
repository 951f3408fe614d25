import RapportCore

/// Work that an update asks for; its result comes back as a `Message`.
enum Effect: Sendable {
  case find(String, limit: Int, own: [Customer.ID], generation: Int)
  /// Segments and last contact of customers on the screen.
  case summarise([Customer], generation: Int, at: Instant)
  case census
  /// What is due, and whom the agent and others served last.
  case agenda(Agent.ID, at: Instant)
  /// Who may be the new caller.
  case findKnown(NewCaller, generation: Int)
  case open(Customer.ID, as: Opening, at: Instant)
  case loadDrafts
  case saveDraft(Contact)
  case removeDraft(Contact.ID)
  case saveCaller(NewCaller)
  case removeCaller(NewCaller.ID)
  /// The new caller's draft goes as soon as the store has the record.
  case create(CustomerPatch)
  /// The draft goes as soon as the journal has the outcome.
  case log(Interaction, ends: Contact.ID)
  /// Takes its outcome back; the draft is there before the journal says so.
  case takeBack(Contact, at: Instant)
  case apply(CustomerPatch)
  /// What agents said, and what of it the agent has not read the answer to.
  case readFeedback(Agent.ID)
  case saveFeedback(Feedback)
  case takeBackFeedback(Feedback)
  case answerFeedback(Feedback.ID, Feedback.Answer)
  case noteRead(Feedback)
  case saveDefinitions(DefinitionChange)
  /// Opens a document in the agent's own editor, which has the terminal meanwhile; `name` is that of a
  /// file, and names the document in what comes back.
  case edit(document: String, name: String)
  case saveEdit(DefinitionDraft)
  case removeEdit(DefinitionDraft.ID)
  /// What was chosen and typed of a merge and the like.
  case keepRefining(RefiningDraft)
  case dropRefining(RefiningDraft.ID)
  /// The customers that drafts are shown for, those of this session first.
  case chooseSamples(own: [Customer.ID], at: Instant)
  case tryOut(Trial)
  /// What a rule would do to its segment.
  case tryRule(RuleTrial)
  /// How the values of an attribute spread over the customers.
  case spread(of: String, at: Instant)
  case reload
  /// What is wrong with the definitions.
  case check(generation: Int, at: Instant)
  /// What nobody wrote, and how many customers need it.
  case findGaps(generation: Int, at: Instant)
  /// The sizes of segments, and how the customers spread over them.
  case countSegments(generation: Int, at: Instant)
  /// What a change of segments would do.
  case refine(RefiningQuestion, generation: Int, at: Instant)
  /// The versions of a definition; `takesBack` where the last change is to be taken back.
  case readHistory(DefinitionReference, takesBack: Bool)
  /// What taking an own change back would make wrong.
  case tryBack(DefinitionChange, at: Instant)
  /// How far customers can be told apart.
  case countIdentities(generation: Int, at: Instant)
  /// What sets a group apart from another.
  case contrast(CustomerGroup, CustomerGroup, generation: Int, at: Instant)
  case countOverlaps([Segment.ID], generation: Int, at: Instant)
  case listMembers(MemberQuery, generation: Int, at: Instant)
  /// A member in full, to say why they are in some segments.
  case readMember(Customer.ID, [Segment.ID], at: Instant)
  /// Everybody of a list to a file, and to stop that.
  case writeMembers(MemberFile, at: Instant)
  case stopWriting
  /// Members of a segment to call; `others` draws others than the day does.
  case drawCalls(Segment.ID, others: Int, generation: Int, at: Instant)
  /// What votes say of each condition of a segment's rule.
  case doubt(Segment.ID, [Feedback], generation: Int, at: Instant)
  /// All that this week is told from.
  case readWeek(generation: Int, at: Instant)
  case copy(String, what: String)
  case redraw, suspend, quit
}

/// Why a customer is opened.
enum Opening: Sendable, Hashable {
  /// The agent chose them; `found` is how, where that was doubtful.
  case card(found: Hit.Quality?, generation: Int)
  /// Their draft was read, and waits in the background.
  case draft(Contact)
  /// Their contact's outcome was taken back.
  case reopened(Contact)
  /// An open contact is moved to them.
  case move(Contact.ID, found: Hit.Quality?, generation: Int)
  /// Their record may have changed.
  case refresh
  /// More is known from the journals; the record may be older than the one that is shown.
  case history
}
