using ContactCenter.Language.Retraining;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>What everything promises that keeps reports of retraining.</summary>
public abstract class RetrainingReportsContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_kept_word_for_word()
    {
        await (await ReportsAsync()).WriteAsync(Noon, "# Bericht\n\n| Thema | Anteil |\n", Stop);

        Assert.Equal(["# Bericht\n\n| Thema | Anteil |\n"], await KeptAsync());
    }

    [Fact]
    public async Task Reports_are_kept_beside_each_other_in_order_of_time()
    {
        var reports = await ReportsAsync();
        await reports.WriteAsync(Noon, "# First", Stop);
        await reports.WriteAsync(Noon.AddDays(1), "# Second", Stop);

        Assert.Equal(["# First", "# Second"], await KeptAsync());
    }

    [Fact]
    public async Task A_report_that_is_written_again_for_the_same_time_takes_the_place_of_the_first()
    {
        var reports = await ReportsAsync();
        await reports.WriteAsync(Noon, "# First", Stop);
        await reports.WriteAsync(Noon, "# First, again", Stop);

        Assert.Equal(["# First, again"], await KeptAsync());
    }

    /// <summary>Nothing is kept yet.</summary>
    protected abstract ValueTask<IRetrainingReports> ReportsAsync();

    /// <summary>What is kept, in order of time.</summary>
    protected abstract ValueTask<IReadOnlyList<string>> KeptAsync();
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryRetrainingReportsTests : RetrainingReportsContract
{
    private readonly InMemoryModels _models = new();

    protected override ValueTask<IRetrainingReports> ReportsAsync() => new(_models);

    protected override ValueTask<IReadOnlyList<string>> KeptAsync() => new(_models.Reports);
}

/// <summary>The contract, kept in a bucket.</summary>
public sealed class S3RetrainingReportsTests(Emulator emulator) : RetrainingReportsContract, IDisposable
{
    private ModelsBucket? _bucket;

    public void Dispose() => _bucket?.Dispose();

    protected override async ValueTask<IRetrainingReports> ReportsAsync() => (_bucket = await ModelsBucket.CreateAsync(emulator)).Store;

    protected override async ValueTask<IReadOnlyList<string>> KeptAsync()
    {
        var found = await _bucket!.Client.ListObjectsV2Async(
            new() { BucketName = _bucket.Name, Prefix = "classifier/reports/" }, TestContext.Current.CancellationToken);
        return await Task.WhenAll(
            found.S3Objects.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(one => _bucket.TextAsync(one.Key)));
    }
}
