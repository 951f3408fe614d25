/// A need or a preference in the profile of a segment, which its members can be asked about.
package struct ProfilePart: Sendable, Hashable, Identifiable {
  package enum List: String, Sendable, CaseIterable {
    case needs, preferences
  }

  package var list: List
  package var index: Int
  /// As the supervisor wrote it: `short answers`.
  package var text: String

  package init(_ list: List, _ index: Int, _ text: String) {
    self.list = list
    self.index = index
    self.text = text
  }

  /// As feedback names it: `needs/0`.
  package var id: String { "\(list.rawValue)/\(index)" }

  /// What a member is asked: `You prefer short answers. Is that so?`.
  package var question: String {
    switch list {
    case .needs: "You need \(text). Is that so?"
    case .preferences: "You prefer \(text). Is that so?"
    }
  }

  /// `need: fast exchange`.
  package var words: String {
    switch list {
    case .needs: "need: \(text)"
    case .preferences: "preference: \(text)"
    }
  }
}

extension Segment {
  /// What its members are asked about: every need and every preference.
  ///
  /// How they behave is seen in their data.
  package var parts: [ProfilePart] { ProfilePart.List.allCases.flatMap(parts) }

  private func parts(_ list: ProfilePart.List) -> [ProfilePart] {
    let texts =
      switch list {
      case .needs: needs
      case .preferences: preferences
      }
    return texts.enumerated().map { ProfilePart(list, $0, $1) }
  }

  /// The part that feedback or a command names; nil where there is none of that name.
  package func part(_ id: String) -> ProfilePart? {
    parts.first { $0.id == id }
  }
}
