import LossMath

/// A function of the language.
public final class Builtin: Sendable {
  public struct Parameter: Sendable {
    public let name: String
    public let isRequired: Bool
    public let isNamedOnly: Bool

    static func required(_ name: String) -> Parameter {
      Parameter(name: name, isRequired: true, isNamedOnly: false)
    }
    static func optional(_ name: String) -> Parameter {
      Parameter(name: name, isRequired: false, isNamedOnly: false)
    }
    static func named(_ name: String) -> Parameter {
      Parameter(name: name, isRequired: false, isNamedOnly: true)
    }
  }

  public let name: String
  public let aliases: [String]
  public let topic: Topic
  public let parameters: [Parameter]
  public let summary: String
  /// A call that runs as it stands.
  public let example: String
  public let details: [String]
  public let seeAlso: [String]
  let call: @Sendable (CallContext) throws(Diagnostic) -> Value
  /// For a function that takes expressions instead of their values.
  let special: (@Sendable (Interpreter, [Argument], Span) throws(Diagnostic) -> Value)?
  /// The parameters that may be given without their name come first.
  let positionalCount: Int

  init(
    _ name: String, aliases: [String] = [], topic: Topic, _ parameters: [Parameter], _ summary: String,
    example: String, details: [String] = [], seeAlso: [String] = [],
    call: @escaping @Sendable (CallContext) throws(Diagnostic) -> Value
  ) {
    self.name = name
    self.aliases = aliases
    self.topic = topic
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.details = details
    self.seeAlso = seeAlso
    self.call = call
    special = nil
    positionalCount = parameters.prefix { !$0.isNamedOnly }.count
  }

  /// A function that takes expressions instead of their values.
  init(
    _ name: String, topic: Topic, parameters: [String], _ summary: String, example: String, details: [String],
    seeAlso: [String],
    special: @escaping @Sendable (Interpreter, [Argument], Span) throws(Diagnostic) -> Value
  ) {
    self.name = name
    aliases = []
    self.topic = topic
    self.parameters = parameters.map { .required($0) }
    self.summary = summary
    self.example = example
    self.details = details
    self.seeAlso = seeAlso
    self.special = special
    positionalCount = parameters.count
    call = { (c) throws(Diagnostic) in
      throw Diagnostic(.notAFunction, "`\(name)` is called by its own name", at: c.span)
    }
  }

  /// How it is called: `clip(x, low, high)`; what may be left out stands with `=`.
  public var signature: String {
    let list = parameters.map { $0.isRequired ? $0.name : "\($0.name)=..." }.joined(separator: ", ")
    return "\(name)(\(list))"
  }

  /// All functions, in the order in which help lists them.
  public static let all: [Builtin] =
    lossFunctions + gradientFunctions + elementwise + vectors + reductions + information
    + distributionFunctions + distributionQuestions + prediction

  private static let table: [String: Builtin] = {
    var table: [String: Builtin] = [:]
    for builtin in all { for name in [builtin.name] + builtin.aliases { table[name] = builtin } }
    return table
  }()

  public static var names: [String] { Array(table.keys) }
  public static func named(_ name: String) -> Builtin? { table[name] }
}

/// The arguments of one call.
struct CallContext {
  let interpreter: Interpreter
  let builtin: Builtin
  let bound: [BoundArgument?]
  let span: Span

  private func slot(_ name: String) -> BoundArgument? {
    builtin.parameters.firstIndex { $0.name == name }.flatMap { bound[$0] }
  }

  func has(_ name: String) -> Bool { slot(name) != nil }
  func span(of name: String) -> Span { slot(name)?.span ?? span }

  func value(_ name: String) -> Value? { slot(name)?.value }

  /// A required argument that is a number, vector or matrix.
  func tensor(_ name: String) throws(Diagnostic) -> Traced {
    guard let argument = slot(name) else {
      throw Diagnostic(.missingArgument, "`\(builtin.name)` lacks its argument `\(name)`", at: span)
    }
    guard let tensor = argument.value.asTensor else {
      throw interpreter.notNumeric(argument.value, "`\(name)` of `\(builtin.name)`", argument.span)
    }
    return tensor
  }

  func number(_ name: String) throws(Diagnostic) -> Double? {
    guard let argument = slot(name) else { return nil }
    guard let number = argument.value.asTensor?.value.single else {
      throw Diagnostic(
        .wrongType, "`\(name)` of `\(builtin.name)` is one number; this is \(argument.value.described)",
        at: argument.span)
    }
    return number
  }

  /// A whole number within bounds.
  func integer(_ name: String, _ range: ClosedRange<Int>) throws(Diagnostic) -> Int? {
    guard let number = try number(name) else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      throw Diagnostic(
        .badArgument, "`\(name)` of `\(builtin.name)` " + WholeNumbers.refusal(number, range),
        at: span(of: name))
    }
    return whole
  }

  func boolean(_ name: String) throws(Diagnostic) -> Bool? {
    guard let argument = slot(name) else { return nil }
    guard let number = argument.value.asTensor?.value.single, number == 0 || number == 1 else {
      throw Diagnostic(.badArgument, "`\(name)` of `\(builtin.name)` is true or false", at: argument.span)
    }
    return number == 1
  }

  func text(_ name: String) throws(Diagnostic) -> String? {
    guard let argument = slot(name) else { return nil }
    guard case .text(let text) = argument.value else {
      throw Diagnostic(
        .wrongType,
        "`\(name)` of `\(builtin.name)` is a word in quotes; this is \(argument.value.described)",
        at: argument.span)
    }
    return text
  }

  func axis() throws(Diagnostic) -> Int? { try integer("axis", -1000...1000) }

  func math<T>(_ body: () throws(MathError) -> T) throws(Diagnostic) -> T {
    do throws(MathError) { return try body() } catch {
      // The error points at the argument that it is about.
      if case .axisOutOfRange = error { throw Diagnostic(error, at: self.span(of: "axis")) }
      throw interpreter.diagnostic(error, at: span)
    }
  }
}
