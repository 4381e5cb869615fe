namespace ContactCenter.Cli.Replay;

/// <summary>One message of a recording.</summary>
/// <param name="Name">File and number within it: <c>monday.json#3</c>.</param>
/// <param name="At">When it happened, by its own time.</param>
/// <param name="Utf8">The message, as it reaches a function.</param>
/// <param name="Problem">Why it is refused, or null: what is wrong with a file is no message that a function would have got.</param>
internal sealed record ReplayItem(string Name, DateTimeOffset At, ReadOnlyMemory<byte> Utf8, string? Problem = null)
{
    /// <summary>What it is, in CloudWatch's words, when nobody is told of it: an item of a history that is no change of a state.</summary>
    public string? PassedOver { get; init; }
}
