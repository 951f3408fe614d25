package import RapportCore

extension Channel {
  /// On screen.
  var word: String {
    switch self {
    case .phone: "phone"
    case .email: "e-mail"
    case .chat: "chat"
    case .social: "social"
    }
  }
}

extension Membership.Answer {
  /// On screen.
  package var word: String {
    switch self {
    case .in: "belongs"
    case .out: "does not"
    case .unknown: "not known yet"
    case .broken: "rule cannot be used"
    }
  }
}

extension Hit.Quality {
  /// `found by ...`.
  var foundBy: String {
    switch self {
    case .partial: "only some of what was typed"
    case .sound: "sound"
    case .fuzzy: "a similar spelling"
    case .nickname: "a nickname"
    case .prefix, .suffix, .exact: "what was typed"
    }
  }
}
