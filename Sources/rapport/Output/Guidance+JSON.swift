import JSONLogic
import RapportCore

/// The documented JSON of `rapport show`; its names are the store's.
struct GuidanceJSON {
  let guidance: Guidance
  let definitions: Definitions
  /// Times are written with the offset they have here.
  let zone: Zone

  var json: JSON {
    [
      "customer": guidance.customer.map { .object($0.record) } ?? .null,
      "account": guidance.account.map { .object($0.record) } ?? .null,
      "memberships": .array(guidance.memberships.map { .object($0.json) }),
      "askNext": .array(guidance.questions.map(question)),
      "settlement": guidance.settlement.map(settlement) ?? .null,
      "tone": ToneJSON(tone: guidance.tone, definitions: definitions).json,
      "services": .array(guidance.services.map(service)),
      "script": guidance.script.map { RenderedScriptJSON(script: $0).json } ?? .null,
      "noScript": guidance.noScript.map { .string($0) } ?? .null,
    ]
  }

  private func question(_ question: NextQuestion) -> JSON {
    [
      "path": .string(question.path),
      "question": .string(question.question),
      "reason": question.reason.map { .string($0) } ?? .null,
      "choices": .array(question.choices.map { .string($0.value) }),
      "settles": .array(question.settles.map { .string($0.rawValue) }),
    ]
  }

  private func settlement(_ settlement: Settlement) -> JSON {
    [
      "questions": .number(JSONNumber(settlement.questions)),
      "settled": .number(JSONNumber(settlement.settled)),
      "unknown": .number(JSONNumber(settlement.unknown)),
    ]
  }

  /// One of `services`; also a row of `rapport service list --customer`.
  func service(_ offer: ServiceOffer) -> JSON {
    let isTold = offer.service.hours.map { TimeZones.zone($0.timeZone) != nil } ?? false
    var json = ServiceTimes(isTold ? offer.availability : nil).json(in: zone)
    json["id"] = .string(offer.service.id.rawValue)
    json["name"] = .string(name(offer.service))
    json["kind"] = .string(offer.service.kind.rawValue)
    json["from"] = .array(offer.from.map { .string($0.rawValue) })
    json["answer"] = .string(offer.answer.rawValue)
    json["because"] = .string(offer.because)
    json["status"] = offer.status.isEmpty ? .null : .string(offer.status)
    json["say"] = offer.say.complete.map { .string($0) } ?? .null
    json["waits"] = offer.waits.map { .string($0) } ?? .null
    json["whenClosed"] = offer.whenClosed.map { .string($0) } ?? .null
    json["instead"] = offer.instead.map { .string($0.rawValue) } ?? .null
    json["better"] = offer.better.map { .string($0.rawValue) } ?? .null
    return .object(json)
  }

  private func name(_ service: Service) -> String {
    service.name.text(preferring: [definitions.settings.language, "en"]) ?? service.id.rawValue
  }
}
