namespace ContactCenter.Cli.Replay;

/// <summary>One JSON value of a recording.</summary>
/// <param name="Utf8">Its bytes.</param>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="IsTooLarge">True when it was larger than any message can be, and its bytes were let go.</param>
internal readonly record struct JsonPiece(ReadOnlyMemory<byte> Utf8, long Line, bool IsTooLarge)
{
    /// <summary>The list of an answer of CloudWatch that it stands in, such as <c>AlarmHistoryItems</c>, or null.</summary>
    public string? List { get; init; }
}
