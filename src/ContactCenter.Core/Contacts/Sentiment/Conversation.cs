using System.Text.Json.Serialization;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>
/// How one call has gone so far, by the turns of its customer: the latest of them one by one, the others as a sum. Turns may come again
/// and, among the latest, in any order. It holds numbers and ids only, nothing that was said.
/// </summary>
/// <param name="Latest">The latest turns, in the order in which they were said; at most <see cref="MaximumLatest"/>.</param>
/// <param name="Earlier">How many turns were said before those.</param>
/// <param name="EarlierScore">The sum of their scores.</param>
/// <param name="WorseAt">When it was found worse, or null; it is found so once.</param>
/// <param name="IsTold">Whether a supervisor has a task of it.</param>
public sealed record Conversation(
    IReadOnlyList<HeardTurn> Latest, int Earlier, double EarlierScore, DateTimeOffset? WorseAt, bool IsTold)
{
    /// <summary>Turns that are known one by one.</summary>
    public const int MaximumLatest = 12;

    /// <summary>The last turns that say how it goes now.</summary>
    public const int Recent = 4;

    /// <summary>Fewer turns before those say nothing about how it went.</summary>
    public const int MinimumBefore = 2;

    /// <summary>
    /// From here on down it goes badly. A turn that Contact Lens calls negative counts -0.6, so three of four are, and the fourth is
    /// neutral.
    /// </summary>
    public const double Low = -0.4;

    /// <summary>So far it has to have fallen.</summary>
    public const double Fall = 0.3;

    /// <summary>From here on down it is told also when it was never better: all four are negative.</summary>
    public const double VeryLow = -0.55;

    /// <summary>Later than this a call that got worse is nobody's task any more.</summary>
    public static readonly TimeSpan Timely = TimeSpan.FromMinutes(10);

    /// <summary>When agents talked lately; null where that is not followed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TalkSpan>? Others { get; init; }

    /// <summary>A call of which nothing was heard yet.</summary>
    public static Conversation New { get; } = new([], 0, 0, null, IsTold: false);

    /// <summary>How the last turns sounded; null before there were enough of them.</summary>
    public double? Lately => Latest.Count < Recent ? null : Latest.Skip(Latest.Count - Recent).Average(static turn => turn.Score);

    /// <summary>How all turns before those sounded; null before there were enough of them.</summary>
    public double? Before
    {
        get
        {
            var rest = Math.Max(Latest.Count - Recent, 0);
            var count = Earlier + rest;
            return count < MinimumBefore ? null : (EarlierScore + Latest.Take(rest).Sum(static turn => turn.Score)) / count;
        }
    }

    /// <summary>Whether it goes badly and has fallen, or goes very badly.</summary>
    public bool IsWorse =>
        (Lately, Before) is ({ } lately, { } before) && (lately <= VeryLow || (lately <= Low && lately <= before - Fall));

    /// <summary>Whether a supervisor is still to be told.</summary>
    /// <param name="now">The time.</param>
    public bool IsWaiting(DateTimeOffset now) => !IsTold && WorseAt is { } since && now - since < Timely;

    /// <summary>With more turns; those that are known, and those older than all that are known one by one, change nothing.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="at">When they came.</param>
    /// <param name="others">When agents talked, or null.</param>
    /// <returns>The call, and the scores of the turns that were new.</returns>
    public (Conversation After, IReadOnlyList<double> Scores) Hear(
        IReadOnlyList<HeardTurn> turns, DateTimeOffset at, IReadOnlyList<TalkSpan>? others = null)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var latest = Latest.ToList();
        var (earlier, earlierScore, scores) = (Earlier, EarlierScore, new List<double>());
        foreach (var turn in turns)
        {
            var place = latest.FindLastIndex(other => other.Begin <= turn.Begin) + 1;
            if (latest.Exists(other => other.Id == turn.Id) || (place == 0 && earlier > 0))
            {
                continue;
            }

            scores.Add(turn.Score);
            latest.Insert(place, turn);
            if (latest.Count > MaximumLatest)
            {
                (earlier, earlierScore) = (earlier + 1, earlierScore + latest[0].Score);
                latest.RemoveAt(0);
            }
        }

        var talk = With(others);
        if (scores.Count == 0)
        {
            return (ReferenceEquals(talk, Others) ? this : this with { Others = talk }, []);
        }

        var after = this with { Latest = latest, Earlier = earlier, EarlierScore = earlierScore, Others = talk };
        return (after.WorseAt is null && after.IsWorse ? after with { WorseAt = at } : after, scores);
    }

    /// <summary>The latest times at which agents talked, with those that are new; the same list when none is.</summary>
    private IReadOnlyList<TalkSpan>? With(IReadOnlyList<TalkSpan>? others)
    {
        TalkSpan[] fresh =
        [
            .. (others ?? []).Where(span => Others?.Any(known => known.Id == span.Id) != true).DistinctBy(static span => span.Id),
        ];
        return fresh.Length == 0
            ? Others
            : [.. (Others ?? []).Concat(fresh).OrderBy(static span => span.Begin).TakeLast(MaximumLatest)];
    }
}

/// <summary>A turn of a customer: what was said between two turns of somebody else.</summary>
/// <param name="Id">Its id; one that comes again has the same.</param>
/// <param name="Begin">Where it begins, in milliseconds from the beginning of the call.</param>
/// <param name="Score">How it sounds, -1 to 1.</param>
public sealed record HeardTurn(string Id, long Begin, double Score)
{
    /// <summary>Where it ends, in the same; 0: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long End { get; init; }
}
