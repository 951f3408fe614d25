/// One of the six groups of attributes that a segment may combine.
package enum Family: String, Sendable, CaseIterable {
  case demographic, behavioral, psychographic, geographic, technographic, firmographic
}
