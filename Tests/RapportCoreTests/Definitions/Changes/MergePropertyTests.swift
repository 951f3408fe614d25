import JSONLogic
import Testing

@testable import RapportCore

/// What holds of any two changes of any script, drawn at random; the seed is printed where it does not.
struct MergePropertyTests {
  private static let seed: UInt64 = 20_261_129
  private let script = DefinitionReference(.script, "s")

  private func merge(_ before: JSON?, _ theirs: JSON?, _ mine: JSON?) -> DefinitionMerge {
    DefinitionMerge(script, before: before, theirs: theirs, mine: mine)
  }

  @Test func `who changed nothing has what the other wants, and two who want the same have it`() {
    var random = SplitMix64(seed: Self.seed)
    for round in 0..<2_000 {
      let (before, one) = (DrawnScript.any(&random), DrawnScript.any(&random))
      let edited = DrawnScript.edited(before, &random)
      for after in [one, edited] {
        #expect(merge(before, after, before).merged == after, "seed \(Self.seed), round \(round)")
        #expect(merge(before, before, after).merged == after, "seed \(Self.seed), round \(round)")
        #expect(merge(before, after, after).merged == after, "seed \(Self.seed), round \(round)")
      }
    }
  }

  @Test func `it is all the same who saves first, apart from whose is whose`() {
    var random = SplitMix64(seed: Self.seed)
    var merged = 0
    var contested = 0
    for round in 0..<4_000 {
      let before = DrawnScript.any(&random)
      let (left, right) = (DrawnScript.edited(before, &random), DrawnScript.edited(before, &random))
      let (one, other) = (merge(before, left, right), merge(before, right, left))
      #expect(one.merged == other.merged, "seed \(Self.seed), round \(round)")
      func sides(_ fields: [DefinitionConflict.Field], swapped: Bool) -> [String: [JSON?]] {
        Dictionary(
          fields.map { ($0.pointer, swapped ? [$0.mine, $0.theirs] : [$0.theirs, $0.mine]) }
        ) { first, _ in first }
      }
      #expect(
        sides(one.conflicts, swapped: false) == sides(other.conflicts, swapped: true),
        "seed \(Self.seed), round \(round)"
      )
      if one.merged == nil { contested += 1 } else { merged += 1 }
    }
    // Else it says nothing.
    #expect(merged > 500 && contested > 500, "\(merged) merged, \(contested) contested")
  }

  @Test func `edits in different places never conflict, and both are there`() {
    var random = SplitMix64(seed: Self.seed)
    for round in 0..<4_000 {
      let before = DrawnScript.any(&random)
      var (left, right) = (before, before)
      var (wanted, unwanted): (Set<String>, Set<String>) = ([], [])
      for id in DrawnScript.ids(before) {
        let word = "w\(round)\(id)"
        let place = Int.random(in: 0..<6, using: &random)
        let edit = { (script: JSON) in DrawnScript.setting(word, "en", of: id, in: script) }
        switch place {
        case 0: (left, wanted) = (edit(left), wanted.union([word]))
        case 1: (right, wanted) = (edit(right), wanted.union([word]))
        case 2:
          left = edit(left)
          right = DrawnScript.setting(word + "de", "de", of: id, in: right)
          wanted.formUnion([word, word + "de"])
        case 3:
          (left, unwanted) = (DrawnScript.removing(id, from: left), unwanted.union([id]))
        default: break
        }
      }
      left = DrawnScript.adding("L\(round)", to: left, &random)
      right = DrawnScript.adding("R\(round)", to: right, &random)
      let merge = merge(before, left, right)
      let ids = merge.merged.map(DrawnScript.ids) ?? []
      let text = merge.merged?.compact() ?? ""
      #expect(merge.conflicts.isEmpty, "seed \(Self.seed), round \(round)")
      #expect(wanted.allSatisfy { text.contains("\"\($0)\"") }, "seed \(Self.seed), round \(round)")
      #expect(unwanted.isDisjoint(with: ids), "seed \(Self.seed), round \(round)")
      #expect(ids.contains("L\(round)") && ids.contains("R\(round)"), "round \(round)")
    }
  }

  @Test func `nothing that either wrote is lost: it is in the result or in a conflict`() {
    var random = SplitMix64(seed: Self.seed)
    for round in 0..<4_000 {
      let before = DrawnScript.any(&random)
      let (left, right) = (DrawnScript.edited(before, &random), DrawnScript.edited(before, &random))
      var merge = merge(before, left, right)
      let theirs = Dictionary(merge.conflicts.map { ($0.pointer, DefinitionMerge.Decision.theirs) })
      {
        first,
        _ in first
      }
      let mine = theirs.mapValues { _ in DefinitionMerge.Decision.mine }
      var leaves: Set<String> = []
      for decisions in [theirs, mine] {
        merge = DefinitionMerge(
          script,
          before: before,
          theirs: left,
          mine: right,
          decisions: decisions
        )
        #expect(merge.conflicts.isEmpty, "seed \(Self.seed), round \(round)")
        leaves.formUnion(DrawnScript.texts(merge.merged ?? [:]))
      }
      let written = DrawnScript.texts(left).union(DrawnScript.texts(right))
        .subtracting(DrawnScript.texts(before))
      #expect(written.isSubset(of: leaves), "seed \(Self.seed), round \(round)")
    }
  }

  @Test func `an order of steps keeps every pair as whoever turned it round wants it`() {
    var random = SplitMix64(seed: Self.seed)
    let names = Array("abcdef").map(String.init)
    for round in 0..<4_000 {
      let (left, right) = (
        Bool.random(using: &random) ? names.shuffled(using: &random) : moved(names, &random),
        moved(names, &random)
      )
      let order = MergedOrder(before: names, theirs: left, mine: right, keeping: Set(names))
      guard !order.isContested else { continue }
      func isBefore(_ first: String, _ second: String, _ list: [String]) -> Bool {
        (list.firstIndex(of: first) ?? 0) < (list.firstIndex(of: second) ?? 0)
      }
      for first in names {
        for second in names where first < second {
          let turned = !isBefore(first, second, left) || !isBefore(first, second, right)
          #expect(
            isBefore(first, second, order.names) != turned,
            "seed \(Self.seed), round \(round)"
          )
        }
      }
    }
  }

  private func moved(_ names: [String], _ random: inout SplitMix64) -> [String] {
    var names = names
    let name = names.remove(at: Int.random(in: names.indices, using: &random))
    names.insert(name, at: Int.random(in: 0...names.count, using: &random))
    return names
  }
}
