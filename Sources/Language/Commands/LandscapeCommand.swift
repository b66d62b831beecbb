import Plotting
import Training

extension Command {
  static var landscape: Command {
    Command(
      name: "landscape", topic: .seeing, syntax: "landscape RUN seed=1 to FILE",
      summary: "draws the training loss around the weights where a run ended, over a plane through them",
      details: [
        "The plane is spanned by two random directions. In each, what leads into one unit is made as long as that unit's "
          + "own weights, so that layers of any size can be compared; biases stay. At (0, 0) stand the weights of the "
          + "run, at 1 a step as long as they are.",
        "Source: Li, Xu, Taylor, Studer and Goldstein, Visualizing the Loss Landscape of Neural Nets, 2018.",
        "Another seed shows another plane. What holds in every plane says something about the loss.",
        FigureTarget.help,
      ],
      options: [
        ("seed", "where the two directions come from"),
        ("size", "columns and rows of the grid, 3 to 101 (default 21)"),
        ("reach", "how far it goes to each side, in lengths of the weights (default 1)"),
      ],
      example: "run1 = train circles loss=bce n=100 epochs=20; landscape run1 size=11"
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["seed", "size", "reach"])
      let target = try FigureTarget(call, interpreter)
      let run = try call.run(interpreter)
      let reach = try options.number("reach") ?? 1
      guard reach > 0, reach <= 1e6 else {
        throw options.bad("reach", "`reach` is above 0 and at most 1e6, not \(NumberFormat.text(reach))")
      }
      let size = try options.integer("size", LossLandscape.sizes) ?? 21
      let seed = UInt32(
        clamping: try options.integer("seed", 0...Int(UInt32.max)) ?? interpreter.settings.seed)
      let landscape: LossLandscape?
      do throws(TrainingError) {
        landscape = try run.landscape(size: size, reach: reach, seed: seed, cancel: interpreter.host.cancel)
      } catch {
        throw Diagnostic(error, call, run.data)
      }
      guard let landscape else { throw interpreter.stopped(call.span) }
      let drawing = LandscapeDrawing(run, landscape)
      return CommandResult(pieces: try target.pieces(drawing.figure) + drawing.pieces)
    }
  }
}
