using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>What a machine writes of an incident, from what is stored of it.</summary>
public sealed class ReviewDraftTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task Times_stand_beside_what_was_promised()
    {
        var review = await ReviewAsync();

        Assert.Equal(TimeSpan.FromMinutes(4), review.Times.First(static time => time.Step == ReviewStep.Acknowledged).Took);
        Assert.All(review.Times.Where(static time => time.Promised is not null), static time => Assert.True(time.IsKept));
        Assert.Contains(review.Findings, static finding => finding.Kind == FindingKind.AcknowledgedInTime);
    }

    [Fact]
    public async Task A_change_that_is_likely_is_a_factor_and_something_to_prevent_is_proposed()
    {
        var review = await ReviewAsync(changes:
        [
            new ConfigurationChange("x", Desk.At(-3), "123456789012/eu-central-1", "ann: UpdateQueueStatus on Billing.")
            {
                Action = "UpdateQueueStatus",
                Service = "Amazon Connect",
                Resource = "Billing",
            },
        ]);

        Assert.Contains(review.Findings, static finding => finding.Kind == FindingKind.LikelyChange);
        Assert.Contains(review.Proposals, static proposal => proposal.Type == ActionType.PreventFuture);
    }

    [Fact]
    public async Task What_is_missing_is_said()
    {
        var review = await ReviewAsync();

        Assert.Equal([ReviewGap.NoNumbers, ReviewGap.NoChanges], review.Gaps);
    }

    [Fact]
    public async Task Actions_of_a_P1_are_due_after_four_weeks() =>
        Assert.Equal(DateOnly.FromDateTime(Desk.At(30).AddDays(28).UtcDateTime), (await ReviewAsync()).ActionsDue);

    [Fact]
    public async Task The_same_symptom_of_the_same_resource_before_is_found()
    {
        var earlier = IncidentHistorian.Record(await FileAsync()) with
        {
            Id = "OTHER-1",
            DetectedAt = Desk.At(-5000),
        };

        var review = await ReviewAsync(earlier: [earlier]);

        Assert.Equal("OTHER-1", Assert.Single(review.Similar).Incident.Id);
        Assert.Contains(review.Findings, static finding => finding.Kind == FindingKind.Recurring);
    }

    [Fact]
    public async Task The_review_of_what_was_grave_begins_once_when_it_ends()
    {
        var (reviews, file) = (new InMemoryReviews(), await FileAsync());
        var opener = new ReviewOpener(reviews);

        await opener.BeginAsync(IncidentHistorian.Record(file), TestContext.Current.CancellationToken);
        await opener.BeginAsync(IncidentHistorian.Record(file), TestContext.Current.CancellationToken);

        var begun = Assert.Single(await reviews.NewestAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal((1, ReviewState.Draft, (string?)null), (begun.Version, begun.State, begun.Author));
    }

    [Fact]
    public async Task What_is_not_grave_or_was_noise_gets_no_review_unasked()
    {
        var record = IncidentHistorian.Record(await FileAsync());

        Assert.False(ReviewOpener.IsReviewed(record with { Severity = Severity.P3 }));
        Assert.False(ReviewOpener.IsReviewed(record with { Verdict = VerdictKind.Noise }));
        Assert.False(ReviewOpener.IsReviewed(record with { State = IncidentState.Mitigated }));
    }

    private async Task<Review> ReviewAsync(
        IReadOnlyList<ConfigurationChange>? changes = null, IReadOnlyList<IncidentRecord>? earlier = null) => ReviewDraft.Of(
        new ReviewSources
        {
            File = await FileAsync(),
            Configuration = _desk.Configuration,
            Changes = changes ?? [],
            ChangesFrom = Desk.At(-90 * 24 * 60),
            Earlier = earlier ?? [],
        },
        Desk.At(60));

    /// <summary>A queue that nobody serves: taken after four minutes, quiet after twenty, over after thirty.</summary>
    private async Task<IncidentFile> FileAsync()
    {
        if (!_desk.Store.All.Any())
        {
            _ = _desk.Red("queue-full", "Billing", 0);
            _ = _desk.Act(new PersonActed(PersonAction.Acknowledge, "ann"), 4);
            _ = _desk.Ok("queue-full", "Billing", 20);
            _ = _desk.PassTo(30);
        }

        return (await ((IIncidentFiles)_desk.Store).OpenAsync(_desk.Incident.Id, TestContext.Current.CancellationToken))!;
    }
}
