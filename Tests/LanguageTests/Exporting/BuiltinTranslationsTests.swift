import LossMath
import Testing

@testable import Language

struct BuiltinTranslationsTests {
  @Test(arguments: Builtin.all)
  func everyFunctionIsInOnePlace(_ builtin: Builtin) {
    let places = [
      BuiltinTranslations.table[builtin.name] != nil, BuiltinTranslations.refusals[builtin.name] != nil,
      BuiltinTranslations.refusals[builtin.name] == nil
        && LossFormula.text(builtin.name, LossOptions()) != nil,
    ]
    #expect(places.count { $0 } == 1, "\(builtin.name)")
  }

  @Test func nothingIsTranslatedThatDoesNotExist() {
    let names = Set(Builtin.all.map(\.name))
    #expect(
      Set(BuiltinTranslations.table.keys).union(BuiltinTranslations.refusals.keys).subtracting(names) == [])
  }

  /// Every argument has its place in some template of each library.
  @Test(arguments: Builtin.all.filter { BuiltinTranslations.table[$0.name] != nil })
  func placesAreParameters(_ builtin: Builtin) throws {
    let entry = try #require(BuiltinTranslations.table[builtin.name])
    for templates in [entry.keras, entry.torch] {
      let places = Set(templates.flatMap { $0.places.map(\.name) })
      #expect(places.isSubset(of: builtin.parameters.map(\.name)), "\(builtin.name)")
      let required = Set(builtin.parameters.filter(\.isRequired).map(\.name))
      #expect(required.isSubset(of: places), "\(builtin.name)")
    }
  }

  /// The example of each function, as a loss, becomes Python in both libraries.
  @Test(
    arguments: Builtin.all.filter { BuiltinTranslations.refusals[$0.name] == nil }, ExportLibrary.allCases)
  func examplesAreTranslated(_ builtin: Builtin, _ library: ExportLibrary) throws {
    let outcome = Script("f(y, p) = \(builtin.example)")
    guard case .function(let function)? = outcome.interpreter.globals["f"] else {
      Issue.record("\(builtin.example)")
      return
    }
    let isBareShape = builtin.example.contains("shape([[")
    guard !isBareShape else { return }
    let translator = LossTranslator(library, outside: [:])
    #expect(try translator.translate(function) == "f")
    let lines = translator.functions.flatMap(\.lines)
    #expect(lines.allSatisfy { !$0.contains("{") && !$0.contains("None") })
    #expect(BracketBalance.isBalanced(lines.joined(separator: "\n")))
  }
}
