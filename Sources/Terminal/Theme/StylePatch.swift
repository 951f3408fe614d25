/// What a theme says of a role; what it does not say comes from the role's parent.
package struct StylePatch: Hashable, Sendable {
  package var foreground: Color?
  package var background: Color?
  /// Attributes switched on, and off where the parent has them.
  package var on: Attributes
  package var off: Attributes

  package init(
    foreground: Color? = nil,
    background: Color? = nil,
    on: Attributes = [],
    off: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.on = on
    self.off = off
  }

  package func applied(to style: Style) -> Style {
    Style(
      foreground: foreground ?? style.foreground,
      background: background ?? style.background,
      attributes: style.attributes.subtracting(off).union(on)
    )
  }

  /// This patch, with another laid over it.
  func overlaid(by other: StylePatch) -> StylePatch {
    StylePatch(
      foreground: other.foreground ?? foreground,
      background: other.background ?? background,
      on: on.subtracting(other.off).union(other.on),
      off: off.subtracting(other.on).union(other.off)
    )
  }
}
