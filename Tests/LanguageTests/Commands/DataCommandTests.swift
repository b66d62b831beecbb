import Testing
import Training

@testable import Language

/// `data` with generators, with data sets that are there, and the steps of both.
struct DataCommandTests {
  @Test(arguments: DataSource.all.map(\.name)) func everySourceTakesAllItsOptions(_ name: String) throws {
    let source = try #require(DataSource.named(name))
    for option in source.ownOptions {
      let value = ["standardize": "on", "shuffle": "on", "split": "0.8"][option] ?? "0"
      let error = failure("data \(name) n=40 \(option)=\(option == "n" ? "50" : value)")
      #expect(error?.code != .unknownOption)
    }
    #expect(failure("data \(name) n=40 nonsense=1")?.code == .unknownOption)
    #expect(number("d = data \(name) n=40\nd.n") == 40)
  }

  @Test func orderOfAGeneratorCanBeKept() {
    #expect(elements("d = data circles n=6 shuffle=off\nd.y") == [0, 0, 0, 1, 1, 1])
    #expect(elements("d = data gaussian_quantiles n=6 shuffle=off\nd.y") == [0, 0, 1, 1, 2, 2])
    #expect(failure("data friedman1 shuffle=off")?.code == .unknownOption)
  }

  @Test func splitSaysWhichRowsTrain() {
    #expect(elements("d = data moons n=10 split=0.8 shuffle=off\nd.y_test").count == 2)
    let parts = elements("d = data moons n=10\ne = data d split=0.7 shuffle=on seed=4\ne.y_train")
    #expect(parts.count == 7)
    #expect(number("d = data moons n=10 split=0.8\nsum(d.y_train) + sum(d.y_test) - sum(d.y)") == 0)
    #expect(elements("d = data moons n=10 split=0.8\nd.x_train").count == 16)
  }

  @Test func standardizeOverAllRowsOrTrainingRows() {
    let all = "d = data blobs n=60 standardize=on\n"
    #expect(abs(number(all + "mean(d.x[.., 0])")) < 1e-12)
    let train = "d = data blobs n=60 standardize=train\n"
    #expect(abs(number(train + "mean(d.x_train[.., 0])")) < 1e-12)
    #expect(abs(number(train + "mean(d.x_test[.., 0])")) > 1e-6)
    #expect(failure("data blobs standardize=yes")?.hint?.contains("standardize=train") == true)
  }

  @Test func deterministicRowsAreTheSameToNearlyTheLastDigit() {
    let script = "a = data circles n=1000\nb = data circles n=1000 deterministic=on\n"
    #expect((0...1e-14).contains(number(script + "max(abs(a.x - b.x))")))
    #expect(number(script + "sum(abs(a.x - b.x))") > 0)
    let run = "r = train circles n=40 loss=bce epochs=3 deterministic=on\n"
    #expect(
      number(
        run
          + "d = data circles n=40 deterministic=on\ns = train d loss=bce epochs=3\nsum(abs(r.test_loss - s.test_loss))"
      ) == 0)
  }

  @Test func badRowsAreTrainingRows() {
    let script = "c = data regression n=100\nd = data c outliers=0.1 seed=7\n"
    #expect(number(script + "sum(abs(d.y_train - c.y_train) > 0)") == 5)
    #expect(number(script + "sum(abs(d.y_test - c.y_test) > 0)") == 0)
    let noise = "c = data circles n=100\nd = data circles n=100 label_noise=0.2\n"
    #expect(number(noise + "sum(abs(d.y - c.y))") == 10)
  }

  @Test func theSameStepsGoIntoTraining() throws {
    let script = Script("r = train regression n=40 split=0.75 outliers=0.1 loss=mae epochs=1 data_seed=3")
    #expect(script.errors.isEmpty)
    guard case .run(let run)? = script.outcomes.last?.value else {
      Issue.record("no run")
      return
    }
    #expect(
      run.data.origin.steps == [
        .split(share: 0.75, seed: nil), .standardised(fittedOn: .all), .outliers(share: 0.1, seed: 3),
      ])
  }

  @Test(arguments: [
    ("data circles outliers=0.1", "0.1", "label_noise"),
    ("data regression label_noise=0.1", "0.1", "outliers"),
    ("data circles split=1", "1", nil), ("data circles n=10 split=0.01", "0.01", nil),
    ("data circles label_noise=2", "2", nil), ("data circles n=2.5", "2.5", nil),
    ("d = data circles n=20 standardize=train\ne = data d split=0.7", "0.7", "the same line"),
    ("d = data circles n=20\ne = data d seed=3", "3", "shuffle=on"), ("x = 3\ndata x", "x", "d = data"),
    ("data load", "load", "target="), ("data load rents target=x", "rents", "\"rents.csv\""),
    ("data \"rents.csv\"", "\"rents.csv\"", "load"), ("train load \"x.csv\" loss=mse", "load", "train d"),
    ("data load \"x.csv\" target=x", "\"x.csv\"", nil), ("data load \"x.csv\" target=[1]", "[1]", nil),
    ("data load \"x.csv\" target=1.5", "1.5", "name"),
    ("data load \"x.csv\" separator=\"::\"", "\"::\"", "separator"),
    ("data load \"x.csv\" features=a without=b", "b", nil),
    ("data load \"x.csv\" missing=skip", "skip", "drop"),
  ])
  func mistakes(_ text: String, _ pointed: String, _ hint: String?) throws {
    let script = Script(text)
    let error = try #require(script.errors.last)
    #expect(script.pointed(error) == pointed)
    if let hint { #expect(error.hint?.contains(hint) == true, "\(error)") }
  }

  @Test func summaryTellsWhatWasDone() {
    let text = shown("d = data moons n=40 split=0.75 standardize=train label_noise=0.1")
    #expect(text.contains("the first 30 train, the other 10 test"))
    #expect(text.contains("Standardised by the training rows."))
    #expect(text.contains("10% of the training rows got a wrong class."))
    #expect(text.contains("class 1"))
    #expect(shown("d = data circles n=40 shuffle=off").contains("No training row is of class 1"))
  }
}
