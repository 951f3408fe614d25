/// Everything a view decides about the terminal.
///
/// It is declared whole each time, so that no view can forget to switch something off.
package struct Frame: Hashable, Sendable {
  package var canvas: Canvas
  /// Where the hardware cursor sits, which screen readers follow; nil hides it.
  package var cursor: Point?
  /// The window's title; sanitised by the backend.
  package var title: String
  package var mouse: Bool

  package init(canvas: Canvas, cursor: Point? = nil, title: String = "", mouse: Bool = false) {
    self.canvas = canvas
    self.cursor = cursor
    self.title = title
    self.mouse = mouse
  }
}
