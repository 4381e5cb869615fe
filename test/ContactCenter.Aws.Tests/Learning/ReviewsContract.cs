using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Learning;

/// <summary>What every store of reviews promises.</summary>
public abstract class ReviewsContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IReviews> StoreAsync();

    [Fact]
    public async Task A_version_is_read_as_it_was_written_and_the_newest_comes_first()
    {
        var store = await StoreAsync();

        Assert.True(await store.SaveAsync(Sample("7Q2M9KXA-1", 1), Stop));
        Assert.True(await store.SaveAsync(Sample("7Q2M9KXA-1", 2), Stop));

        var versions = await store.OfIncidentAsync("7Q2M9KXA-1", 10, Stop);
        Assert.Equal([2, 1], versions.Select(static version => version.Version));
        Assert.Equivalent(Sample("7Q2M9KXA-1", 2), versions[0], strict: true);
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_the_first_writes()
    {
        var store = await StoreAsync();
        _ = await store.SaveAsync(Sample("7Q2M9KXA-1", 1), Stop);

        Assert.False(await store.SaveAsync(Sample("7Q2M9KXA-1", 1) with { Author = "bob" }, Stop));
        Assert.Equal("ann", Assert.Single(await store.OfIncidentAsync("7Q2M9KXA-1", 10, Stop)).Author);
    }

    [Fact]
    public async Task A_version_that_leaves_one_out_is_not_kept()
    {
        var store = await StoreAsync();
        _ = await store.SaveAsync(Sample("7Q2M9KXA-1", 1), Stop);

        Assert.False(await store.SaveAsync(Sample("7Q2M9KXA-1", 3), Stop));
    }

    [Fact]
    public async Task Of_each_review_the_newest_version_stands_in_the_list_by_when_the_incident_was_heard_of()
    {
        var store = await StoreAsync();
        _ = await store.SaveAsync(Sample("7Q2M9KXA-1", 1), Stop);
        _ = await store.SaveAsync(Sample("8R3N9KXA-1", 1) with { DetectedAt = Noon.AddHours(1) }, Stop);
        _ = await store.SaveAsync(Sample("7Q2M9KXA-1", 2), Stop);

        Assert.Equal(
            [("8R3N9KXA-1", 1), ("7Q2M9KXA-1", 2)],
            (await store.NewestAsync(10, Stop)).Select(static review => (review.IncidentId, review.Version)));
        Assert.Single(await store.NewestAsync(1, Stop));
    }

    private static ReviewVersion Sample(string id, int version) => new()
    {
        IncidentId = id,
        Version = version,
        At = Noon.AddMinutes(version),
        Author = "ann",
        State = ReviewState.InReview,
        Subject = "Queue Billing",
        Severity = Severity.P1,
        DetectedAt = Noon,
        CauseKind = ChangeKind.Deployment,
        Words = new ReviewWords
        {
            Summary = "Nobody was served.",
            Cause = "event-1",
            Factors = [new WrittenFactor("The table had no room.", KnownBy.Metric)],
            Actions =
            [
                new ActionItem(
                    "Raise the limit.", ActionType.PreventFuture, "ann", new DateOnly(2026, 12, 1), "No throttling.", ActionState.Open, null),
            ],
        },
    };
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryReviewsTests : ReviewsContract
{
    protected override ValueTask<IReviews> StoreAsync() => new(new InMemoryReviews());
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbReviewsTests(Emulator emulator) : ReviewsContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<IReviews> StoreAsync() =>
        new DynamoDbReviews(_client, await IncidentTable.CreateAsync(_client), retentionDays: 400);
}
