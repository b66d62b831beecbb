import LossMath

/// A mistake in what was typed, with its place, and what to type instead.
public struct Diagnostic: Error, Equatable, Sendable {
  public var code: DiagnosticCode
  /// What was found and what was expected, as one sentence without a full stop at its end.
  public var message: String
  /// What to type instead, or where to read on.
  public var hint: String?
  public var span: Span
  /// The text that `span` speaks of, where it is not the cell being run: the body of a function defined earlier.
  public var source: SourceText?

  public init(
    _ code: DiagnosticCode, _ message: String, at span: Span, hint: String? = nil,
    source: SourceText? = nil
  ) {
    self.code = code
    self.message = Self.sentence(message)
    self.hint = hint.map(Self.sentence)
    self.span = span
    self.source = source
  }

  /// Longer ones hold more of somebody's text than helps.
  private static func sentence(_ text: String) -> String {
    Escaping.harmless(text.utf8.count > longest ? Escaping.cut(text, to: longest) : text)
  }

  private static let longest = 800

  /// Whether more lines could still make sense of the text.
  public var isIncomplete: Bool { code == .unclosedBracket || code == .unclosedText }

  public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
    a.code == b.code && a.message == b.message && a.hint == b.hint && a.span == b.span
  }
}

/// Something worth saying that is no error.
public struct Note: Equatable, Sendable {
  public var text: String
  public init(_ text: String) { self.text = text }
}
