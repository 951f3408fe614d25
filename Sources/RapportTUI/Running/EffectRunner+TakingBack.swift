import RapportCore
import Terminal

extension EffectRunner {
  /// What others changed since stays; where they changed the same, the store says who did.
  func tryBack(_ change: DefinitionChange, at now: Instant) async {
    let definitions = definitions
    guard let back = try? change.rebased(on: definitions.documents) else {
      return mailbox.post(.triedBack(change, [], []))
    }
    let trial = DefinitionTrial(definitions, at: now)
    let pinned = await facts(of: trial.pinned(by: back), at: now)
    let outcome = trial.outcome(of: back, pinned: pinned)
    mailbox.post(.triedBack(change, outcome.newProblems, outcome.brokenPins))
  }
}
