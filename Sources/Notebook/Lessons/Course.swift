import Language

/// Where a course is found, and where the progress in it is kept.
public struct CourseFiles {
  /// The files of the lessons, in reading order.
  public var lessons: () throws(FileProblem) -> [String]
  /// The file of the progress; nothing where none is kept.
  public var progress: () -> String?

  public init(
    lessons: @escaping () throws(FileProblem) -> [String] = { [] },
    progress: @escaping () -> String? = { nil }
  ) {
    self.lessons = lessons
    self.progress = progress
  }

  /// The numbers that lessons are opened by: those their file names begin with, where all have one of their own, else
  /// their places.
  static func number(_ paths: [String]) -> [Int] {
    let own = names(paths).compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
    return own.count == paths.count && Set(own).count == own.count ? own : Array(1..<(paths.count + 1))
  }

  /// The files' names without their directories: what progress is kept by.
  static func names(_ paths: [String]) -> [String] {
    paths.map { Files.name(of: $0) }
  }

  public static func numbers(_ paths: [String]) -> Set<Int> { Set(number(paths)) }
}

/// The lessons of a course, read.
struct Course {
  struct Entry {
    /// What `lesson N` opens it by.
    let number: Int
    /// The file without its directory: what progress is kept by.
    let file: String
    /// The directory of the file, from the root on.
    let directory: String
    let lesson: Lesson
  }

  let entries: [Entry]

  init(_ paths: [String]) throws(FileProblem) {
    let names = CourseFiles.names(paths)
    let numbers = CourseFiles.number(paths)
    var entries: [Entry] = []
    for (index, path) in paths.enumerated() {
      let document = try Self.read(path, named: names[index])
      entries.append(
        Entry(
          number: numbers[index], file: names[index],
          directory: FileBytes.absolute(Files.directory(of: path)), lesson: Lesson(document)))
    }
    self.entries = entries
  }

  private static func read(_ path: String, named name: String) throws(FileProblem) -> NotebookDocument {
    do throws(FileProblem) {
      return try NotebookDocument(reading: path)
    } catch {
      throw FileProblem(reason: "\(name): \(error.reason)", remedy: error.remedy)
    }
  }

  /// The lessons that have all words of a text in their titles.
  func entries(titled text: String) -> [Entry] {
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
    }
    let wanted = words(text)
    return wanted.isEmpty ? [] : entries.filter { wanted.isSubset(of: words($0.lesson.title)) }
  }

  func index(of number: Int) -> Int? { entries.firstIndex { $0.number == number } }
  func index(ofFile file: String) -> Int? { entries.firstIndex { $0.file == file } }
}
