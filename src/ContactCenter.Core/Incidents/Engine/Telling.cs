using System.Collections.Immutable;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>Somebody is to be told in a decision.</summary>
/// <param name="Audience">Name of the audience.</param>
/// <param name="Endpoints">Where.</param>
/// <param name="Occasion">Why.</param>
/// <param name="Remark">What to add, or null.</param>
/// <param name="IsUpdate">True where only what shows the state is brought up to date.</param>
internal sealed record Telling(
    string Audience, ImmutableArray<Endpoint> Endpoints, Occasion Occasion, string? Remark, bool IsUpdate)
{
    /// <summary>
    /// A decision may pass through several states. Each endpoint gets one message, for the state in which the decision ends: the last one
    /// where that is calm, else the one that says most, with what the others had to add.
    /// </summary>
    /// <param name="tellings">All of a decision, in order.</param>
    /// <param name="isCalm">True when the decision ends in a state in which nothing is red.</param>
    public static IReadOnlyList<Telling> Merge(IReadOnlyList<Telling> tellings, bool isCalm)
    {
        if (tellings.Count < 2)
        {
            return tellings;
        }

        var merged = new List<Telling>(tellings.Count);
        foreach (var (i, telling) in tellings.Index())
        {
            var kept = telling.Endpoints.Where(endpoint => !tellings.Skip(i + 1).Any(later => later.Reaches(endpoint)));
            foreach (var group in kept.GroupBy(endpoint => All(tellings, endpoint, isCalm)))
            {
                merged.Add(telling with { Endpoints = [.. group], Occasion = group.Key.Occasion, Remark = group.Key.Remark });
            }

            if (telling.Endpoints.IsEmpty)
            {
                merged.Add(telling);
            }
        }

        return merged;
    }

    private static (Occasion Occasion, string? Remark) All(IReadOnlyList<Telling> tellings, Endpoint endpoint, bool isCalm)
    {
        Telling[] all = [.. tellings.Where(telling => telling.Reaches(endpoint))];
        if (isCalm || all.Length == 1)
        {
            return (all[^1].Occasion, all[^1].Remark);
        }

        var remarks = all.Select(static telling => telling.Remark).Where(static remark => !string.IsNullOrEmpty(remark)).Distinct();
        var remark = string.Join(' ', remarks);
        return (all.Select(static telling => telling.Occasion).MinBy(Rank), remark.Length > 0 ? remark : null);
    }

    private static int Rank(Occasion occasion) => occasion switch
    {
        Occasion.Unrecognised => 0,
        Occasion.Opened => 1,
        Occasion.Reopened => 2,
        Occasion.Raised => 3,
        Occasion.ApprovalNeeded => 4,
        Occasion.Escalated => 5,
        Occasion.Reminder => 6,
        _ => 7,
    };

    private bool Reaches(Endpoint endpoint) => Endpoints.Any(other => other.Channel == endpoint.Channel && other.To == endpoint.To);
}
