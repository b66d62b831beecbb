import Language
import Testing

@testable import Notebook

/// Questions whose answers do without a function.
@Suite struct ForbiddenTests {
  private static let lesson = """
    # Divergence

    ```loss
    p = [0.25, 0.75]; q = [0.5, 0.5]
    ```

    ```question function without=kl,logsumexp
    Define `d(p, q)`.
    ```

    ```solution
    d(p, q) = sum(p * log(p / q))
    ```

    ```test
    d([0.25, 0.75], [0.5, 0.5])
    d([0.5, 0.5], [0.2, 0.8])
    ```

    ```question expression without=mae
    The mean absolute error of `p` and `q`.
    ```

    ```solution
    mean(abs(p - q))
    ```

    ```wrong
    mae(p, q) => That is the one to write by hand.
    mean(p - q) => Drop the signs.
    ```

    ```test
    p = [1, 2]; q = [0, 5]
    ```
    """

  @Test func aRightValueIsNotTakenWhereItCallsTheFunction() throws {
    let learner = try Learner(Self.lesson)
    learner.type("lesson 1")
    let told = learner.type("d(p, q) = kl(p, q)")
    #expect(
      told.contains("Not yet. It does what it should. This time write it without calling kl."), "\(told)")
    #expect(learner.type("d(a, b) = kullback_leibler_divergence(a, b)").contains("without calling kl"))
    #expect(learner.type("h(p, q) = kl(p, q)", "d(p, q) = h(p, q)").contains("without calling kl"))
    let wrong = learner.type("d(p, q) = sum(p * log(q / p))")
    #expect(wrong.contains("Not yet.") && !wrong.contains("without calling"))
    #expect(learner.type("d(p, q) = { r = p / q; sum(p * log(r)) }").contains("Right."))
    #expect(learner.type("next", "mae(p, q)").contains("Not yet. That is the one to write by hand."))
    #expect(learner.type("mean_absolute_error(p, q)").contains("by hand"))
    #expect(learner.type("mean(abs(q - p))").contains("Right."))
  }

  @Test func aFunctionOfTheLearnersOwnNameIsAnother() throws {
    let learner = try Learner(Self.lesson)
    learner.type("lesson 1", "kl(a, b) = sum(a * (log(a) - log(b)))")
    #expect(learner.type("d(p, q) = kl(p, q)").contains("Right."))
  }

  private func findings(_ text: String) -> [String] {
    NotebookCheck(NotebookDocument(text, name: "a.md"), host: .isolated).findings.map(\.message)
  }

  @Test func checkFindsWhatCannotBeMeant() {
    #expect(findings(Self.lesson).isEmpty)
    let calls = Self.lesson.replacing("= sum(p * log(p / q))", with: "= kl(p, q)")
    #expect(findings(calls).contains { $0.contains("the solution is judged wrong: It does what it should") })
    let unknown = Self.lesson.replacing("kl,logsumexp", with: "kld2")
    #expect(findings(unknown).contains("there is no function `kld2` to do without"))
    #expect(
      findings(Self.lesson.replacing("without=mae", with: "without=")).contains {
        $0.contains("names functions")
      })
    let choice = "```question choice without=kl\nWhich?\n- [x] a\n- [ ] b => No.\n```\n"
    #expect(findings(choice).contains { $0.contains("nothing it could do without") })
  }
}
