/// A theme made ready for a terminal: a style for every role, in colours the terminal has.
package struct ResolvedTheme: Hashable, Sendable {
  package let name: String
  package let depth: ColorDepth
  private let patches: [Role: StylePatch]
  /// By role number, for the roles known when the theme was resolved.
  private let styles: [Style]
  private let overlays: [StylePatch]

  init(name: String, depth: ColorDepth, patches: [Role: StylePatch]) {
    self.name = name
    self.depth = depth
    self.patches = patches
    let roles = Role.known
    styles = roles.map { depth.quantised(Self.style(for: $0, in: patches)) }
    overlays = roles.map { Self.overlay($0, in: patches).quantised(for: depth) }
  }

  /// Default colours and no attributes for everything.
  package static let plain = ResolvedTheme(name: "plain", depth: .mono, patches: [:])

  /// The style of a role, with another laid over it.
  ///
  /// A look-up for roles known beforehand, a walk to the role's parents for others.
  package func style(for role: Role, overlay: Role = .text) -> Style {
    let number = Int(role.number)
    let style =
      number < styles.count
      ? styles[number] : depth.quantised(Self.style(for: role, in: patches))
    guard overlay != .text else { return style }
    let over = Int(overlay.number)
    let patch =
      over < overlays.count
      ? overlays[over] : Self.overlay(overlay, in: patches).quantised(for: depth)
    var result = patch.applied(to: style)
    if patch.foreground == nil, style.background != ground.background,
      let background = patch.background, style.background != background
    {
      // The colour was chosen for a ground that is hidden now.
      result.foreground = ground.foreground
    }
    return result
  }

  /// The style of plain text.
  private var ground: Style { styles.first ?? .plain }

  package func style(of cell: Cell) -> Style { style(for: cell.role, overlay: cell.overlay) }

  private static func style(for role: Role, in patches: [Role: StylePatch]) -> Style {
    let base = role.parent.map { style(for: $0, in: patches) } ?? .plain
    return patches[role]?.applied(to: base) ?? base
  }

  /// What a role and its parents say, but for `text`: that is the ground, not a layer.
  private static func overlay(_ role: Role, in patches: [Role: StylePatch]) -> StylePatch {
    guard role != .text, let parent = role.parent else { return StylePatch() }
    let base = overlay(parent, in: patches)
    return patches[role].map { base.overlaid(by: $0) } ?? base
  }
}

extension StylePatch {
  /// The patch in colours of a depth; what it leaves open stays open.
  fileprivate func quantised(for depth: ColorDepth) -> StylePatch {
    let style = depth.quantised(
      Style(
        foreground: foreground ?? .terminalDefault,
        background: background ?? .terminalDefault
      )
    )
    return StylePatch(
      foreground: foreground == nil ? nil : style.foreground,
      background: background == nil ? nil : style.background,
      on: on,
      off: off
    )
  }
}
