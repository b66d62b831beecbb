// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "lossbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lossbook", targets: ["lossbook"]),
    .library(name: "LossMath", targets: ["LossMath"]),
    .library(name: "Training", targets: ["Training"]),
    .library(name: "Plotting", targets: ["Plotting"]),
    .library(name: "Language", targets: ["Language"]),
    .library(name: "Notebook", targets: ["Notebook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The arrows of ARCHITECTURE.md: a target may import what stands in its `dependencies`, and nothing else.
    .target(name: "CNumerics"),
    .target(name: "LossMath", dependencies: ["CNumerics"]),
    .target(name: "Plotting"),
    .target(name: "Training", dependencies: ["LossMath", "CNumerics", "CCsv"]),
    .target(name: "Language", dependencies: ["LossMath", "Training", "Plotting"]),
    .target(name: "Notebook", dependencies: ["Language", "Training", "LossMath", "Plotting", "CMarkdown"]),
    .target(name: "Terminal", dependencies: ["CEditLine"]),
    .systemLibrary(
      name: "CEditLine", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(name: "CCsv", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
    .executableTarget(
      name: "lossbook",
      dependencies: [
        "LossMath", "Training", "Plotting", "Language", "Notebook", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // To load a dozen libraries takes longer than to run a cell: in a release all are inside the binary, with those
      // that libedit needs in turn.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-executable", "-l_FoundationCShims", "-l_FoundationCollections", "-lswiftSynchronization",
            "-ltinfo", "-lbsd", "-lmd",
          ],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .target(name: "CFloor", path: "Benchmarks/CFloor"),
    .executableTarget(
      name: "lossbench", dependencies: ["LossMath", "Training", "Language", "CFloor"],
      path: "Benchmarks/Lossbench"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .executableTarget(name: "append-history", dependencies: ["Terminal"], path: "Tests/AppendHistory"),
    .testTarget(
      name: "LossMathTests", dependencies: ["LossMath", "CNumerics", "TestSupport"],
      resources: [.copy("Data")]),
    .testTarget(
      name: "TrainingTests", dependencies: ["Training", "LossMath", "TestSupport"], resources: [.copy("Data")]
    ),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting", "TestSupport"]),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "TestSupport"], exclude: ["Exporting/Scripts"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook", "TestSupport"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport", "append-history"]),
    .testTarget(name: "GoldenTests", dependencies: ["TestSupport"], exclude: ["Sessions"]),
    .testTarget(name: "EndToEndTests", dependencies: ["Notebook", "TestSupport"]),
    // Fed by scripts/fuzz; the tests run again what it found.
    .target(
      name: "FuzzTargets", dependencies: ["LossMath", "Training", "Language", "Notebook"],
      path: "Tests/FuzzTargets"),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], exclude: ["Corpus"]),
  ],
  swiftLanguageModes: [.v6]
)
