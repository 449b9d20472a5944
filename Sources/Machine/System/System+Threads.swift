#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// Runs `body` on this thread and on others at once, and waits for all.
  ///
  /// They are threads of the system and not of a pool: a pool sets up threads of its own first, which takes a part of the time of a count. Where the
  /// system gives fewer, `body` runs on fewer; it must do all there is to do on however many.
  ///
  /// - Parameter count: on how many threads, this one among them.
  static func onThreads(_ count: Int, _ body: @Sendable () -> Void) {
    withoutActuallyEscaping(body) { body in
      let work = Work(body)
      var others: [pthread_t] = []
      for _ in 1..<max(1, count) {
        guard let thread = begin(work) else { break }
        others.append(thread)
      }
      body()
      for thread in others { pthread_join(thread, nil) }
    }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  private static func begin(_ work: Work) -> pthread_t? {
    // The thread takes over one reference, or nobody does where there is no thread.
    let argument = unsafe Unmanaged.passRetained(work).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = unsafe pthread_create(
        &thread, nil,
        { argument in
          unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, argument)
    #else
      var thread = pthread_t()
      let status = unsafe pthread_create(
        &thread, nil,
        { argument in
          if let argument = unsafe argument {
            unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          }
          return nil
        }, argument)
    #endif
    if status == 0 { return thread }
    unsafe Unmanaged<Work>.fromOpaque(argument).release()
    return nil
  }
}
