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
      "tone": tone,
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

  private var tone: JSON {
    let tone = guidance.tone
    let voice = Voice.Dimension.allCases.map { dimension in
      (key: dimension.rawValue, value: JSON.number(JSONNumber(tone.voice[dimension])))
    }
    return [
      "id": .string(tone.tone.id.rawValue),
      "from": tone.from.map { .string($0.rawValue) } ?? .null,
      "voice": .object(JSONObject(voice)),
      "language": .string(tone.language),
      "address": tone.address.map { .string($0) } ?? .null,
      "say": .array(tone.say.map { .string($0) }),
      "avoid": .array(tone.avoid.map { .string($0) }),
      "bannedWords": .array(tone.bannedWords.map { .string($0) }),
      "overruled": .array(
        tone.overruled.map {
          ["segment": .string($0.segment.rawValue), "tone": .string($0.tone.rawValue)]
        }
      ),
    ]
  }

  private func service(_ offer: ServiceOffer) -> JSON {
    var open: JSON = .null
    var until: JSON = .null
    var opensAt: JSON = .null
    switch offer.availability {
    case .always: break
    case .open(let end):
      open = true
      until = .string(zone.text(end))
    case .closed(let next):
      open = false
      opensAt = next.map { .string(zone.text($0)) } ?? .null
    }
    return [
      "id": .string(offer.service.id.rawValue),
      "from": .array(offer.from.map { .string($0.rawValue) }),
      "answer": .string(offer.answer.rawValue),
      "because": .string(offer.because),
      "open": open, "until": until, "opensAt": opensAt,
      "say": offer.say.complete.map { .string($0) } ?? .null,
      "waits": offer.waits.map { .string($0) } ?? .null,
      "instead": offer.instead.map { .string($0.rawValue) } ?? .null,
    ]
  }
}
