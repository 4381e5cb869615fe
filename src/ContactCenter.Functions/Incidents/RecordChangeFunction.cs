using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Keeps a configuration change that CloudTrail tells of: one write. The clock puts it on the timelines of the incidents
/// that it precedes, whichever of the two is heard of first, so triage need not look for it.
/// </summary>
public sealed class RecordChangeFunction(IChangeLog changes)
{
    /// <summary>Records the event of CloudTrail, when it is a change.</summary>
    [LambdaFunction]
    public async Task<Stream> RecordChange(Stream change, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var recorded = CloudTrailReader.Read(await Reply.ReadAsync(change));
        if (recorded is not null)
        {
            await changes.AddAsync(recorded, limit.Token);
            context.Logger.LogInformation("Change {Change} at {At:O} is kept", recorded.Id, recorded.At);
        }

        return Reply.Json(new ChangeReply(recorded?.Text), FunctionsJson.Default.ChangeReply);
    }
}

/// <summary>What became of an event of CloudTrail.</summary>
/// <param name="Recorded">The sentence that was kept, or null when the event changes no configuration.</param>
internal sealed record ChangeReply(string? Recorded);
