import Training

/// What the language needs from the world outside, handed in by whoever runs it.
public struct Host {
  /// The bytes of a file, or why they cannot be had.
  public var readFile: (_ path: String) throws(FileProblem) -> [UInt8]
  /// Replaces a file by a text, whole or not at all, or says why it cannot.
  public var writeFile: (_ path: String, _ text: String) throws(FileProblem) -> Void
  /// The directories where a file is looked for that is not named from the root on, the first one first. The empty name
  /// is where files are written.
  public var readingPlaces = [""]
  /// The directories whose files are all that there are for cells that are not the reader's own; nothing for those that
  /// are.
  public var confinedTo: [String]?
  /// Whether the reader has let such cells write beside themselves.
  public var allowsWriting = false
  /// The memory that the process takes, in bytes.
  public var memoryInUse: () -> Int = { 0 }
  /// Polled by every loop.
  public var cancel: CancelToken
  /// Told after each epoch of a training run, and from time to time while many runs are trained.
  public var progress: (TrainingProgress) -> Void

  public init(
    readFile: @escaping (_ path: String) throws(FileProblem) -> [UInt8],
    writeFile: @escaping (_ path: String, _ text: String) throws(FileProblem) -> Void = Self.noFile,
    cancel: CancelToken = .never,
    progress: @escaping (TrainingProgress) -> Void = { _ in }
  ) {
    self.readFile = readFile
    self.writeFile = writeFile
    self.cancel = cancel
    self.progress = progress
  }

  /// Looks for a file in the reading places.
  /// - Returns: its bytes, and the path it was found by, seen from where files are written.
  public func find(_ path: String) throws(FileProblem) -> (bytes: [UInt8], path: String) {
    if path.hasPrefix("/") || path == Self.standardInput { return (try readFile(path), path) }
    for place in readingPlaces {
      let path = place.isEmpty ? path : place + "/" + path
      do throws(FileProblem) { return (try readFile(path), path) } catch {
        guard error.isMissing, readingPlaces.count > 1 else { throw error }
      }
    }
    throw FileProblem(reason: "it is neither in " + placeNames.joined(separator: " nor in "), isMissing: true)
  }

  private var placeNames: [String] {
    readingPlaces.map { $0.isEmpty ? "the working directory" : $0 }
  }

  /// The name that stands for standard input among files that are read.
  public static let standardInput = "-"

  /// Writes nothing.
  public static func noFile(_ path: String, _ text: String) throws(FileProblem) {
    throw FileProblem(reason: "no files are written here")
  }

  /// A host without files.
  public static var isolated: Host {
    Host { (_) throws(FileProblem) in throw FileProblem(reason: "there are no files here") }
  }
}

extension Interpreter {
  /// Does something with another host, and goes back to the one before.
  public func within<Result>(_ host: Host, _ body: () -> Result) -> Result {
    let outer = self.host
    self.host = host
    defer { self.host = outer }
    return body()
  }
}

/// Why a file could not be read or written, such as "no such file".
public struct FileProblem: Error, Equatable, Sendable {
  public var reason: String
  /// Whether there is no such file.
  public var isMissing: Bool
  /// What helps, where it is not what would be said anyway.
  public var remedy: String?

  public init(reason: String, isMissing: Bool = false, remedy: String? = nil) {
    self.reason = reason
    self.isMissing = isMissing
    self.remedy = remedy
  }
}

/// Where a training stands.
public struct TrainingProgress: Sendable {
  public enum Stage: Sendable {
    /// A run has come to the end of an epoch.
    case epoch(EpochReport, of: Int)
    /// Many runs are on their way.
    case runs(ManyRunsProgress)
  }

  /// What is trained, such as `bce on circles`.
  public var label: String
  public var stage: Stage
}
