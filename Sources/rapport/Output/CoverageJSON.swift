import JSONLogic
import RapportCore

/// The documented JSON of `rapport script coverage`.
struct CoverageJSON {
  let coverage: Coverage
  let segment: Segment.ID?
  let gaps: [CoverageGap]

  var json: JSON {
    [
      "segment": id(segment),
      "languages": .array(coverage.languages.map { .string($0) }),
      "channels": .array(coverage.channels.map { .string($0.rawValue) }),
      "cells": .array(coverage.cells(of: segment).map(cell)),
      "gaps": .array(gaps.map(gap)),
    ]
  }

  private func cell(_ cell: Coverage.Cell) -> JSON {
    [
      "intent": .string(cell.intent.rawValue), "channel": .string(cell.channel.rawValue),
      "language": .string(cell.language), "answer": .string(cell.answer.name),
      "script": cell.answer.script.map { .string($0.rawValue) } ?? .null,
      "contacts": number(cell.contacts),
    ]
  }

  private func gap(_ gap: CoverageGap) -> JSON {
    [
      "segment": id(gap.segment), "channel": .string(gap.channel.rawValue),
      "language": .string(gap.language), "reasons": JSON(gap.reasons),
      "missing": .array(
        gap.missing.map {
          [
            "intent": .string($0.intent.rawValue), "answer": .string($0.answer.name),
            "contacts": number($0.contacts),
          ]
        }
      ),
      "customers": number(gap.customers), "contacts": number(gap.contacts),
    ]
  }

  private func id(_ segment: Segment.ID?) -> JSON { segment.map { .string($0.rawValue) } ?? .null }

  private func number(_ count: Int?) -> JSON { count.map { JSON($0) } ?? .null }
}

extension Coverage.Answer {
  /// Stable, for scripts.
  fileprivate var name: String {
    switch self {
    case .own: "own"
    case .everybodys: "everybody"
    case .some: "some"
    case .foreign: "foreign"
    case .none: "none"
    }
  }
}
