// What comes next where no lesson is open.
extension CoursePlayer {
  /// What `next` opens, for a greeting. No lesson is read for it.
  public enum Ahead: Equatable {
    /// A lesson that was begun. The step is counted from 1.
    case step(Int, lesson: Int, title: String)
    /// A lesson, with the one that was ended last where the learner was never sent back.
    case lesson(Int, after: Int?)
    /// The first lesson, and nothing has been done.
    case beginning(lesson: Int)
    /// Nothing: all lessons are finished.
    case end
    case noLessons
  }

  public var ahead: Ahead {
    let progress = keeper.progress
    if let left = progress.place { return .step(left.step + 1, lesson: left.number, title: left.title) }
    guard let paths = try? files.lessons(), !paths.isEmpty else { return .noLessons }
    let (names, numbers) = (CourseFiles.names(paths), CourseFiles.number(paths))
    guard let next = progress.upcoming(names) else { return .end }
    let isBegun = names.contains { progress.lessons[$0] != nil }
    guard isBegun else { return .beginning(lesson: numbers[next]) }
    let last = progress.lastFinished.flatMap { names.firstIndex(of: $0) }
    return .lesson(numbers[next], after: last.map { numbers[$0] })
  }

  /// The lesson that `next` opens where none is.
  func upcoming(_ course: Course) -> Course.Entry? {
    keeper.progress.upcoming(course.entries.map(\.file)).map { course.entries[$0] }
  }
}

extension CourseProgress {
  /// The place among the files of a course of the lesson that comes next: the one behind that which was ended last, or
  /// else the first that is not finished.
  func upcoming(_ files: [String]) -> Int? {
    func isOpen(_ place: Int) -> Bool { lessons[files[place]]?.isFinished != true }
    let next = lastFinished.flatMap { files.firstIndex(of: $0) }.map { $0 + 1 }
    if let next, next < files.count, isOpen(next) { return next }
    return files.indices.first(where: isOpen)
  }
}
