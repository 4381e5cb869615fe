using Amazon.S3;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Tests.Contacts;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Simulation.Stores;
using Moq;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>What everything promises that keeps what was learned of what is usual.</summary>
public abstract class AnomalyStatesContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nothing_was_written_there_is_no_state_and_no_version()
    {
        var (state, version) = await (await StatesAsync()).ReadAsync(Stop);

        Assert.Equal((0, null), (state.Length, version));
    }

    [Fact]
    public async Task A_state_is_read_as_it_was_written_under_the_version_that_the_writer_was_told()
    {
        var states = await StatesAsync();

        var version = await states.TryWriteAsync(new byte[] { 1, 0, 255 }, null, Stop);

        var (state, read) = await states.ReadAsync(Stop);
        Assert.NotNull(version);
        Assert.Equal(version, read);
        Assert.Equal([1, 0, 255], state.ToArray());
    }

    [Fact]
    public async Task Who_has_read_the_last_version_writes_the_next()
    {
        var states = await StatesAsync();
        var first = await states.TryWriteAsync(new byte[] { 1 }, null, Stop);

        var second = await states.TryWriteAsync(new byte[] { 2 }, first, Stop);

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Equal([2], (await states.ReadAsync(Stop)).State.ToArray());
    }

    [Fact]
    public async Task Who_has_read_an_earlier_version_writes_nothing()
    {
        var states = await StatesAsync();
        var first = await states.TryWriteAsync(new byte[] { 1 }, null, Stop);
        _ = await states.TryWriteAsync(new byte[] { 2 }, first, Stop);

        Assert.Null(await states.TryWriteAsync(new byte[] { 3 }, first, Stop));
        Assert.Null(await states.TryWriteAsync(new byte[] { 4 }, null, Stop));
        Assert.Equal([2], (await states.ReadAsync(Stop)).State.ToArray());
    }

    /// <summary>Nothing was written yet.</summary>
    protected abstract ValueTask<IAnomalyStates> StatesAsync();
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryAnomalyStatesTests : AnomalyStatesContract
{
    protected override ValueTask<IAnomalyStates> StatesAsync() => new(new InMemoryAnomalyStates());
}

/// <summary>The contract, kept in a bucket, and what only a bucket has.</summary>
public sealed class S3AnomalyStatesTests(Emulator emulator) : AnomalyStatesContract, IDisposable
{
    private ModelsBucket? _bucket;

    public void Dispose() => _bucket?.Dispose();

    [Fact]
    public async Task Nothing_is_written_outside_the_prefix_on_which_the_collector_has_rights()
    {
        _ = await (await StatesAsync()).TryWriteAsync(new byte[] { 1 }, null, Stop);

        var found = await _bucket!.Client.ListObjectsV2Async(new() { BucketName = _bucket.Name }, Stop);
        Assert.StartsWith(S3AnomalyStates.Prefix, Assert.Single(found.S3Objects).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_object_was_deleted_meanwhile_nothing_is_written_over_it()
    {
        var states = await StatesAsync();
        var version = await states.TryWriteAsync(new byte[] { 1 }, null, Stop);
        _ = await _bucket!.Client.DeleteObjectAsync(_bucket.Name, $"{S3AnomalyStates.Prefix}states.bin", Stop);

        Assert.Null(await states.TryWriteAsync(new byte[] { 2 }, version, Stop));
        Assert.NotNull(await states.TryWriteAsync(new byte[] { 2 }, null, Stop));
    }

    [Fact]
    public async Task What_is_refused_is_no_missing_state()
    {
        var refused = new Mock<IAmazonS3>();
        refused.Setup(static client => client.GetObjectAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonS3Exception("Access Denied") { ErrorCode = "AccessDenied" });

        await Assert.ThrowsAsync<AmazonS3Exception>(
            async () => await new S3AnomalyStates(refused.Object, "models").ReadAsync(Stop));
    }

    protected override async ValueTask<IAnomalyStates> StatesAsync()
    {
        _bucket = await ModelsBucket.CreateAsync(emulator);
        return new S3AnomalyStates(_bucket.Client, _bucket.Name);
    }
}
