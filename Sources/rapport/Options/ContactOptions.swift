import ArgumentParser
import RapportCore

extension Channel: ExpressibleByArgument {}
extension Mood: ExpressibleByArgument {}

/// What a contact is about, for commands that give guidance.
struct ContactOptions: ParsableArguments {
  @Option(help: "How the customer reaches us; else the store's default.")
  var channel: Channel?

  @Option(help: ArgumentHelp("Instead of the customer's language.", valueName: "tag"))
  var language: String?

  @Option(help: "How the caller feels.") var mood: Mood = .calm

  func situation(in store: OpenStore, intent: Intent.ID?) -> Situation {
    var situation = Situation(
      agent: store.agent,
      channel: channel ?? store.definitions.settings.channel,
      intent: intent,
      now: store.now
    )
    situation.language = language
    situation.mood = mood
    return situation
  }
}
