namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>One record of real-time analysis: what a customer has said to the end.</summary>
/// <param name="Id">Id of the event.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="At">When it came.</param>
/// <param name="Turns">What was said, in its order.</param>
/// <param name="Record">Number of the record in its shard, or null.</param>
internal sealed record SpokenTurns(string Id, string ContactId, DateTimeOffset At, IReadOnlyList<SpokenTurn> Turns, string? Record)
{
    /// <summary>When agents talked; empty where nobody asks.</summary>
    public IReadOnlyList<TalkSpan> Others { get; init; } = [];

    /// <summary>
    /// The signals of records: a turn that several of them bring counts once, where Contact Lens has judged it if it has anywhere.
    /// </summary>
    public static IEnumerable<ContactSignal> Signals(IEnumerable<SpokenTurns?> records)
    {
        var known = records.OfType<SpokenTurns>().ToArray();
        var counted = new Dictionary<(string Contact, string Turn), SpokenTurn>();
        foreach (var record in known)
        {
            foreach (var turn in record.Turns)
            {
                if (turn.Id is { } id
                    && (!counted.TryGetValue((record.ContactId, id), out var other) || (turn.IsJudged && !other.IsJudged)))
                {
                    counted[(record.ContactId, id)] = turn;
                }
            }
        }

        foreach (var record in known)
        {
            HeardTurn[] turns =
            [
                .. record.Turns.Index()
                    .Where(turn => turn.Item.Id is not { } id || ReferenceEquals(counted[(record.ContactId, id)], turn.Item))
                    .Select(turn => new HeardTurn(turn.Item.Id ?? $"{record.Id}/{turn.Index}", turn.Item.Begin, turn.Item.Score)
                    {
                        End = turn.Item.End,
                    }),
            ];
            if (turns.Length > 0 || record.Others.Count > 0)
            {
                yield return new ContactSignal(record.Id, record.ContactId, record.At, null, [.. turns.Select(static turn => turn.Score)])
                {
                    Turns = turns,
                    Others = record.Others,
                    Record = record.Record,
                };
            }
        }
    }
}

/// <summary>What a customer said between two turns of somebody else.</summary>
/// <param name="Id">Id of the turn, or null.</param>
/// <param name="Score">How it sounds, -1 to 1.</param>
/// <param name="IsJudged">True when Contact Lens says so, false when we do.</param>
/// <param name="Begin">Where it begins, in milliseconds from the beginning of the call.</param>
/// <param name="End">Where it ends; 0: not known.</param>
internal sealed record SpokenTurn(string? Id, double Score, bool IsJudged, long Begin, long End = 0);
