/// Bounds that keep a typed line from exhausting the machine.
public enum Limits {
  /// The most elements one tensor may hold (800 MB of doubles).
  public static let elements = 100_000_000
}
