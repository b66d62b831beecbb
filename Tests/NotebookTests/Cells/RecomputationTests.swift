import Language
import Synchronization
import TestSupport
import Testing

@testable import Notebook

/// After any change everything is as if the notebook had been typed so from its top.
@Suite struct RecomputationTests {
  private func session(_ text: String) -> Session {
    let session = Session(host: .isolated, keepsCells: true)
    session.run(SourceText(text)) { _ in true }
    return session
  }

  @discardableResult
  private func type(_ text: String, in session: Session) -> String {
    var pieces: [Piece] = []
    session.run(SourceText(text)) {
      pieces += $0.pieces(width: 80)
      return true
    }
    return pieces.plainText()
  }

  private func value(_ expression: String, in session: Session) -> String {
    (try? session.interpreter.result(of: expression).shortText) ?? "none"
  }

  /// What the cells show, by number.
  private func outputs(_ session: Session) -> [String] {
    session.cells.map { "\($0.number) " + $0.output(width: 80).plainText() }
  }

  /// The outputs of the same cells, run in a session of their own.
  private func outputsFromTheTop(_ session: Session) -> [String] {
    let other = Session(host: .isolated, keepsCells: true)
    var outputs: [String] = []
    for cell in session.cells {
      other.continueNumbers(from: cell.number)
      other.run(SourceText(cell.code)) {
        outputs.append("\(cell.number) " + $0.pieces(width: 80).plainText())
        return true
      }
    }
    return outputs
  }

  private func numbersThatRan(_ session: Session, _ body: (CellBook) -> Void, forced: Set<Int> = []) -> [Int]
  {
    guard let book = session.book else { return [] }
    body(book)
    return book.settle(forced: forced).ran.map(\.number)
  }

  private func put(_ number: Int, _ code: String, _ session: Session) -> String {
    let edited = session.edit(number, to: code)
    #expect(edited.isTaken)
    return (edited.results.flatMap { $0.pieces(width: 80) } + edited.pieces).plainText()
  }

  @Test func dependentsAreComputedInOrder() {
    let session = session("x = 1\ny = x + 1\nz = y * x\nother = 5\nz + other")
    #expect(put(1, "x = 10", session).contains("[5]> z + other\n115"))
    #expect(value("[x, y, z, other, ans, out[5]]", in: session) == "[10, 11, 110, 5, ...]")
    #expect(outputs(session) == outputsFromTheTop(session))
  }

  @Test func nameGivenTwiceBelongsToEachCell() {
    let session = session("x = 1\nx + 1\nx = 100\nx + 1")
    #expect(put(1, "x = 5", session) == "[2]> x + 1\n6")
    #expect(outputs(session) == ["1 ", "2 6", "3 ", "4 101"])
    #expect(value("x", in: session) == "100")
    _ = put(3, "x = x * 2", session)
    #expect(outputs(session) == ["1 ", "2 6", "3 ", "4 11"])
    _ = put(1, "x = 7", session)
    #expect(outputs(session) == outputsFromTheTop(session))
    #expect(value("x", in: session) == "14")
  }

  @Test func accumulatorsDoNotStepTwice() {
    let session = session("w = 0\nw = w + 1\nw = w + 1\nfor i in 1..3 { w = w + i }\nw")
    type("rerun 2", in: session)
    type("rerun all", in: session)
    #expect(value("w", in: session) == "8")
    _ = put(3, "w = w * 10", session)
    #expect(outputs(session).last == "5 16")
    type("delete 2", in: session)
    #expect(outputs(session).last == "5 6")
  }

  @Test func functionsLookUpTheirNamesWhenCalled() {
    let session = session("k = 2\ng(x) = x * k\nf(x) = g(x) + 1\nf(10)\ngrad(f(k), k)\nk + 1")
    _ = put(1, "k = 3", session)
    #expect(outputs(session) == outputsFromTheTop(session))
    #expect(outputs(session)[3] == "4 31")
    _ = put(2, "g(x) = x - k", session)
    #expect(outputs(session)[3] == "4 8" && outputs(session) == outputsFromTheTop(session))
  }

  @Test func lastValueAndNumberedOnesStayTrue() {
    let session = session("2\nans + 1\nx = 5\nans * 10\nout[1] + out[2]\nfor i in 1..1 { s = out[i] }\ns")
    _ = put(1, "20", session)
    #expect(outputs(session) == ["1 20", "2 21", "3 ", "4 210", "5 41", "6 ", "7 20"])
    type("delete 2", in: session)
    #expect(outputs(session).prefix(3) == ["1 20", "3 ", "4 200"])
    #expect(outputs(session)[3].contains("cell 2 has shown no value"))
    type("undo", in: session)
    #expect(outputs(session)[4] == "5 41")
  }

  @Test func onlyWhatDependsRuns() throws {
    let session = session("x = 1\nslow = 2\nslow + 1\nx + 1")
    let book = try #require(session.book)
    #expect(numbersThatRan(session, { _ in }) == [])
    #expect(numbersThatRan(session, { _ in }, forced: [1]) == [1])
    #expect(numbersThatRan(session, { _ in }, forced: [2, 4]) == [2, 4])
    _ = session.edit(1, to: "x = 3")
    #expect(book.cells.map { $0.state } == [.done, .done, .done, .done])
  }

  @Test func sameValueStopsTheWay() {
    let session = session("x = 1\ny = x * 0\nplain = y + 1\nplain")
    #expect(put(1, "x = 2", session) == "Cell 2 was computed again and shows the same.")
    #expect(put(1, "x = 2 # said otherwise", session).isEmpty)
  }

  @Test func failureGoesOnAndComesBack() {
    let session = session("x = 2\ny = x + 1\ny * 2\nx")
    #expect(put(1, "x = nope", session).contains("`nope` is not known"))
    #expect(session.cells.map(\.state) == [.failed, .failed, .failed, .failed])
    #expect(value("y", in: session) == "none")
    _ = put(1, "x = 4", session)
    #expect(session.cells.allSatisfy { $0.state == .done })
    #expect(outputs(session)[2] == "3 10")
  }

  @Test func failedCellIsTriedAgain() {
    let session = session("y = 2\ny + z")
    #expect(session.cells[1].state == .failed)
    _ = put(1, "y = 2; z = 3", session)
    #expect(outputs(session)[1] == "2 5")
  }

  @Test func halfDoneCellsDoOnlyTheirHalf() {
    let session = session("a = 1; b = nope\na\nb = 3\nb")
    _ = put(1, "a = 2; b = nope", session)
    #expect(outputs(session)[1] == "2 2" && outputs(session)[3] == "4 3")
  }

  @Test func branchesNotTakenLeaveTheirNames() {
    let session = session("x = 1\nc = 0\nif c > 0 { x = 2 }\nx")
    _ = put(1, "x = 5", session)
    #expect(outputs(session).last == "4 5")
    _ = put(2, "c = 1", session)
    #expect(outputs(session).last == "4 2")
    _ = put(1, "x = 7", session)
    #expect(outputs(session) == outputsFromTheTop(session))
  }

  @Test func drawsAreTheSameAgain() {
    let session = session("n = 3\nsample(normal(0, 1), n)\nset seed 5\nsample(normal(0, 1), n)\nmean(ans)")
    let before = outputs(session)
    type("rerun all", in: session)
    #expect(outputs(session) == before)
    _ = put(3, "set seed 6", session)
    #expect(outputs(session)[3] != before[3] && outputs(session)[1] == before[1])
    #expect(outputs(session) == outputsFromTheTop(session))
  }

  @Test func settingsReachWhatFollows() {
    let session = session("1/3\nset digits 3\n1/3\nset reactive on\n2/3")
    #expect(outputs(session) == ["1 0.333333", "2 ", "3 0.333", "5 0.667"])
    _ = put(2, "set digits 2", session)
    #expect(outputs(session) == ["1 0.333333", "2 ", "3 0.33", "5 0.67"])
    type("delete 2", in: session)
    #expect(outputs(session) == ["1 0.333333", "3 0.333333", "5 0.666667"])
  }

  @Test func whyFollowsWhatItLooksAt() {
    let session = session("p = 0\nlog(p)\nwhy")
    _ = put(1, "p = 1", session)
    #expect(outputs(session)[2].contains("There is nothing to explain"))
  }

  @Test func severalCellsInAnEditGetNumbersOfTheirOwn() {
    let session = session("x = 1\nx + 1")
    #expect(put(1, "# A note\nx = 2\nx * 3", session) == "6\n[2]> x + 1\n3")
    #expect(outputs(session) == ["1 ", "3 6", "2 3"])
    #expect(session.nextNumber == 4)
    type("out[3]", in: session)
    #expect(outputs(session).last == "4 6")
  }

  @Test func editThatCannotBeReadChangesNothing() {
    let session = session("x = 1\nx")
    for text in ["x = [1,", "x +* 2", "", "# only a note"] {
      #expect(!session.edit(1, to: text).isTaken)
    }
    #expect(session.edit(1, to: "x = 1").pieces.plainText() == "Cell 1 is as it was.")
    #expect(outputs(session) == ["1 ", "2 1"])
    #expect(type("undo", in: session).contains("cell 2"))
  }

  @Test func nextCellTakesThePlaceWhereThereIsNoLine() {
    let session = session("x = 1\nx")
    session.edited = 1
    #expect(type("x = [3,\n 4]\nx", in: session).hasPrefix("[2]> x\n[3, 4]"))
    #expect(session.cells.map(\.number) == [1, 2, 3])
  }

  @Test func whatIsOffIsStale() {
    let session = session("set reactive off\nx = 1\ny = x + 1\nz = 5\ny + z")
    #expect(
      put(2, "x = 10", session)
        == "Cells 3 and 5 are stale; `rerun stale` computes them.".replacing("`", with: ""))
    #expect(session.cells.map(\.state) == [.done, .stale(names: ["x"]), .done, .stale(names: ["y"])])
    #expect(value("[x, y]", in: session) == "[10, 2]")
    #expect(type("y", in: session).contains("`y` is from cell 3, which is stale"))
    // What was computed from a stale value is stale itself.
    #expect(type("cells", in: session).split(separator: "\n").count { $0.hasSuffix("stale") } == 3)
    type("rerun 3", in: session)
    #expect(session.cells[1].state == .done)
    #expect(session.cells[3].state == .stale(names: ["y"]))
    #expect(type("set reactive on", in: session).contains("[5]> y + z\n16"))
    #expect(outputs(session) == outputsFromTheTop(session))
  }

  @Test func cellIsShownWithWhyItIsNotTrue() {
    let session = session("set reactive off\nx = 1\ny = x + 1\ny * 2")
    #expect(
      type("cells 3", in: session)
        == "[3]> y = x + 1\nIt reads `x` of cell 2. It is read by cell 4."
        .replacing("`", with: ""))
    _ = put(2, "x = 10", session)
    let shown = type("cells 3", in: session)
    #expect(shown.contains("It is stale: x changed since it ran. rerun 3 computes it."), "\(shown)")
    #expect(type("cells", in: session).contains("stale"))
    #expect(type("cells 99", in: session).contains("there is no cell 99"))
  }

  @Test func ofManyNewOutputsTheFirstAreShown() {
    let session = session("x = 1\n" + (1...14).map { "x + \($0)" }.joined(separator: "\n"))
    let told = put(1, "x = 2", session)
    #expect(told.contains("[13]> x + 12\n14") && !told.contains("[14]>"), "\(told)")
    #expect(told.hasSuffix("Cells 14 and 15 have new outputs too."), "\(told)")
  }

  @Test func undoneEditIsNoLongerStale() {
    let session = session("set reactive off\nx = 1\nx + 1")
    _ = put(2, "x = 10", session)
    type("undo", in: session)
    #expect(session.cells.map(\.state) == [.done, .done])
    #expect(value("x", in: session) == "1")
  }

  @Test func undoGoesBackStepByStep() {
    let session = session("x = 1")
    type("x = 2\nx + 1", in: session)
    type("# A note", in: session)
    _ = put(2, "x = 3", session)
    type("delete 1", in: session)
    #expect(type("undo", in: session) == "Undone: the deletion of cell 1.")
    #expect(type("undo", in: session) == "Undone: the edit of cell 2.")
    #expect(type("undo", in: session) == "Undone: a note.")
    #expect(outputs(session) == ["1 ", "2 ", "3 3"])
    #expect(type("undo", in: session) == "Undone: cell 2, x = 2 and cell 3, x + 1.")
    #expect(value("x", in: session) == "1")
    type("undo", in: session)
    #expect(type("undo", in: session) == "There is nothing to undo.")
    #expect(value("x", in: session) == "none" && session.items.isEmpty)
  }

  @Test func selectionsAreUnderstood() throws {
    let session = session("1\n2\nnope\n4\n5")
    #expect(type("delete 2..4", in: session).hasPrefix("Cells 2 to 4 are deleted"))
    type("undo", in: session)
    #expect(type("delete failed", in: session).hasPrefix("Cell 3 is deleted"))
    #expect(type("delete failed", in: session) == "No cell has failed.")
    #expect(type("delete 1, 5", in: session).hasPrefix("Cells 1 and 5 are deleted"))
    for (line, message) in [
      ("delete", "`delete` wants to know which cell"), ("rerun x", "`x` names no cell"),
      ("rerun 99", "there is no cell 99"), ("edit 99", "there is no cell 99"),
      ("edit x", "`edit` wants the number of a cell"), ("delete 7..9", "names no cell"),
      ("undo 2", "stands alone"),
    ] {
      #expect(type(line, in: session).contains(message), "\(line)")
    }
  }

  @Test func changesStandAloneAndAreTyped() {
    let session = session("x = 1")
    #expect(type("x = 2; undo", in: session).contains("stands alone on a line that you type"))
    #expect(value("x", in: session) == "2")
    _ = put(1, "undo", session)
    #expect(session.cells[0].state == .failed)
  }

  @Test func interruptedWorkIsStaleAndOneStepAwayFromDone() throws {
    let stop = Switch()
    var host = Host.isolated
    host.cancel = .init { stop.isOn }
    let session = Session(host: host, keepsCells: true)
    session.run(SourceText("x = 1\ny = x\nz = y")) { _ in true }
    stop.isOn = true
    _ = session.edit(1, to: "x = 2")
    stop.isOn = false
    #expect(session.cells.map(\.state) == [.stopped, .stale(names: ["x"]), .stale(names: ["y"])])
    type("rerun all", in: session)
    #expect(session.cells.allSatisfy { $0.state == .done })
    #expect(value("z", in: session) == "2")
    stop.isOn = true
    type("rerun all", in: session)
    stop.isOn = false
    #expect(value("z", in: session) == "2")
  }
}

/// What stands for Ctrl-C.
private final class Switch: Sendable {
  private let state = Atomic<Bool>(false)

  var isOn: Bool {
    get { state.load(ordering: .relaxed) }
    set { state.store(newValue, ordering: .relaxed) }
  }
}
