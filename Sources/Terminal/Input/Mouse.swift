/// A press of a mouse button or a turn of its wheel; movement is not reported.
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press, doublePress, wheelUp, wheelDown
  }

  package let action: Action
  package let at: Point

  package init(_ action: Action, at point: Point) {
    self.action = action
    at = point
  }
}
