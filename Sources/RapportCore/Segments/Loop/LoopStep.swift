/// The step of the loop that a segment waits at, and what to do next.
///
/// The first of these that applies:
///
/// 1. *define*: without a rule, a goal or an owner, or as a draft, nothing else can be judged;
/// 2. *adjust*: a change under test is due for judgement, which was promised for that day;
/// 3. *refine*: agents or customers doubt it, and feedback waits for an answer;
/// 4. *collect*: the rule asks for what is not known of too many;
/// 5. *analyze*: nobody belongs, or nearly everybody;
/// 6. *validate*: customers were not asked, or too few agents voted;
/// 7. *tailor*: a language that members speak has no script;
/// 8. *adjust*: satisfaction fell, the goal's day has passed, or nobody looked at it for too long;
/// 9. *measure*: too few answers to tell anything, else nothing waits.
package struct LoopStep: Sendable, Hashable {
  /// In the order of the loop.
  package enum Name: String, Sendable, CaseIterable {
    case collect, analyze, define, validate, refine, tailor, measure, adjust
  }

  /// Where the next action is done.
  package enum Place: String, Sendable, CaseIterable {
    /// Its profile: goal, owner, needs.
    case profile
    case rule
    /// What agents and customers said of it.
    case feedback
    /// What no script says.
    case gaps
    case figures
  }

  package var name: Name
  /// In words: `not checked with customers`, `German chat missing`.
  package var action: String
  package var place: Place

  package init(_ name: Name, _ action: String, at place: Place) {
    self.name = name
    self.action = action
    self.place = place
  }

  /// `validate: not checked with customers`.
  package var words: String { "\(name.rawValue): \(action)" }
}
