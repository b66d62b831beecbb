// swift-tools-version: 6.1
import PackageDescription

#if os(Linux)
  // The flags of Debian's libzmq.pc name directories of other libraries in a way that the package manager warns of; the
  // header and the library lie where every compiler looks.
  let zeroMQConfig: String? = nil
#else
  let zeroMQConfig: String? = "libzmq"
#endif

// A package of its own, so that the notebook at the terminal is built without ZeroMQ and cryptography.
let package = Package(
  name: "lossbook-kernel",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "lossbook-kernel", targets: ["lossbook-kernel"])],
  dependencies: [
    .package(name: "lossbook", path: ".."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CZeroMQ", pkgConfig: zeroMQConfig, providers: [.apt(["libzmq3-dev"]), .brew(["zeromq"])]),
    .target(
      name: "LossbookKernel",
      dependencies: [
        "CZeroMQ",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Language", package: "lossbook"),
        .product(name: "Notebook", package: "lossbook"),
        .product(name: "Plotting", package: "lossbook"),
        .product(name: "Training", package: "lossbook"),
      ]),
    .executableTarget(name: "lossbook-kernel", dependencies: ["LossbookKernel"]),
    .testTarget(name: "LossbookKernelTests", dependencies: ["LossbookKernel"]),
  ],
  swiftLanguageModes: [.v6]
)
