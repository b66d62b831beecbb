import Testing

@testable import Notebook

/// In which forms an answer may come, and what is no answer.
@Suite struct AnswerFormsTests {
  private static func course(_ question: String) throws -> Learner {
    let setUp = "# T\n\n```loss\ny = [1, 2, 4]; p = [1, 3, 2]\nw = 5\ng(t) = (t - 3)^2\n```\n\n"
    let learner = try Learner(setUp + question)
    learner.type("lesson 1")
    return learner
  }

  private static let value = """
    ```question value
    The mean squared error?
    ```

    ```solution
    mse(y, p)
    ```

    ```wrong
    1 => The absolute one.
    w => That is w.
    inf => Nothing here is infinite.
    ```

    ```hint
    Look at `g(1)` or at `max(y)`.
    ```
    """

  @Test(arguments: ["m = 5/3", "m = mse(y, p)", "m = 1.66667", "m = y[0]; s = mse(y, p)"])
  func assignedValueIsAnAnswerWhereItIsRight(_ line: String) throws {
    let learner = try Self.course(Self.value)
    #expect(learner.type(line).contains("Right.") && !learner.isAsked)
  }

  @Test func assignedValueThatIsWrongStaysAndIsRemarkedOn() throws {
    let learner = try Self.course(Self.value)
    #expect(learner.type("m = 17") == "m has that value now. To answer, type the value alone.")
    #expect(learner.type("m") == "17")
    #expect(learner.type("m = 1").contains("Not yet. The absolute one."))
    #expect(learner.type("m") == "1\nNot yet. The absolute one.\nTry again, or type hint.")
    #expect(learner.type("s = sum((y - p)^2)").isEmpty, "a step on the way")
    #expect(learner.type("s / 3").contains("Right."))
  }

  @Test(arguments: ["inf", "pi", "-inf", "e"])
  func constantsAreAnswers(_ line: String) throws {
    let learner = try Self.course(Self.value)
    let shown = learner.type(line)
    #expect(shown.contains("Not yet."))
    #expect(shown.contains("Nothing here is infinite.") == (line == "inf"))
  }

  @Test func nameIsAnAnswerOrALook() throws {
    let learner = try Self.course(Self.value)
    #expect(learner.type("w").contains("Not yet. That is w."))
    learner.type("play", "a = 5/3", "b = 5", "c = 17", "next")
    #expect(learner.type("c") == "17")
    #expect(learner.type("b").contains("That is w."))
    #expect(learner.type("a").contains("Right."))
  }

  @Test(arguments: ["g(1)", "g( 1 )", "g(2.5)", "max(y)"])
  func whatAHintProposesIsNoWrongAnswer(_ line: String) throws {
    let learner = try Self.course(Self.value)
    #expect(!learner.type(line).contains("Not yet"))
    #expect(learner.type("max(p)").contains("Not yet"))
  }

  private static let goal = """
    ```question goal
    Bring `g(t)` + `g(s)` below 0.1.
    ```

    ```solution
    t = 3; s = 3
    ```

    ```hint
    Try `g(2)`.
    ```

    ```test
    g(t) + g(s) < 0.1
    ```

    ```loss
    g(t) + 1
    ```
    """

  @Test func cellThatTouchesNothingOfTheGoalIsNoTry() throws {
    let learner = try Self.course(Self.goal)
    for line in ["q = 7", "m = minimize g(v) over v", "v = 2", "g(2)", "2 + 2", "for i in 1..2 { w = i }"] {
      #expect(!learner.type(line).contains("Not yet"), "\(line)")
    }
    learner.type("t = 9")
    #expect(learner.type("s = 3").contains("Not yet. The goal is not reached"))
    #expect(learner.type("g(x) = x").contains("Not yet."))
  }

  @Test func goalSaysWhichNamesItLooksAt() throws {
    let learner = try Self.course(Self.goal)
    let both = "The question looks at t and s, which are not there yet: t = ...; s = ..."
    #expect(learner.type("3") == "3\n" + both)
    #expect(learner.type("-2").contains(both))
    for line in ["2 + 1", "g(3)", "w", "q = 7"] {
      #expect(!learner.type(line).contains("looks at"), "\(line)")
    }
    #expect(learner.type("t = 1") == "The question looks at s too, which is not there yet: s = ...")
    learner.type("s = 1")
    #expect(learner.type("3").contains("The question looks at t and s. To answer, type t = ...; s = ..."))
    #expect(learner.isAsked && learner.type("t = 3; s = 3").contains("Right."))
  }

  @Test func goalSaysWhichKindItWants() throws {
    let learner = try Self.course(Self.goal)
    learner.type("s = 3")
    let wanted = "and the question wants a number, so it was not taken as an answer."
    #expect(learner.type("t = \"x\"", width: 200) == "t is a string, \(wanted)")
    #expect(learner.type("t = [1, 2]").contains("Not yet.") && learner.isAsked)
    let run = try Self.course(
      "```question goal\nTrain it.\n```\n```solution\ntrain circles loss=bce n=20 epochs=2\n```\n"
        + "```test\nanswer.epochs == 2\n```\n")
    #expect(run.type("0.1").contains("This is a number, and the question wants a training run"))
    #expect(!run.type("0.1 + 1").contains("question"))
    let named = try Self.course(
      "```question goal\nTrain `r`.\n```\n```solution\nr = train circles loss=bce n=20 epochs=2\n```\n"
        + "```test\nr.test_accuracy[-1] > 0\n```\n")
    #expect(named.type("r = 3").contains("r is a number, and the question wants a training run"))
    #expect(
      named.type("r = train regression loss=mse n=20 epochs=2").contains(
        "It cannot be judged so: a training run has no .test_accuracy."))
  }

  @Test func everyCellThatAGoalRestsOnIsKept() throws {
    let learner = try Self.course(Self.goal)
    learner.type("unused = 8", "t = 8", "half = 1.5", "t = 2 * half", "play", "third = 1", "next")
    #expect(learner.type("s = 3 * third").contains("Right."))
    let later = learner.later()
    let shown = later.type("lesson")
    #expect(
      shown.contains(
        "You have solved it:\n    half = 1.5\n    t = 2 * half\n    third = 1\n    s = 3 * third"))
    #expect(later.type("[t, s]") == "[3, 3]")
    #expect(later.type("next").lines.contains("1"))
    #expect(later.type("unused").contains("is not known"))
  }

  @Test func whatTheLessonDefinesIsNotKept() throws {
    let learner = try Self.course(Self.goal)
    learner.type("t = w - 2")
    learner.type("s = t")
    #expect(learner.later().type("lesson").contains("You have solved it:\n    t = w - 2\n    s = t\n"))
  }

  private static let function = """
    ```question function
    Define `uneven(y, p)`: twice the error.
    ```

    ```solution
    uneven(y, p) = 2 * (y - p)
    ```

    ```test
    uneven(3, 1)
    ```

    ```loss
    uneven(5, 1)
    ```
    """

  @Test func helpersOfAFunctionAreKeptWithIt() throws {
    let learner = try Self.course(Self.function)
    learner.type("y = 100", "other(a) = a")
    #expect(
      learner.type("factor(y) = 2").contains("factor is there to be used. The question waits for uneven."))
    #expect(learner.type("uneven(y, p) = factor(y) * (y - p)").contains("Right."))
    let later = learner.later()
    #expect(later.type("lesson").contains("    factor(y) = 2\n    uneven(y, p) = factor(y) * (y - p)"))
    #expect(later.type("next").lines.contains("8"))
    #expect(later.type("y") == "[1, 2, 4]" && later.type("other(1)").contains("there is no function"))
  }

  @Test func runWithoutTheNameThatIsWantedIsRemarkedOn() throws {
    let learner = try Self.course(
      "```question goal\nTrain `tuned`.\n```\n```solution\ntuned = train circles loss=bce n=20 epochs=2\n```\n"
        + "```test\nlen(tuned.train_loss) == 2\n```\n")
    #expect(learner.type("train circles loss=bce n=20 epochs=3").contains("The question looks at tuned"))
    let reached = "This run reaches the goal. Keep it as tuned: tuned = ..."
    #expect(learner.type("train circles loss=bce n=20 epochs=2").contains(reached))
    #expect(learner.type("tuned = train circles loss=bce n=20 epochs=3").contains("Not yet."))
    #expect(learner.type("best = train circles loss=bce n=20 epochs=2").contains(reached))
    #expect(learner.type("tuned = train circles loss=bce n=20 epochs=2").contains("Right."))
  }

  @Test func runThatDivergesIsATryAndPreparingIsNone() throws {
    let learner = try Self.course(
      "```loss\nraw = data regression\n```\n```question goal\nMend it.\n```\n"
        + "```solution\nmended = train raw loss=mse lr=0.001 epochs=2\n```\n"
        + "```wrong\nmended = train raw loss=mse lr=0.5 when mended.epochs < 1 => Far too large.\n```\n"
        + "```test\nmended.test_loss[-1] < 1e5\n```\n")
    #expect(learner.type("mended = train raw loss=mse").contains("Not yet. Far too large."))
    for line in ["calm = data raw standardize=train", "lost = train raw loss=mse", "raw"] {
      #expect(!learner.type(line).contains("Not yet"), "\(line)")
    }
    let plain = try Self.course(
      "```question goal\nMend it.\n```\n```solution\nm = train regression loss=mse epochs=1\n```\n"
        + "```test\nanswer.test_loss[-1] < 1e5\n```\n")
    #expect(!plain.type("train circles loss=nothing").contains("looks at"))
    let told = plain.type("train regression loss=mse lr=9")
    #expect(told.contains("Not yet. The run diverged"), "\(told)")
    #expect(plain.type("m = train regression loss=mse epochs=1").contains("Right."))
  }

  private static func items(_ kind: String, _ items: String) throws -> Learner {
    try course("```question \(kind)\nWhich?\n\(items)\n```\n")
  }

  private static let people = "1. `ann`, who is old\n2. `bob`\n3. `cem` and his dog"

  @Test(arguments: [
    "ann bob cem", "ann, bob, cem", "Ann < Bob < Cem", "ann, who is old; bob; cem and his dog",
  ])
  func orderIsTakenByTexts(_ line: String) throws {
    #expect(try Self.items("order", Self.people).type(line).contains("Right."))
  }

  @Test func itemsGoOnBelowTheirText() throws {
    let items = try Self.items("choice", "- [x] an item of some more words than fit\n- [ ] two => No.")
    let lines = items.type("question", width: 30).lines
    #expect(lines.contains("   a) an item of some more") && lines.contains("      words than fit"))
  }

  @Test func everyItemAndNoneAreAnswers() throws {
    let some = try Self.items("choices", "- [x] one\n- [x] two\n- [ ] three => Three is odd.")
    #expect(some.type("none").contains("At least one of them is right."))
    #expect(some.type("all").contains("Not yet. c: Three is odd."))
    #expect(some.type("\"a, b.\"").contains("Right."))
    let all = try Self.items("choices", "- [x] one\n- [x] two")
    #expect(all.type("All of them.").contains("Right."))
    #expect(try Self.items("choice", "- [x] one\n- [ ] two => No.").type("a.").contains("Right."))
  }

  @Test(arguments: ["20 epochs", "about 20", "epoch 20.", "20%", "~ 2e1, I think"])
  func numbersMayHaveWordsBesideThem(_ line: String) throws {
    let percent = line.contains("%")
    let solution = percent ? "0.2" : "20"
    let learner = try Self.course("```question value\nHow far?\n```\n```solution\n\(solution)\n```\n")
    #expect(learner.type("19 epochs").contains("Not yet."))
    #expect(learner.type(line).contains("Right."))
  }

  @Test(arguments: ["20 30", "20 epochs, or 30", "epochs", "20 a b c d e", "(20", "x 20;"])
  func wordsWithoutOneNumberAreMistakes(_ line: String) throws {
    let learner = try Self.course("```question value\nHow far?\n```\n```solution\n20\n```\n")
    let shown = learner.type(line)
    #expect(shown.contains("error:") && !shown.contains("Right."), "\(shown)")
  }

  @Test func wordsThatAreNoItemsAreToldTheForm() throws {
    let order = try Self.items("order", Self.people)
    let form = "an answer here is the letters from a to c in your order"
    #expect(order.type("ann dan cem").contains(form))
    #expect(order.type("nobody").contains(form))
    #expect(!order.type("1 < 2").contains("Right") && !order.type("mse(y)").contains(form))
    #expect(order.type("cem ann bob").contains("Something else comes first."))
    let choices = try Self.items("choices", "- [x] one\n- [x] two\n- [ ] three")
    #expect(choices.type("perhaps one").contains("an answer here is letters, from a to c"))
    #expect(choices.type("a & b").contains("Right."))
  }

  @Test func repliesToRightItemsAreShown() throws {
    let items =
      "- [x] `mae` => It drops the sign.\n- [ ] `mse` => No.\n- [x] `mape`\n- [x] `huber` => Mostly."
    let learner = try Self.items("choices", items)
    #expect(learner.type("a c d").contains("Right. a: It drops the sign.\nd: Mostly."))
    let other = try Self.items("choices", items)
    #expect(other.type("solution").contains("The answer: a c d.\na: It drops the sign.\nd: Mostly."))
  }
}
