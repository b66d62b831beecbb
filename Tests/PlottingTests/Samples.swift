@testable import Plotting

/// Figures that several tests draw. They are made by plain arithmetic, so that every machine draws the same.
enum Samples {
  static let epochs = (1...200).map(Double.init)

  /// What a training run shows: loss and accuracy over epochs, train and test.
  static let run: Figure = {
    let train = epochs.map { 0.37 + 0.32 / (1 + $0 / 20) }
    let test = epochs.map { 0.4 + 0.3 / (1 + $0 / 25) }
    let loss = Panel(
      title: "loss", xLabel: "epoch",
      marks: [.line(label: "train", x: epochs, y: train), .line(label: "test", x: epochs, y: test)])
    let accuracy = Panel(
      title: "accuracy", xLabel: "epoch",
      marks: [
        .line(label: "train", x: epochs, y: train.map { 1.2 - $0 }),
        .line(label: "test", x: epochs, y: test.map { 1.2 - $0 }),
      ])
    return Figure(title: "circles, loss=bce", panels: [loss, accuracy])
  }()

  static let margins = (0...60).map { Double($0) / 10 - 3 }

  /// Losses over the margin.
  static let losses = Figure(panels: [
    Panel(
      title: "losses", xLabel: "z", yLabel: "loss",
      marks: [
        .line(label: "hinge(1, z)", x: margins, y: margins.map { max(0, 1 - $0) }),
        .line(label: "squared_hinge(1, z)", x: margins, y: margins.map { max(0, 1 - $0) * max(0, 1 - $0) }),
      ])
  ])

  /// Two classes that overlap in the middle.
  static let classes: Figure = {
    var random = Random(seed: 4)
    func cloud(_ centre: Double) -> [Double] {
      (0..<150).map { _ in centre + random.unit() + random.unit() + random.unit() - 1.5 }
    }
    return Figure(panels: [
      Panel(
        title: "blobs", xLabel: "x0", yLabel: "x1",
        marks: [
          .points(label: "class 0", x: cloud(0), y: cloud(0)),
          .points(label: "class 1", x: cloud(1.5), y: cloud(1)),
        ])
    ])
  }()

  static let broken = panel(.line(label: "y", x: [0, 1, 2, 3, 4, 5], y: [0, 1, .nan, 3, .infinity, 2]))
  static let onePoint = panel(.line(x: [3], y: [7]))
  static let constant = panel(.line(x: [0, 1, 2], y: [0.5, 0.5, 0.5]))
  static let missing = panel(.line(x: [1, 2], y: [.nan, .nan]))

  static let power = Figure(panels: [
    Panel(
      title: "error",
      marks: [.line(x: [0, 1, 2, 3, 4, 5], y: [1, 0.1, 0.01, 0, 1e-4, 1e-5])], yScale: .log)
  ])

  static let spread = Figure(panels: [
    Panel(marks: [
      .band(label: "mean", x: margins, low: margins.map { $0 - 1 }, high: margins.map { $0 + 1 }),
      .line(label: "mean", x: margins, y: margins),
      .horizontal(label: "zero", y: 0), .vertical(x: 1),
    ])
  ])

  static let bars = Figure(panels: [
    Panel(
      title: "test loss",
      marks: [
        .bars(
          names: ["bce", "hinge", "squared_hinge", "bad", "none"], values: [0.41, 0.5, 0.31, -0.1, .nan])
      ]
    )
  ])

  private static let bowl: Grid = {
    let places = Grid.places(-1...1, 17)
    return Grid(xs: places, ys: places, values: places.flatMap { y in places.map { $0 * $0 + y * y } })
  }()

  static let landscape = Figure(panels: [
    Panel(
      title: "loss", xLabel: "a", yLabel: "b",
      marks: [
        .heat(label: "loss", grid: bowl), .contour(grid: bowl, levels: bowl.contourLevels(4)),
        .points(label: "end", x: [0], y: [0]),
      ])
  ])

  static let boundary = Figure(panels: [
    Panel(
      title: "moons", xLabel: "x0", yLabel: "x1",
      marks: [
        .region(label: "class 0", grid: Grid(xs: [0, 1], ys: [0, 1], values: [1, 0, 0.5, -1])),
        .region(label: "class 1", grid: Grid(xs: [0, 1], ys: [0, 1], values: [-1, 0.2, -0.5, 1])),
        .contour(grid: Grid(xs: [0, 1], ys: [0, 1], values: [1, -0.2, 0.5, -1]), levels: [0]),
        .points(label: "class 0", x: [0, 0.2], y: [0, 0.7]),
        .points(label: "class 1", x: [1, 0.9], y: [0, 0.7]),
      ])
  ])

  static let oneCell = panel(.heat(label: "m", grid: Grid(xs: [3], ys: [5], values: [7])))
  static let noCell = panel(.heat(label: "m", grid: Grid(xs: [], ys: [], values: [])))
  static let blankHeat = panel(.heat(grid: Grid(xs: [0, 1], ys: [0], values: [.nan, .nan])))
  static let flatHeat = panel(.heat(grid: Grid(xs: [0, 1], ys: [0, 1], values: [2, 2, 2, 2])))

  /// One of each kind, and of each special case.
  static let all = [
    run, losses, classes, broken, onePoint, constant, missing, power, spread, bars, landscape, boundary,
    oneCell,
    noCell, blankHeat, flatHeat, Figure(panels: []),
  ]

  private static func panel(_ mark: Mark) -> Figure {
    Figure(panels: [Panel(marks: [mark])])
  }
}

/// Numbers that look random and are the same in every run.
struct Random {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  mutating func below(_ limit: Int) -> Int {
    Int(unit() * Double(limit))
  }
}

extension Figure {
  /// The picture as it stands in a terminal.
  func picture(_ width: Int, height: Int? = nil, _ charset: Charset = .braille) -> String {
    text(TextOptions(width: width, height: height, charset: charset)).map(\.plain).joined(separator: "\n")
  }
}
