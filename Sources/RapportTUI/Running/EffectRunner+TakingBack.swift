import RapportCore
import Terminal

extension EffectRunner {
  /// What others changed since stays; where they changed the same, the store says who did.
  func tryBack(_ change: DefinitionChange, at now: Instant) async {
    let definitions = definitions
    guard let back = try? change.rebased(on: definitions.documents) else {
      return mailbox.post(.triedBack(change, [], []))
    }
    let outcome = await outcome(of: back, at: now)
    mailbox.post(.triedBack(change, outcome.newProblems, outcome.brokenPins))
  }
}
