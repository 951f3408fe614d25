/// Somebody who works here.
///
/// `role` shapes the interface; it is not a lock.
package struct Agent: Sendable, Hashable, Identifiable {
  package typealias ID = Identifier<Agent>

  package enum Role: String, Sendable { case agent, supervisor, trainer }

  package var id: ID
  package var name: String
  package var team: String?
  package var languages: [String] = []
  package var role: Role = .agent

  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}
