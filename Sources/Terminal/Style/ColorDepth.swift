/// How many colours a terminal shows.
package enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  case mono, ansi8, ansi16, indexed256, trueColor

  package static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }
}
