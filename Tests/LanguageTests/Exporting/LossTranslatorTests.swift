import Testing

@testable import Language

struct LossTranslatorTests {
  private static func translated(_ text: String, _ library: ExportLibrary) throws -> (
    lines: [String], eager: Bool
  ) {
    let script = Script(text)
    #expect(script.errors.isEmpty)
    let function = try #require(script.interpreter.ownFunction("mine"))
    let translator = LossTranslator(library, outside: script.interpreter.globals(reachedFrom: function))
    _ = try translator.translate(function)
    return (
      translator.constants.flatMap(\.lines) + translator.functions.flatMap(\.lines),
      translator.needsEagerSteps
    )
  }

  /// What follows the line with `def`.
  private static func body(_ text: String, _ library: ExportLibrary) throws -> String {
    let lines = try translated(text, library).lines
    let start = lines.lastIndex { $0.hasPrefix("def ") } ?? 0
    return lines[(start + 1)...].joined(separator: "\n")
  }

  @Test(
    arguments: [
      (
        "mine(y, p) = mean(abs(y - p)^1.5)", "return ops.mean(ops.abs(y - p) ** 1.5)",
        "return torch.mean(torch.abs(y - p) ** 1.5)"
      ),
      (
        "mine(y, p) = mean(max(0, 1 - y * p))", "return ops.mean(ops.maximum(0.0, 1 - y * p))",
        "return torch.mean(torch.clamp(1 - y * p, min=0.0))"
      ),
      (
        "mine(y, p) = mean(where(y > 0 and not (p > 0), 1, p))",
        "return ops.mean(ops.where(ops.logical_and(y > 0, ops.logical_not(p > 0)), 1.0, p))",
        """
        return torch.mean(
                torch.where(torch.logical_and(y > 0, torch.logical_not(p > 0)), 1.0, p)
            )
        """
      ),
      (
        "mine(y, p) = mean((y > p) * p)", "return ops.mean(ops.cast(y > p, \"float32\") * p)",
        "return torch.mean((y > p).float() * p)"
      ),
      (
        "mine(y, p) = (y - p) @ (y - p) / len(y)",
        "return ops.matmul(y - p, y - p) / ops.cast(ops.shape(y)[0], \"float32\")",
        "return (y - p) @ (y - p) / y.shape[0]"
      ),
      (
        "mine(y, p) = sum(y[1..-1] * p[..-2] + p[0] + p[2..5 step 2])",
        "return ops.sum(y[1:] * p[:-1] + p[0] + p[2:6:2])",
        "return torch.sum(y[1:] * p[:-1] + p[0] + p[2:6:2])"
      ),
      ("mine(y, p) = -mean(p)^2 - 2", "return -(ops.mean(p) ** 2) - 2", "return -(torch.mean(p) ** 2) - 2"),
      (
        "mine(y, p) = sqrt(2) * mean(p)", "return ops.sqrt(2.0) * ops.mean(p)",
        "return torch.sqrt(torch.tensor(2.0)) * torch.mean(p)"
      ),
      ("mine(y, p) = mean(p) * pi", "return ops.mean(p) * math.pi", "return torch.mean(p) * math.pi"),
      (
        "mine(y, p) = mean(sum(y * p, axis=-1))", "return ops.mean(ops.sum(y * p, axis=-1))",
        "return torch.mean(torch.sum(y * p, dim=-1))"
      ),
      (
        "mine(y, p) = sum([1, 2] * p[0..1])",
        "return ops.sum(ops.convert_to_tensor([1.0, 2.0], dtype=\"float32\") * p[0:2])",
        "return torch.sum(torch.tensor([1.0, 2.0], device=DEVICE) * p[0:2])"
      ),
    ])
  func expressions(_ text: String, _ keras: String, _ torch: String) throws {
    #expect(try Self.body(text, .keras) == "    " + keras)
    #expect(try Self.body(text, .pytorch) == "    " + torch)
  }

  @Test func functionsAndVariablesComeAlong() throws {
    let text = """
      d = 0.5; w = [1, 2]
      h(x, k) = where(abs(x) < k, x^2, k * abs(x))
      mine(y, p) = sum(w) * mean(h(y - p, d))
      """
    let lines = try Self.translated(text, .pytorch).lines
    #expect(
      lines == [
        "w = torch.tensor([1.0, 2.0], device=DEVICE)", "d = 0.5", "def h(x, k):",
        "    return torch.where(torch.abs(x) < k, x**2, k * torch.abs(x))", "def mine(y, p):",
        "    return torch.sum(w) * torch.mean(h(y - p, d))",
      ])
  }

  @Test func loopsAndChoicesAreStatements() throws {
    let text = """
      mine(y, p) = {
        s = 0
        for q in [0.1, 0.9] { d = y - p; s = s + mean(max(q * d, (q - 1) * d)) }
        if s > 1 { sqrt(s) } else { s }
      }
      """
    let (lines, eager) = try Self.translated(text, .keras)
    #expect(
      lines == [
        "def mine(y, p):", "    s = 0", "    for q in [0.1, 0.9]:", "        d = y - p",
        "        s = s + ops.mean(ops.maximum(q * d, (q - 1) * d))",
        "    return ops.cond(ops.all(s > 1), lambda: ops.sqrt(s), lambda: s)",
      ])
    #expect(!eager)
    let torch = try Self.translated(text, .pytorch).lines
    #expect(torch[1] == "    s = torch.tensor(0.0)")
    #expect(
      torch.suffix(4) == [
        "    if torch.all(s > 1):", "        return torch.sqrt(s)", "    else:", "        return s",
      ])
  }

  @Test func lengthsAreIntegersInRanges() throws {
    let (lines, eager) = try Self.translated(
      "mine(y, p) = { s = 0; for i in 0..len(y) - 1 { s = s + (y[i] - p[i])^2 }; s / len(y) }", .keras)
    #expect(lines[2] == "    for i in range(y.shape[0]):" && eager)
    #expect(lines.last == "    return s / ops.cast(ops.shape(y)[0], \"float32\")")
  }

  /// What a function is given by its callers decides what it has to work with.
  @Test func argumentsThatAreNowANumberAndNowATensor() throws {
    let text = "h(x) = sqrt(x)\nmine(y, p) = h(2) * mean(h(abs(p)))"
    let lines = try Self.translated(text, .pytorch).lines
    #expect(lines.last == "    return h(torch.tensor(2.0)) * torch.mean(h(torch.abs(p)))")
    #expect(lines[1] == "    return torch.sqrt(x)")
  }

  @Test func catalogueLossesBecomeFunctions() throws {
    let lines = try Self.translated(
      "mine(y, p) = mse(y, p) + huber(y, p, delta=0.5) + sum(huber(y, p, delta=2, reduction=\"none\"))",
      .pytorch
    ).lines
    #expect(lines.contains("def mse(y_true, y_pred):") && lines.contains("def huber_(y_true, y_pred):"))
    #expect(
      lines.last == "    return torch.mean(mse(y, p)) + torch.mean(huber(y, p)) + torch.sum(huber_(y, p))")
  }

  @Test(arguments: [
    ("mine(y, p) = mean(p) + grad(sum(p^2), p)[0]", "grad"),
    ("mine(y, p) = mean(-log_prob(normal(p, 1), y))", "log_prob"),
    ("d = data circles n=20\nmine(y, p) = mean(p) + d.n", "d.n"),
    ("r = \"mean\"\nmine(y, p) = mse(y, p, reduction=r)", "r"),
    ("mine(y, p) = mean(sort(p)) + sum(shape(p))", "shape"),
    ("mine(y, p) = { assert mean(p) < 1; mean(p) }", "mean(p) < 1"),
    ("mine(y, p) = { for i in 1..0 step -1 { s = i }; mean(p) }", "-1"),
    ("mine(y, p) = { s = 0; for v in p { s = s + v }; s }", "p"),
    ("mine(y, p) = mean(p[argmax(p)])", "argmax(p)"),
    ("mine(y, p) = { h(x) = x; mean(p) }", "h(x) = x"),
  ])
  func whatPythonCannotHaveIsPointedAt(_ text: String, _ place: String) throws {
    let script = Script(text)
    let function = try #require(script.interpreter.ownFunction("mine"))
    for library in ExportLibrary.allCases {
      let translator = LossTranslator(library, outside: script.interpreter.globals(reachedFrom: function))
      let error = #expect(throws: Diagnostic.self) { try translator.translate(function) }
      #expect(error?.code == .cannotExport && error?.source?.text(error?.span ?? Span(0, 0)) == place)
    }
  }

  /// A compiled step cannot choose statements; a choice of values it can make.
  @Test func kerasChoosesValuesOnly() throws {
    let text = "mine(y, p) = { s = mean(p); if s > 1 { t = 2; s = s / t }; s }"
    #expect(try Self.translated(text, .pytorch).lines[2] == "    if torch.all(s > 1):")
    let script = Script(text)
    let function = try #require(script.interpreter.ownFunction("mine"))
    let error = #expect(throws: Diagnostic.self) {
      try LossTranslator(.keras, outside: [:]).translate(function)
    }
    #expect(
      error?.source?.text(error?.span ?? Span(0, 0)) == "s > 1" && error?.hint?.contains("if ...") == true)
    let value = "mine(y, p) = { s = mean(p); t = if s > 1 { s / 2 } else { 0 }; t }"
    #expect(
      try Self.translated(value, .keras).lines[2]
        == "    t = ops.cond(ops.all(s > 1), lambda: s / 2, lambda: ops.convert_to_tensor(0.0))")
    let constant = "n = 3\nmine(y, p) = { s = mean(p); if n > 2 { s = s / n }; s }"
    #expect(try Self.translated(constant, .keras).lines.contains("    if n > 2:"))
  }

  @Test func masksChooseInPytorchOnly() throws {
    #expect(
      try Self.translated("mine(y, p) = mean(p[y > 0])", .pytorch).lines.last
        == "    return torch.mean(p[y > 0])")
    #expect(throws: Diagnostic.self) { try Self.translated("mine(y, p) = mean(p[y > 0])", .keras) }
  }
}
