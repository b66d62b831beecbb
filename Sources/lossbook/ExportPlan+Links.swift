import Notebook

extension ExportPlan {
  /// Where a link leads to from what is made of a notebook, if what it leads to is exported to the same format.
  /// - Parameters:
  ///   - link: as it stands in the notebook, perhaps with the name of a heading.
  ///   - notebook: the notebook that the link stands in.
  ///   - target: what is made of that notebook.
  func place(of link: String, on notebook: String, in target: Target) -> String? {
    guard let page = target.path, !link.contains(":") else { return nil }
    let name = link.prefix { $0 != "#" && $0 != "?" }
    guard !name.isEmpty else { return nil }
    let file = FileBytes.absolute(Files.resolve(String(name), in: Files.directory(of: notebook)))
    let job = jobs.first { FileBytes.absolute($0.notebook) == file }
    let other = job?.targets.first { $0.format.name == target.format.name }
    return other?.path.map { Self.relative($0, from: page) + link.dropFirst(name.count) }
  }

  /// A path as it is named in a file that lies elsewhere.
  static func relative(_ path: String, from page: String) -> String {
    let (to, from) = (parts(path), parts(page))
    // The last part of the page is its own name.
    let common = zip(to.dropLast(), from.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - 1 - common)
    return (up + to.dropFirst(common)).joined(separator: "/")
  }

  /// From the root on, wherever the file is not there yet.
  private static func parts(_ path: String) -> [String] {
    let directory = FileBytes.absolute(path.contains("/") ? Files.directory(of: path) : ".")
    return (directory.split(separator: "/") + [Files.name(of: path)[...]]).map(String.init)
  }
}
