/// Bounds on what is read and evaluated, in one place. Together they keep a program that is deep without end from
/// overflowing the stack, which could not be caught.
public enum Bounds {
  /// Brackets, blocks and operators inside each other in the source.
  public static let nesting = 200
  /// Calls of one's own functions inside each other.
  public static let calls = 200
  /// Expressions and blocks being evaluated inside each other, through calls too.
  public static let evaluation = 1_000
  /// Elements of a literal list.
  public static let listElements = 1_000_000
}
