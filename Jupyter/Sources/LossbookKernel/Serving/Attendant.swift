import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What goes on while a cell runs: the heartbeat is answered, requests to stop are taken, and what the cell shows is
/// passed on to the front ends. It has a thread of its own.
final class Attendant {
  private let envelope: Envelope
  private let heartbeat: Socket
  private let control: Socket
  private let iopub: Socket
  /// What the other thread publishes.
  private let inbox: Socket
  /// Wakes the other thread where it waits for requests.
  private let bell: Socket
  private let parentWatch = ParentWatch()
  private var shutdown: ContinuousClock.Instant?

  static let bellAddress = "inproc://bell"
  /// How often the kernel looks whether whoever started it is still there.
  private static let pause = 1_000
  /// How long a computation that is to stop may take before the process ends all the same.
  private static let patience = Duration.seconds(2)

  init(_ context: ZeroMQContext, _ envelope: Envelope, _ file: ConnectionFile) throws(ZeroMQError) {
    self.envelope = envelope
    heartbeat = try Socket(.reply, context)
    control = try Socket(.router, context)
    iopub = try Socket(.publisher, context)
    inbox = try Socket(.pull, context)
    bell = try Socket(.push, context)
    try inbox.bind(Publisher.address)
    try bell.bind(Self.bellAddress)
    try heartbeat.bind(file.address(.heartbeat))
    try control.bind(file.address(.control))
    try iopub.bind(file.address(.iopub))
  }

  /// Serves until the other thread has said its last.
  func serve() {
    publish("status", KernelState.starting.content, Message.none)
    while true {
      let ready = Socket.wait(for: [heartbeat, control, iopub, inbox], milliseconds: Self.pause)
      if ready[0] { heartbeat.send(heartbeat.receive()) }
      if ready[2] { welcome() }
      if ready[3], !passOn() { return }
      if ready[1], let request = Message(control.receive(), envelope.signer) { answer(request) }
      if parentWatch.isOrphaned || isOverdue { _exit(0) }
    }
  }

  /// Publishes what waits.
  /// - Returns: whether more may come.
  private func passOn() -> Bool {
    while true {
      let frames = inbox.receive()
      if frames.isEmpty { return true }
      if frames == [Publisher.end] { return false }
      send(frames)
    }
  }

  private func publish(_ type: String, _ content: JSONValue, _ parent: [UInt8]) {
    send(envelope.broadcast(type, content, parent: parent))
  }

  /// Publishes a message. Who has just subscribed hears it too, and before it that they have.
  private func send(_ frames: [[UInt8]]) {
    welcome()
    iopub.send(frames)
  }

  /// Tells front ends that have subscribed to something that they hear from now on.
  private func welcome() {
    while let frame = iopub.receive().first {
      let (isWanted, topic) = (frame.first == 1, Array(frame.dropFirst()))
      iopub.subscribe(isWanted, to: topic)
      guard isWanted else { continue }
      let content = JSONValue.object(["subscription": .text(String(decoding: topic, as: UTF8.self))])
      let message = envelope.broadcast("iopub_welcome", content, parent: Message.none)
      // It is sent under what they have subscribed to.
      iopub.send([topic] + message.dropFirst())
    }
  }

  private func answer(_ request: Message) {
    publish("status", KernelState.busy.content, request.rawHeader)
    switch request.header.type {
    case "kernel_info_request": control.send(envelope.reply(to: request, KernelInfo.content))
    case "interrupt_request":
      Interruption.request()
      control.send(envelope.reply(to: request, .ok()))
    case "shutdown_request": shutDown(request)
    default: break
    }
    publish("status", KernelState.idle.content, request.rawHeader)
  }

  private func shutDown(_ request: Message) {
    let content = ShutdownRequest(request).reply
    control.send(envelope.reply(to: request, content))
    publish("shutdown_reply", content, request.rawHeader)
    shutdown = .now
    bell.send([[]])
    Interruption.request()
  }

  private var isOverdue: Bool { shutdown.map { ContinuousClock.now - $0 > Self.patience } ?? false }
}
