namespace ContactCenter.Core.Monitoring.History;

/// <summary>What an item of an alarm's history turned out to be: exactly one of the three records that derive from this one.</summary>
public abstract record HistoryItem;

/// <summary>The alarm changed its state.</summary>
/// <param name="At">When.</param>
/// <param name="Message">The message that CloudWatch publishes of it to SNS, UTF-8.</param>
public sealed record RecordedState(DateTimeOffset At, ReadOnlyMemory<byte> Message) : HistoryItem;

/// <summary>Something else happened: an action was carried out, or somebody changed the alarm.</summary>
/// <param name="Kind">What, in CloudWatch's words.</param>
public sealed record OtherItem(string Kind) : HistoryItem;

/// <summary>It cannot be read.</summary>
/// <param name="Problem">What was found and what would be right.</param>
public sealed record BrokenItem(string Problem) : HistoryItem;
