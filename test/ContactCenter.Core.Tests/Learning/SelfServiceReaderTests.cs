using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>What is read of self-service: the metrics that hooks publish, and nothing where there is none.</summary>
public sealed class SelfServiceReaderTests : IMetricValues
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private readonly List<MetricSource> _asked = [];
    private int? _untold;

    [Fact]
    public async Task Where_there_are_no_articles_and_no_dialogues_nothing_is_asked()
    {
        Assert.Empty(await ReadAsync(Desk.Center()));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Who_says_whether_an_answer_has_helped_is_counted_by_the_samples_and_whom_it_had_by_their_sum()
    {
        var days = await ReadAsync(Desk.Center(static center => center.SelfService.Articles = "articles.json"));

        Assert.Equal(
            [(SelfServiceCount.Helped, 3L), (SelfServiceCount.Said, 5L)],
            days.Where(static day => day.Count is SelfServiceCount.Helped or SelfServiceCount.Said && day.Day == First)
                .OrderBy(static day => day.Value).Select(static day => (day.Count, day.Value)));
        Assert.All(_asked, static source => Assert.Equal(TimeSpan.FromDays(1), source.Period));
    }

    [Fact]
    public async Task Counts_of_which_not_all_was_told_are_read_again_and_not_taken_for_whole()
    {
        _untold = 2;

        await Assert.ThrowsAsync<InvalidDataException>(
            async () => await ReadAsync(Desk.Center(static center => center.SelfService.Articles = "articles.json")));
    }

    public Task<IReadOnlyList<ImmutableArray<MetricPoint>?>> ReadAsync(
        IReadOnlyList<MetricSource> sources, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _asked.AddRange(sources);
        return Task.FromResult<IReadOnlyList<ImmutableArray<MetricPoint>?>>(
        [
            .. sources.Select((source, place) => place == _untold
                ? (ImmutableArray<MetricPoint>?)null
                : [new MetricPoint(from, source.Statistic == "SampleCount" ? 5 : 3)]),
        ]);
    }

    private ValueTask<IReadOnlyList<SelfServiceDay>> ReadAsync(ContactCenterConfiguration configuration) =>
        new SelfServiceReader(this, configuration).ReadAsync(First, First.AddDays(31), TestContext.Current.CancellationToken);
}
