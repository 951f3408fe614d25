import JSONLogic
import RapportCore
import RapportStore

/// Why a command could not answer.
struct CommandFailure: Error {
  /// Stable, for scripts: `no-store`, `no-customer`, `ambiguous`, ...
  var code: String
  /// Lower case and without a full stop; says what would be right.
  var message: String
  var place: Place?
  /// Further members of the JSON form.
  var details: [String: JSON] = [:]

  var json: JSON {
    var error = JSONObject()
    error["code"] = .string(code)
    error["message"] = .string(message)
    error["place"] = place.map { .string($0.description) } ?? .null
    for (key, value) in details { error[key] = value }
    return ["error": .object(error)]
  }

  var text: String {
    "rapport: " + (place.map { "\($0): " } ?? "") + message
  }
}

extension CommandFailure {
  /// What another part of the program failed with, said as a command's failure.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as FileError:
      self.init(code: error.isMissing ? "no-file" : "file", message: error.description)
    default: self.init(code: "failed", message: String(describing: error))
    }
  }
}
