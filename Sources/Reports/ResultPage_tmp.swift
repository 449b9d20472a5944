public import Documents
public import Faults
public import Outcomes
public enum ResultPage {
  public static func html(_ r: ElectionResult, _ s: ResultStanding, _ l: Language, percent: Percent.Rounding)
    -> String
  { "" }
}
public enum Slides {
  public static func html(_ r: ElectionResult, _ s: ResultStanding, _ l: Language, percent: Percent.Rounding)
    -> String
  { "" }
}
