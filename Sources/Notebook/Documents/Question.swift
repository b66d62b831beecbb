import Language

/// A question of a lesson, with everything that belongs to it.
public struct Question: Sendable {
  /// What the learner answers with, and how it is judged.
  public enum Kind: String, CaseIterable, Sendable {
    /// A value, compared with the solution's.
    case value
    /// An expression in named variables, compared with the solution on other values of them.
    case expression
    /// A function of the learner's own, compared with the solution's on arguments the learner does not see.
    case function
    /// One of several items.
    case choice
    /// All that are right of several items.
    case choices
    /// The items in their order.
    case order
    /// Anything that makes a condition true.
    case goal

    public var hasItems: Bool { self == .choice || self == .choices || self == .order }
    /// Whether the learner answers in the language.
    public var isCode: Bool { !hasItems }
    /// Whether what the learner defines is there in the cells that follow.
    var definesNames: Bool { self == .function || self == .goal }
    var needsTest: Bool { self == .expression || self == .function || self == .goal }
    /// Whether the answer is a value, or code that has one: it may be nearly right, or want to do without a function.
    var takesTolerance: Bool { self == .value || self == .expression || self == .function }
  }

  /// One of the items of `choice`, `choices` and `order`.
  public struct Item: Sendable {
    public let text: Prose
    /// The text without marks, as a learner may type it.
    public let plainText: String
    /// Whether it is marked `[x]`; of `order`, always.
    public let isRight: Bool
    /// What is said to somebody who chose it.
    public let reply: Prose
    public let line: Int
  }

  /// An answer with what is said to it: the solution, or a wrong answer that has its own reply.
  public struct Answer: Sendable {
    /// The answer as a learner would type it.
    public let code: String
    /// What makes another answer the same mistake; without one, the same value does.
    public let condition: String?
    public let reply: Prose
    /// Where the code begins, counted from 1.
    public let line: Int
  }

  public struct Hint: Sendable {
    public let text: Prose
    public let line: Int
  }

  /// One line of a `test` block: values for the variables, a call, or a condition.
  public struct Test: Sendable {
    public let code: String
    public let line: Int
  }

  public let kind: Kind
  /// What the question is known by where progress is kept; the same as long as its text is.
  public let id: String
  public let tolerance: Tolerance
  /// The functions that an answer does without.
  public let without: [String]
  public let text: Prose
  var speaksOfPercent: Bool { ["%", "percent", "per cent"].contains { text.shownSource.contains($0) } }
  public let items: [Item]
  /// The line of the opening fence, counted from 1.
  public let line: Int
  public internal(set) var solution: Answer?
  public internal(set) var wrongAnswers: [Answer] = []
  public internal(set) var hints: [Hint] = []
  public internal(set) var tests: [Test] = []
}
