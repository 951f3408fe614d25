/// How the caller feels, as the agent sets it; never guessed silently.
package enum Mood: String, Sendable, CaseIterable { case calm, upset }
