using ContactCenter.Core.Incidents;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>An alarm over several series and its series are told once, in whatever order they are heard of and end.</summary>
public sealed class SeriesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Parts =
        [.. FieldReplay.Text("contributors-and-parent.json").Trim('[', ']').Split("{\"Records\"").Skip(1)
            .Select(static part => $"{{\"Records\"{part.TrimEnd().TrimEnd(',')}")];

    private static string Whole => Parts[0];

    private static string Orders => Parts[1];

    private static string Stock => Parts[2];

    private static string OrdersOver => Parts[3];

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 1, 0)]
    public async Task In_whatever_order_the_alarm_and_its_series_come_each_series_is_one_incident(int first, int second, int third)
    {
        using var replay = await FieldReplay.OfAsync($"[{Parts[first]},{Parts[second]},{Parts[third]}]", followMinutes: 3);

        Assert.Equal(["Table orders", "Table stock"], replay.Opened.Select(static incident => incident.Subject).Order());
    }

    [Fact]
    public async Task What_is_heard_twice_is_still_one_incident()
    {
        using var replay = await FieldReplay.OfAsync($"[{Orders},{Whole},{Orders},{Whole}]", followMinutes: 3);

        Assert.Equal("Table orders", Assert.Single(replay.Opened).Subject);
    }

    [Fact]
    public async Task A_series_that_is_over_ends_its_own_incident_and_no_other()
    {
        using var replay = await FieldReplay.OfAsync($"[{Whole},{Orders},{Stock},{OrdersOver}]");

        Assert.Equal(
            [("Table orders", IncidentState.Resolved), ("Table stock", IncidentState.Open)],
            Last(replay).Select(static incident => (incident.Subject, incident.State)));
    }

    [Fact]
    public async Task The_alarm_as_a_whole_that_is_over_ends_no_series_that_is_red()
    {
        var over = Whole.Replace("\\\"NewStateValue\\\": \\\"ALARM\\\"", "\\\"NewStateValue\\\": \\\"OK\\\"", StringComparison.Ordinal)
            .Replace("T09:00:00.123", "T09:05:00.123", StringComparison.Ordinal);
        using var replay = await FieldReplay.OfAsync($"[{Whole},{Stock},{over}]");

        Assert.Equal([("Table stock", IncidentState.Open)], Last(replay).Select(static incident => (incident.Subject, incident.State)));
    }

    [Fact]
    public async Task A_series_that_tells_of_itself_after_the_alarm_was_told_is_told_by_its_name()
    {
        var late = Orders.Replace("T09:00:00.123", "T09:04:00.123", StringComparison.Ordinal);
        using var replay = await FieldReplay.OfAsync($"[{Whole},{late}]", followMinutes: 3);

        Assert.Equal(Nine.AddMinutes(1).AddMilliseconds(123), replay.Told[0].At);
        Assert.Contains(replay.Subjects, static subject => subject.Contains("Table orders", StringComparison.Ordinal));
    }

    /// <summary>What became of each incident that was told, by subject.</summary>
    private static IEnumerable<Incident> Last(FieldReplay replay)
    {
        var opened = replay.Opened.Select(static incident => incident.Id).ToHashSet();
        return replay.Decided.Select(static moment => moment.Decision.After.Incident)
            .OfType<Incident>()
            .Where(incident => opened.Contains(incident.Id))
            .GroupBy(static incident => incident.Id)
            .Select(static incident => incident.Last())
            .OrderBy(static incident => incident.Subject);
    }
}
