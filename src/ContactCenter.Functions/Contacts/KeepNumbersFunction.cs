using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Every half hour: brings the numbers of queues and routing profiles into the memory, and once a night how long contacts waited and the
/// day of the center, where what grows is told. What was missed is read by the next runs, and what cannot be read stays a gap until it can.
/// </summary>
public sealed class KeepNumbersFunction(NumbersKeeper keeper, WaitKeeper waits, GrowthDesk growth, TimeProvider clock)
{
    /// <summary>Keeps once; what the schedule sends does not matter, so it is not read.</summary>
    /// <exception cref="InvalidOperationException">Nothing at all could be read, which must be seen.</exception>
    [LambdaFunction]
    public async Task<NumbersReply> KeepNumbers(ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        var kept = await keeper.KeepAsync(now, limit.Token);
        var (growing, unread) = await TryAsync("what grows", () => GrowAsync(now, limit.Token));
        var (waitDays, unknown) = await TryAsync("how long contacts waited", () => WaitAsync(now, limit.Token));
        string[] problems = [.. kept.Problems, .. unread, .. unknown];
        foreach (var problem in problems)
        {
            context.Logger.LogError("Not kept: {Problem}", problem);
        }

        context.Logger.LogInformation("{Read} half hours read, {Changed} of them new or changed", kept.Read, kept.Changed);
        return kept.Read > 0 || kept.Problems.Count == 0
            ? new NumbersReply(kept.Read, kept.Changed, problems) { Growing = growing, WaitDays = waitDays }
            : throw new InvalidOperationException($"no numbers could be read: {string.Join("; ", kept.Problems)}");
    }

    private async Task<(IReadOnlyList<string>? Growing, IReadOnlyList<string> Problems)> GrowAsync(
        DateTimeOffset now, CancellationToken cancellationToken) =>
        await growth.LookAsync(now, cancellationToken) is { } look ? (look.Growing, look.Problems) : (null, []);

    private async Task<(int Days, IReadOnlyList<string> Problems)> WaitAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await waits.KeepAsync(now, cancellationToken);
        return (kept.Days, kept.Problems);
    }

    /// <summary>A night that fails is tried again by the next run; the numbers do not wait for it.</summary>
    private static async Task<(T? Found, IReadOnlyList<string> Problems)> TryAsync<T>(
        string what, Func<Task<(T? Found, IReadOnlyList<string> Problems)>> look)
    {
        try
        {
            return await look();
        }
#pragma warning disable CA1031 // whatever it is, the numbers are kept
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return (default, [$"{what}: {failure.Message}"]);
        }
    }
}

/// <summary>What one run has kept.</summary>
/// <param name="HalfHours">Half hours of queues and routing profiles that were read.</param>
/// <param name="Changed">Those of them that were new, or are others now.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record NumbersReply(int HalfHours, int Changed, IReadOnlyList<string> Problems)
{
    /// <summary>What grows, as sentences; null: this run did not look.</summary>
    public IReadOnlyList<string>? Growing { get; init; }

    /// <summary>Days of which it was kept how long contacts waited.</summary>
    public int WaitDays { get; init; }
}
