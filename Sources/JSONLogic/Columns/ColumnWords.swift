/// Runs a program word by word over conditions that may be broken.
///
/// The order of conditions then counts: the first one that decides or is broken ends an `and`.
struct ColumnWords {
  /// The rows of a word with each answer; the rest is out.
  struct Word {
    var isIn: UInt64 = 0
    var unknown: UInt64 = 0
    var broken: UInt64 = 0

    var out: UInt64 { ~(isIn | unknown | broken) }
  }

  let conditions: [AnswerMap]

  /// The answers of 64 rows.
  func run(_ program: ColumnProgram, _ position: Int) -> Word {
    switch program {
    case .constant(let answer):
      return Word(
        isIn: answer == .in ? .max : 0,
        unknown: answer == .unknown ? .max : 0,
        broken: answer == .broken ? .max : 0
      )
    case .condition(let number):
      let map = conditions[number]
      return Word(
        isIn: map.isIn.words[position],
        unknown: map.unknown?.words[position] ?? 0,
        broken: map.broken?.words[position] ?? 0
      )
    case .and(let parts): return junction(parts, position, isAnd: true)
    case .or(let parts): return junction(parts, position, isAnd: false)
    case .not(let part):
      let word = run(part, position)
      return Word(isIn: word.out, unknown: word.unknown, broken: word.broken)
    case .branch(let condition, let then, let otherwise):
      let test = run(condition, position)
      let (one, other) = (run(then, position), run(otherwise, position))
      let open = test.unknown
      let isIn = test.isIn & one.isIn | test.out & other.isIn | open & one.isIn & other.isIn
      let isOut = test.isIn & one.out | test.out & other.out | open & one.out & other.out
      let broken =
        test.broken | test.isIn & one.broken | test.out & other.broken
        | open & one.broken & other.broken
      return Word(isIn: isIn, unknown: ~(isIn | isOut | broken), broken: broken)
    }
  }

  private func junction(_ parts: [ColumnProgram], _ position: Int, isAnd: Bool) -> Word {
    var decided: UInt64 = 0
    var deciding: UInt64 = 0
    var unknown: UInt64 = 0
    var broken: UInt64 = 0
    for part in parts {
      let word = run(part, position)
      let ends = isAnd ? word.out : word.isIn
      broken |= word.broken & ~decided
      deciding |= ends & ~decided
      decided |= word.broken | ends
      unknown |= word.unknown & ~decided
    }
    unknown &= ~decided
    let rest = ~(decided | unknown)
    return Word(isIn: isAnd ? rest : deciding, unknown: unknown, broken: broken)
  }
}
