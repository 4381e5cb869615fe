namespace ContactCenter.StandIns.Sample;

public sealed record Greeting(string Text, string RequestId, int Call);
