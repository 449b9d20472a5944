/// Seconds since the beginning of 1970 in Coordinated Universal Time. For logs of work only: no result depends on it.
public func secondsSince1970() -> Int {
  System.secondsSince1970()
}
