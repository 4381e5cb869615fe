using ContactCenter.Core.Incidents.History;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every history of incidents promises.</summary>
public abstract class IncidentHistoryContract
{
    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IIncidentHistory> HistoryAsync();

    [Fact]
    public async Task A_month_has_its_incidents_the_newest_first()
    {
        var history = await HistoryAsync();
        DateTimeOffset[] times = [Noon, Noon.AddDays(-30), Noon.AddDays(2), Noon.AddDays(1), new(2026, 5, 31, 23, 59, 59, TimeSpan.Zero)];
        foreach (var at in times)
        {
            await history.KeepAsync(Record("Billing", at), Stop);
        }

        var page = await history.MonthAsync(new DateOnly(2026, 5, 17), 50, null, Stop);

        Assert.Equal([times[4], times[2], times[3], times[0]], page.Records.Select(static record => record.DetectedAt));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_resource_has_its_incidents_of_all_months_and_no_others()
    {
        var history = await HistoryAsync();
        foreach (var (resource, day) in (IEnumerable<(string, int)>)[("Billing", 0), ("Sales", 1), ("Billing", 40), ("Billing", -40)])
        {
            await history.KeepAsync(Record(resource, Noon.AddDays(day)), Stop);
        }

        var page = await history.OfResourceAsync("Billing", 50, null, Stop);

        Assert.Equal([40, 0, -40], page.Records.Select(static record => (record.DetectedAt - Noon).TotalDays));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_and_end()
    {
        var history = await HistoryAsync();
        for (var minute = 0; minute < 7; minute++)
        {
            await history.KeepAsync(Record("Billing", Noon.AddMinutes(minute)), Stop);
        }

        var found = new List<double>();
        string? next = null;
        do
        {
            var page = await history.MonthAsync(new DateOnly(2026, 5, 4), 3, next, Stop);
            found.AddRange(page.Records.Select(static record => (record.DetectedAt - Noon).TotalMinutes));
            next = page.Next;
        }
        while (next is not null && found.Count < 20);

        Assert.Equal([6, 5, 4, 3, 2, 1, 0], found);
    }

    [Fact]
    public async Task A_record_takes_the_place_of_an_older_one_and_never_of_a_newer_one()
    {
        var history = await HistoryAsync();
        var record = Record("Billing", Noon);
        await history.KeepAsync(record with { Version = 2, Receipts = 3, Note = "second" }, Stop);
        await history.KeepAsync(record with { Version = 1, Receipts = 9, Note = "first" }, Stop);
        await history.KeepAsync(record with { Version = 2, Receipts = 2, Note = "half of the second" }, Stop);

        Assert.Equal("second", Assert.Single((await history.MonthAsync(new DateOnly(2026, 5, 4), 9, null, Stop)).Records).Note);
        await history.KeepAsync(record with { Version = 3, Receipts = 0, Note = "reopened" }, Stop);
        Assert.Equal("reopened", Assert.Single((await history.OfResourceAsync("Billing", 9, null, Stop)).Records).Note);
    }

    [Fact]
    public async Task A_record_comes_back_as_it_was_kept()
    {
        var history = await HistoryAsync();
        var opening = Opening("Billing", Noon);
        var record = IncidentHistorian.Record(new IncidentFile(
            1,
            opening.Correlation.Incident!,
            opening.Timeline,
            [.. opening.Effects.Select(static effect => new EffectOutcome(effect, Noon.AddSeconds(2), null))]));

        await history.KeepAsync(record, Stop);

        Assert.Equivalent(record, Assert.Single((await history.OfResourceAsync("Billing", 9, null, Stop)).Records), strict: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no token")]
    [InlineData("MDAxNzc3ODk2MDAwMDAw")]
    public async Task A_token_of_somebody_else_is_refused(string token)
    {
        var history = await HistoryAsync();

        await Assert.ThrowsAsync<FormatException>(async () => await history.MonthAsync(new DateOnly(2026, 5, 4), 9, token, Stop));
    }

    [Fact]
    public async Task Text_is_found_in_any_word_of_the_chosen_months()
    {
        var history = await HistoryAsync();
        await history.KeepAsync(Record("Billing", Noon) with { Note = "the CRM was down" }, Stop);
        await history.KeepAsync(Record("Sales", Noon.AddDays(1)), Stop);
        await history.KeepAsync(Record("Billing", Noon.AddDays(-60)) with { Note = "the CRM was down" }, Stop);

        var found = await new HistorySearch(history).FindAsync(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 31), "crm", 50, Stop);

        Assert.Equal(Noon, Assert.Single(found.Records).DetectedAt);
    }

    [Fact]
    public async Task Text_is_found_in_all_months_of_a_resource()
    {
        var history = await HistoryAsync();
        await history.KeepAsync(Record("Billing", Noon) with { Note = "the CRM was down" }, Stop);
        await history.KeepAsync(Record("Sales", Noon.AddDays(1)) with { Note = "the CRM was down" }, Stop);
        await history.KeepAsync(Record("Billing", Noon.AddDays(1)), Stop);
        await history.KeepAsync(Record("Billing", Noon.AddDays(-60)) with { Note = "the CRM was down" }, Stop);

        var found = await new HistorySearch(history).OfResourceAsync("Billing", "crm", 50, Stop);

        Assert.Equal([Noon, Noon.AddDays(-60)], found.Records.Select(static record => record.DetectedAt));
    }

    /// <summary>What the history keeps of an incident of a resource that was heard of at a time.</summary>
    private protected static IncidentRecord Record(string resource, DateTimeOffset at)
    {
        var opening = Opening(resource, at);
        return IncidentHistorian.Record(new IncidentFile(1, opening.Correlation.Incident!, opening.Timeline, [])) with
        {
            Id = $"{Key(resource).Code}-{(int)(at - Noon).TotalMinutes + 1_000_000}",
        };
    }
}
