import Foundation

/// Chromium without a window, spoken to over a pair of pipes.
public final class Browser {
  /// Where it is installed, if it is.
  public static let program: String? = {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let places =
      names.flatMap { name in ["/usr/bin", "/usr/local/bin"].map { "\($0)/\(name)" } }
      + ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private let home: TemporaryDirectory
  private let child: ChildProcess
  private let input: Int32
  private let output: Int32
  private var received: [UInt8] = []
  private var lastCall = 0
  private var session: String?
  /// What the browser has to say about the page: errors and warnings of its console.
  public private(set) var complaints: [String] = []

  public init() throws {
    guard let program = Self.program else { throw TestFailure("there is no browser") }
    home = try TemporaryDirectory()
    let pipes = [home.file("in"), home.file("out")]
    for pipe in pipes { guard mkfifo(pipe, 0o600) == 0 else { throw TestFailure("no pipe") } }
    (input, output) = (open(pipes[0], O_RDWR | O_CLOEXEC), open(pipes[1], O_RDWR | O_CLOEXEC))
    let options =
      "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --remote-debugging-pipe"
    let line =
      "exec '\(program)' \(options) --user-data-dir='\(home.path)/data' 3<'\(pipes[0])' 4>'\(pipes[1])'"
    try home.write("empty", "")
    child = try ChildProcess(
      "/bin/sh", ["-c", line], environment: Binary.environment(home: home.path), directory: home.path,
      .files(input: home.file("empty"), output: home.file("stdout"), error: home.file("stderr")))
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] ?? ""
    session =
      try call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log"] { try call("\(domain).enable") }
  }

  deinit {
    _ = try? call("Browser.close", isForBrowser: true)
    child.end()
    close(input)
    close(output)
  }

  /// Opens a page in a window of that width, by day or by night.
  public func show(_ path: String, width: Int, isDark: Bool = false) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false])
    let scheme = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
    try call("Emulation.setEmulatedMedia", ["media": "", "features": [scheme]])
    try call("Page.navigate", ["url": URL(filePath: path).absoluteString])
    let end = Date(timeIntervalSinceNow: Binary.patience / 5)
    while try evaluate("document.readyState + location.protocol") != "completefile:" {
      guard Date() < end else { throw TestFailure("the page does not load") }
    }
  }

  /// The value of an expression of JavaScript, as text. The browser evaluates it, whatever the page allows.
  public func evaluate(_ expression: String) throws -> String {
    let answer = try call("Runtime.evaluate", ["expression": "String(\(expression))", "returnByValue": true])
    if let failure = answer["exceptionDetails"] { throw TestFailure("\(expression): \(failure)") }
    return (answer["result"] as? [String: Any])?["value"] as? String ?? ""
  }

  /// The page as PDF.
  public func printed() throws -> Data {
    let text = try call("Page.printToPDF", ["printBackground": true])["data"] as? String ?? ""
    return Data(base64Encoded: text) ?? Data()
  }

  @discardableResult
  private func call(
    _ method: String, _ parameters: [String: Any] = [:], isForBrowser: Bool = false
  ) throws -> [String: Any] {
    lastCall += 1
    var message: [String: Any] = ["id": lastCall, "method": method, "params": parameters]
    if let session, !isForBrowser { message["sessionId"] = session }
    var bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
    guard write(input, &bytes, bytes.count) == bytes.count else {
      throw TestFailure("the browser does not listen")
    }
    while true {
      let answer = try next(for: method)
      if let event = answer["method"] as? String { note(event, answer["params"] as? [String: Any] ?? [:]) }
      guard answer["id"] as? Int == lastCall else { continue }
      if let error = answer["error"] { throw TestFailure("\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func note(_ event: String, _ parameters: [String: Any]) {
    switch event {
    case "Log.entryAdded":
      complaints.append("\((parameters["entry"] as? [String: Any])?["text"] ?? parameters)")
    case "Runtime.consoleAPICalled", "Runtime.exceptionThrown": complaints.append("\(parameters)")
    default: break
    }
  }

  /// The next message, up to its zero byte.
  private func next(for method: String) throws -> [String: Any] {
    let end = Date(timeIntervalSinceNow: Binary.patience / 5)
    while true {
      if let zero = received.firstIndex(of: 0) {
        let message = Data(received[..<zero])
        received.removeSubrange(...zero)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else {
        guard Date() < end else { throw TestFailure("no answer to \(method)") }
        continue
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { throw TestFailure("the browser is gone") }
      received += chunk[..<count]
    }
  }
}
