/// Bounds on what is read and evaluated, in one place. Together they keep a program that is deep without end from
/// overflowing the stack, which could not be caught.
public enum Bounds {
  /// Brackets, blocks and operators inside each other in the source.
  public static let nesting = 200
  /// Calls of one's own functions inside each other.
  public static let calls = 200
  /// Expressions and blocks being evaluated inside each other, through calls too. In a debug build one takes up to
  /// 11 kB of the stack, and 600 stay within the 8 MiB that a thread has.
  public static let evaluation = 600
  /// How far behind a mistake the end of its logical line is looked for, in scalars.
  static let recovery = 20_000
  /// Elements of a literal list.
  public static let listElements = 1_000_000
}
