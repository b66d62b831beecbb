import Foundation

/// The program that was built beside the tests.
public enum Binary {
  /// What one run of the program came to.
  public struct Result: Sendable {
    public let output: String
    public let error: String
    public let status: ProgramEnd
  }

  /// Long enough for a loaded machine and a build for debugging: only a run that hangs takes so long.
  public static let patience = 300.0

  /// The program to drive: the release one where it is up to date, which trains many times faster, else the one that was
  /// built with the tests.
  public static func path() throws -> String {
    if let release = upToDateRelease { return release }
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw TestFailure("lossbook is not built: none of \(places)")
    }
    return found
  }

  /// A program that was built for the tests, beside them.
  public static func helper(_ name: String) throws -> String {
    let folders = places.map { URL(filePath: $0).deletingLastPathComponent() }
    guard
      let found = folders.map({ $0.appending(path: name).path }).first(
        where: FileManager.default.isExecutableFile)
    else { throw TestFailure("\(name) is not built") }
    return found
  }

  private static let upToDateRelease: String? = {
    let path = Repository.path(".build/release/lossbook")
    guard let built = date(path) else { return nil }
    let sources = Repository.swiftFiles(below: "Sources").map(\.path) + [Repository.path("Package.swift")]
    return sources.allSatisfy { date($0).map { $0 < built } ?? false } ? path : nil
  }()

  private static func date(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }

  /// Beside the test bundle, which on macOS is a directory and elsewhere the running program.
  private static var places: [String] {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map(\.bundleURL)
    let beside = bundles.map { $0.deletingLastPathComponent() } + [Bundle.main.bundleURL]
    return (beside + [Repository.root.appending(path: ".build/debug")]).map {
      $0.appending(path: "lossbook").path
    }
  }

  /// The variables of a run: a home of its own, no colours, no lessons but those that are given. No profile of it is
  /// kept: one that a killed process left half written could not be merged with those of the tests.
  public static func environment(home: String, _ extra: [String: String] = [:]) -> [String: String] {
    [
      "HOME": home, "XDG_STATE_HOME": home + "/state", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "LANG": "C.UTF-8", "TERM": "xterm", "LLVM_PROFILE_FILE": "/dev/null",
    ].merging(extra) { $1 }
  }

  /// Runs the program without a terminal.
  public static func run(
    _ arguments: [String], input: String = "", in directory: TemporaryDirectory,
    environment: [String: String] = [:]
  ) throws -> Result {
    try run(program: path(), arguments, input: Data(input.utf8), in: directory, environment: environment)
  }

  /// Runs a line of the shell in which `lossbook` is the program.
  public static func run(
    shell line: String, input: Data = Data(), in directory: TemporaryDirectory,
    environment: [String: String] = [:]
  ) throws -> Result {
    let folder = URL(filePath: try path()).deletingLastPathComponent().path
    let search = ["PATH": folder + ":/usr/local/bin:/usr/bin:/bin"]
    return try run(
      program: "/bin/sh", ["-c", line], input: input, in: directory,
      environment: search.merging(environment) { $1 })
  }

  private static func run(
    program: String, _ arguments: [String], input: Data, in directory: TemporaryDirectory,
    environment: [String: String]
  ) throws -> Result {
    let streams = try TemporaryDirectory()
    try streams.write("in", input)
    let child = try ChildProcess(
      program, arguments, environment: self.environment(home: streams.path, environment),
      directory: directory.path,
      .files(input: streams.file("in"), output: streams.file("out"), error: streams.file("err")))
    guard let status = wait(for: child) else {
      child.end()
      throw TestFailure("\(arguments) does not end")
    }
    return Result(output: try streams.read("out"), error: try streams.read("err"), status: status)
  }

  private static func wait(for child: ChildProcess) -> ProgramEnd? {
    let end = Date(timeIntervalSinceNow: patience)
    while Date() < end {
      if let status = child.poll() { return status }
      usleep(2000)
    }
    return nil
  }
}
