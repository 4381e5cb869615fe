using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Every half hour: brings the numbers of queues and routing profiles into the memory. A half hour that was missed is read by the next
/// runs, and one that cannot be read stays a gap until it can.
/// </summary>
public sealed class KeepNumbersFunction(NumbersKeeper keeper, TimeProvider clock)
{
    /// <summary>Keeps once; what the schedule sends does not matter, so it is not read.</summary>
    /// <exception cref="InvalidOperationException">Nothing at all could be read, which must be seen.</exception>
    [LambdaFunction]
    public async Task<NumbersReply> KeepNumbers(ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var kept = await keeper.KeepAsync(clock.GetUtcNow(), limit.Token);
        foreach (var problem in kept.Problems)
        {
            context.Logger.LogError("Not kept: {Problem}", problem);
        }

        context.Logger.LogInformation("{Read} half hours read, {Changed} of them new or changed", kept.Read, kept.Changed);
        return kept.Read > 0 || kept.Problems.Count == 0
            ? new NumbersReply(kept.Read, kept.Changed, kept.Problems)
            : throw new InvalidOperationException($"no numbers could be read: {string.Join("; ", kept.Problems)}");
    }
}

/// <summary>What one run has kept.</summary>
/// <param name="HalfHours">Half hours of queues and routing profiles that were read.</param>
/// <param name="Changed">Those of them that were new, or are others now.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record NumbersReply(int HalfHours, int Changed, IReadOnlyList<string> Problems);
