import Language
import Notebook

/// The part of the kernel that computes: takes the requests at the shell channel one after the other.
final class Kernel {
  private let envelope: Envelope
  private let shell: Socket
  /// Nothing is ever asked of the reader here, but front ends connect to it.
  private let stdin: Socket
  private let bell: Socket
  private let publisher: Publisher
  private let session: Session
  private var history = History()
  /// How many cells have had a number.
  private var count = 0
  private var isEnding = false
  /// The requests that have come and are not answered yet.
  private var waiting: [Waiting] = []

  private struct Waiting {
    let request: Message
    /// Whether it is a cell behind one that failed.
    var isAborted = false
  }

  init(
    _ context: ZeroMQContext, _ envelope: Envelope, _ file: ConnectionFile, _ session: Session
  ) throws(ZeroMQError) {
    self.envelope = envelope
    self.session = session
    shell = try Socket(.router, context)
    stdin = try Socket(.router, context)
    bell = try Socket(.pull, context)
    publisher = try Publisher(context, envelope)
    try bell.connect(Attendant.bellAddress)
    try shell.bind(file.address(.shell))
    try stdin.bind(file.address(.stdin))
  }

  /// Serves until a front end says that the kernel shall end.
  func serve() {
    while !isEnding {
      while !waiting.isEmpty, !isEnding { answer(waiting.removeFirst()) }
      if !isEnding { wait(milliseconds: -1) }
    }
    publisher.close()
  }

  /// Takes the requests that are there, or come in that time.
  private func wait(milliseconds: Int) {
    let ready = Socket.wait(for: [shell, bell], milliseconds: milliseconds)
    if ready[1] { isEnding = true }
    guard ready[0] else { return }
    while true {
      let frames = shell.receive()
      if frames.isEmpty { return }
      if let message = Message(frames, envelope.signer) { waiting.append(Waiting(request: message)) }
    }
  }

  private func answer(_ item: Waiting) {
    let request = item.request
    // Before anybody hears that the kernel is busy: a wish to stop that comes after that is meant for this request.
    Interruption.clear()
    publisher.answering(request) {
      switch request.header.type {
      case "execute_request" where item.isAborted:
        shell.send(
          envelope.reply(
            to: request, .object(["status": .text("aborted"), "execution_count": .whole(count)])))
      case "execute_request": execute(request)
      case "shutdown_request":
        let content = ShutdownRequest(request).reply
        shell.send(envelope.reply(to: request, content))
        publisher.publish("shutdown_reply", content)
        isEnding = true
      case "comm_open": refuseComm(request)
      default: if let content = reply(request) { shell.send(envelope.reply(to: request, content)) }
      }
    }
  }

  /// The content of a reply that does nothing but tell.
  private func reply(_ request: Message) -> JSONValue? {
    switch request.header.type {
    case "kernel_info_request": return KernelInfo.content
    case "complete_request":
      return asked(request) { (code: CodeRequest) in Completing.reply(code, session) }
    case "inspect_request":
      return asked(request) { (code: CodeRequest) in Inspecting.reply(code, session) }
    case "is_complete_request":
      return asked(request) { (code: CodeRequest) in Completeness.reply(code.code, session) }
    case "history_request": return asked(request) { history.reply($0) }
    case "comm_info_request": return .ok(["comms": .object([:])])
    default: return nil
    }
  }

  private func asked<T: Decodable>(_ request: Message, _ answer: (T) -> JSONValue) -> JSONValue {
    JSON.decode(T.self, request.content).map(answer)
      ?? .refusal("the content of the \(request.header.type) has not the form that the protocol gives it")
  }

  /// Front ends that look for widgets are told that there are none.
  private func refuseComm(_ request: Message) {
    guard let comm = JSON.decode(CommRequest.self, request.content) else { return }
    publisher.publish("comm_close", .object(["comm_id": .text(comm.id), "data": .object([:])]))
  }

  private func execute(_ message: Message) {
    guard let request = JSON.decode(ExecuteRequest.self, message.content) else {
      let refusal = JSONValue.refusal("an execute_request has a `code` that is text")
      return shell.send(envelope.reply(to: message, refusal))
    }
    let number = count + 1
    if request.isStored { count = number }
    if !request.isSilent {
      publisher.publish(
        "execute_input", .object(["code": .text(request.code), "execution_count": .whole(number)]))
    }
    let runner = CellRunner(session, publisher, number: number, isSilent: request.isSilent)
    runner.run(request.code)
    if request.isStored {
      history.add(History.Entry(number: number, input: request.code, output: runner.lastText))
    }
    finish(message, request, runner, number)
  }

  private func finish(_ message: Message, _ request: ExecuteRequest, _ runner: CellRunner, _ number: Int) {
    // A training that the reader stops is no failure, but the reader wants to go no further.
    if Interruption.isRequested || runner.failure != nil && request.stopsOnError { abortWaiting() }
    var content: [String: JSONValue]
    if let failure = runner.failure {
      content = failure.reply
    } else {
      let values = UserExpressions.values(request.expressions, session)
      content = ["status": .text("ok"), "user_expressions": .object(values), "payload": .list([])]
      if runner.isLeaving {
        content["payload"] = .list([.object(["source": .text("ask_exit"), "keepkernel": .truth(false)])])
      }
    }
    content["execution_count"] = .whole(request.isSilent ? count : number)
    shell.send(envelope.reply(to: message, .object(content)))
  }
}

// What happens to the cells that wait behind one that fails.
extension Kernel {
  /// How long cells that were sent together with the one that failed may take to arrive, in milliseconds.
  private static let grace = 20

  private func abortWaiting() {
    var before = -1
    while waiting.count > before, !isEnding {
      before = waiting.count
      wait(milliseconds: Self.grace)
    }
    for index in waiting.indices { waiting[index].isAborted = true }
  }
}
