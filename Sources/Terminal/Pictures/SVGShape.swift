/// Blocks and lines that must meet those of the next cell, whatever the font.
enum SVGShape {
  /// Parts of a cell that are filled, from 0 to 1 from its left and its top.
  case block(left: Double, top: Double, right: Double, bottom: Double)
  case shade
  /// Lines from the middle to these sides; a rounded corner where it has two of them.
  case lines(left: Bool, right: Bool, up: Bool, down: Bool, weight: Double)

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2581...0x2588:
      let height = Double(scalar.value - 0x2580) / 8
      self = .block(left: 0, top: 1 - height, right: 1, bottom: 1)
    case 0x2589...0x258F:
      let width = Double(0x2590 - scalar.value) / 8
      self = .block(left: 0, top: 0, right: width, bottom: 1)
    case 0x2591: self = .shade
    case 0x2500: self = .lines(left: true, right: true, up: false, down: false, weight: 1)
    case 0x2502: self = .lines(left: false, right: false, up: true, down: true, weight: 1)
    case 0x2503: self = .lines(left: false, right: false, up: true, down: true, weight: 3)
    case 0x250C, 0x256D: self = .lines(left: false, right: true, up: false, down: true, weight: 1)
    case 0x2510, 0x256E: self = .lines(left: true, right: false, up: false, down: true, weight: 1)
    case 0x2514, 0x2570: self = .lines(left: false, right: true, up: true, down: false, weight: 1)
    case 0x2518, 0x256F: self = .lines(left: true, right: false, up: true, down: false, weight: 1)
    default: return nil
    }
  }

  func draw(x: Double, y: Double, look: [SVGWriter.Attribute], into svg: inout SVGWriter) {
    let (width, height) = (SVGPicture.cellWidth, SVGPicture.cellHeight)
    switch self {
    case .block(let left, let top, let right, let bottom):
      let area: [SVGWriter.Attribute] = [
        ("x", .number(x + left * width)), ("y", .number(y + top * height)),
        ("width", .number((right - left) * width)), ("height", .number((bottom - top) * height)),
      ]
      svg.leaf("rect", area + look)
    case .shade:
      let area: [SVGWriter.Attribute] = [
        ("x", .number(x)), ("y", .number(y)), ("width", .number(width)),
        ("height", .number(height)), ("opacity", "0.3"),
      ]
      svg.leaf("rect", area + look)
    case .lines(let left, let right, let up, let down, let weight):
      let (middle, center) = (x + width / 2, y + height / 2)
      let from = left ? (x, center) : up ? (middle, y) : (middle, y + height)
      let to = right ? (x + width, center) : down ? (middle, y + height) : (middle, y)
      func point(_ place: (Double, Double)) -> String {
        "\(SVGWriter.text(place.0)) \(SVGWriter.text(place.1))"
      }
      let path = "M\(point(from)) Q\(point((middle, center))) \(point(to))"
      let stroke: [SVGWriter.Attribute] = look.map {
        ($0.name == "fill" ? "stroke" : "stroke-opacity", $0.value)
      }
      svg.leaf(
        "path",
        [("d", .text(path)), ("fill", "none"), ("stroke-width", .number(weight))] + stroke
      )
    }
  }
}
