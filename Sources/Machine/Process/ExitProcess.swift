/// Ends the process with an exit status, after which nothing runs.
public func exitProcess(_ status: Int32) -> Never {
  System.exit(status)
}
