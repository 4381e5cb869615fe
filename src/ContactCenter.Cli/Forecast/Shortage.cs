namespace ContactCenter.Cli.Forecast;

/// <summary>A time at which the agents that are scheduled will hardly do.</summary>
/// <param name="Begin">When it begins.</param>
/// <param name="End">When it is over.</param>
/// <param name="More">So many more would do.</param>
internal sealed record Shortage(DateTime Begin, DateTime End, int More)
{
    /// <summary>Less likely than this it is not worth a telephone call.</summary>
    private const double Risk = 0.7;

    /// <summary>One half hour passes before anybody has come.</summary>
    private const int MinimumHalfHours = 2;

    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>The shortages, in order.</summary>
    public static IEnumerable<Shortage> Of(IReadOnlyList<StaffLine> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var end = i;
            while (end < lines.Count && lines[end].Risk >= Risk && lines[end].At == lines[i].At + (HalfHour * (end - i)))
            {
                end++;
            }

            if (end - i >= MinimumHalfHours)
            {
                var its = lines.Skip(i).Take(end - i);
                yield return new(lines[i].At, lines[end - 1].At + HalfHour, its.Max(static line => line.Agents - line.Scheduled ?? 0));
            }

            i = Math.Max(end, i + 1);
        }
    }
}
