/// The smallest change of one value that brings a rule to *in*.
public struct NearMiss: Hashable, Sendable {
  /// One end of a range.
  public struct Bound: Hashable, Sendable {
    /// The value at the end.
    public let value: JSON
    /// Whether the value itself is in the range.
    public let isIncluded: Bool
  }

  /// What the value would have to be.
  public enum Need: Hashable, Sendable {
    /// A number or text in a range; an end that is nil is open.
    case range(from: Bound?, to: Bound?)
    /// One of these values.
    case oneOf([JSON])
    /// Any value of the kind but these.
    case noneOf([JSON])
    /// A list that also has this item, or a text that also has this part.
    case including(JSON)
    /// The list or text without this.
    case excluding(JSON)
    /// Any value at all.
    case present
    /// No value.
    case absent
  }

  /// The variable to change.
  public let path: VariablePath
  /// Its value now; nil where it is missing.
  public let actual: JSON?
  /// What it would have to be.
  public let need: Need
  /// How far that is: for numbers the distance divided by the larger of both magnitudes and 1, for
  /// anything else 1.
  public let distance: Double
}
