import JSONLogic
import RapportCore

/// A resolved tone as `rapport show` and `rapport tone preview` document it.
struct ToneJSON {
  let tone: ResolvedTone
  let definitions: Definitions

  var json: JSON {
    [
      "id": .string(tone.tone.id.rawValue),
      "name": .string(tone.tone.name),
      "from": tone.from.map { .string($0.rawValue) } ?? .null,
      "voice": Self.voice(tone.voice),
      "words": Self.texts(tone.words),
      "language": .string(tone.language),
      "address": tone.address.map { .string($0) } ?? .null,
      "say": Self.texts(tone.say),
      "avoid": Self.texts(tone.avoid),
      "bannedWords": Self.texts(tone.bannedWords),
      "overruled": .array(
        tone.overruled.map {
          ["segment": .string($0.segment.rawValue), "tone": .string($0.tone.rawValue)]
        }
      ),
      "adjustments": .array(tone.adjustments.map(adjustment)),
      "ifKnown": .array(tone.prospects.map(prospect)),
      "told": Self.texts(ToneStory(tone, in: definitions).sentences),
    ]
  }

  private func adjustment(_ change: ResolvedTone.Adjustment) -> JSON {
    let cause: (kind: String, id: String) =
      switch change.cause {
      case .segment(let id): ("segment", id.rawValue)
      case .channel(let channel): ("channel", channel.rawValue)
      case .intent(let id): ("intent", id.rawValue)
      case .mood(let mood): ("mood", mood.rawValue)
      }
    var json = Self.change(change.dimension, change.from, change.to)
    json[cause.kind] = .string(cause.id)
    return .object(json)
  }

  private func prospect(_ prospect: ToneProspect) -> JSON {
    [
      "segment": .string(prospect.segment.rawValue),
      "tone": prospect.tone.map { .string($0.rawValue) } ?? .null,
      "voice": .array(
        prospect.voice.map { .object(Self.change($0.dimension, $0.from, $0.to)) }
      ),
    ]
  }

  private static func change(_ dimension: Voice.Dimension, _ from: Int, _ to: Int) -> JSONObject {
    ["dimension": .string(dimension.rawValue), "from": JSON(from), "to": JSON(to)]
  }

  static func voice(_ voice: Voice) -> JSON {
    .object(JSONObject(Voice.Dimension.allCases.map { ($0.rawValue, JSON(voice[$0])) }))
  }

  static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
