using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Counts who could not be reached: when that is everybody of the newest step, the next one is taken at once, because waiting for people
/// who know of nothing helps nobody. A round ends where it ends: what comes after it comes in its time, or broken channels would be run
/// through again and again.
/// </summary>
internal static class Unreached
{
    /// <summary>A message was given up.</summary>
    public static IncidentAction Count(IncidentDraft draft, NotifyEffect message)
    {
        if (draft.Incident is not { State: IncidentState.Open } incident
            || incident.HeldUntil > draft.Now
            || message.Message.Occasion is Occasion.Acknowledged or Occasion.Mitigated or Occasion.Resolved)
        {
            return IncidentAction.Noted;
        }

        var known = incident.Unreached is { } before && before.At == message.At ? before.Endpoints : [];
        var endpoint = Name(message.Channel, message.To);
        var unreached = new UnreachedEndpoints(message.At, known.Contains(endpoint) ? known : known.Add(endpoint));
        draft.Incident = incident with { Unreached = unreached };
        if (!IsEverybody(draft, unreached))
        {
            return IncidentAction.Noted;
        }

        draft.Incident = draft.Active with { Unreached = null };
        return Escalating.TakeStep(draft, Sentences.StepNotReached);
    }

    /// <summary>True when a next step is left in the round, and everybody whom the newest one tells is among the unreached.</summary>
    private static bool IsEverybody(IncidentDraft draft, UnreachedEndpoints unreached)
    {
        var progress = draft.Active.Escalation;
        var policy = draft.Policy.Escalation(progress.Severity, progress.Owner);
        if (!policy.IsFullRound(progress.Round) || progress.NextStep == 0 || progress.NextStep >= policy.Steps.Length)
        {
            return false;
        }

        var newest = policy.Steps[progress.NextStep - 1].After;
        string[] told =
        [
            .. policy.Steps
                .Take(progress.NextStep)
                .Where(step => step.After == newest)
                .SelectMany(step => draft.Policy.Endpoints(step.Audience, unreached.At))
                .Select(endpoint => Name(endpoint.Channel, endpoint.To)),
        ];
        return told.Length > 0 && told.All(endpoint => unreached.Endpoints.Contains(endpoint));
    }

    private static string Name(Channel channel, string to) => $"{channel} {to}";
}
