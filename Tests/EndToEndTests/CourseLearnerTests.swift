import Testing

/// Whole lessons of the course at a terminal: wrong answers, hints, leaving at any moment and coming back.
@Suite struct CourseLearnerTests {
  /// Together they have questions of every kind.
  @Test(arguments: [1, 2, 5]) func lessonIsTaken(_ number: Int) throws {
    var learner = try CourseLearner(lesson: number)
    try learner.takeLesson()
  }
}
