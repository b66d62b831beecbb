/// Where a front end expects the kernel: the file that it is started with.
struct ConnectionFile: Decodable, Equatable {
  enum Channel: CaseIterable { case shell, iopub, stdin, control, heartbeat }

  let transport: String
  let ip: String
  let key: String
  let scheme: String
  private let shell: Int
  private let iopub: Int
  private let stdin: Int
  private let control: Int
  private let heartbeat: Int

  private enum CodingKeys: String, CodingKey {
    case transport, ip, key
    case scheme = "signature_scheme"
    case shell = "shell_port"
    case iopub = "iopub_port"
    case stdin = "stdin_port"
    case control = "control_port"
    case heartbeat = "hb_port"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    transport = values.decode(.transport, else: "tcp")
    ip = values.decode(.ip, else: "127.0.0.1")
    key = values.decode(.key, else: "")
    scheme = values.decode(.scheme, else: "hmac-sha256")
    shell = try values.decode(Int.self, forKey: .shell)
    iopub = try values.decode(Int.self, forKey: .iopub)
    stdin = try values.decode(Int.self, forKey: .stdin)
    control = try values.decode(Int.self, forKey: .control)
    heartbeat = try values.decode(Int.self, forKey: .heartbeat)
  }

  func address(_ channel: Channel) -> String {
    // With sockets of the file system the address is a path, and the port a part of its name.
    "\(transport)://\(ip)\(transport == "ipc" ? "-" : ":")\(port(channel))"
  }

  private func port(_ channel: Channel) -> Int {
    switch channel {
    case .shell: shell
    case .iopub: iopub
    case .stdin: stdin
    case .control: control
    case .heartbeat: heartbeat
    }
  }
}
