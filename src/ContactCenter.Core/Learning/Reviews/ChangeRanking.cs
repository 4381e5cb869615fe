using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>How near a change is to what broke.</summary>
[JsonConverter(typeof(NamedEnumConverter<ChangeMatch>))]
public enum ChangeMatch
{
    /// <summary>It was made to the very resource.</summary>
    Resource,

    /// <summary>It was made in the service that the resource is of.</summary>
    Service,

    /// <summary>It was made elsewhere.</summary>
    Elsewhere,
}

/// <summary>A change, or none, with how likely it is that it caused the incident, and by what that is judged.</summary>
public sealed record RankedChange
{
    /// <summary>The change; null: none that is recorded.</summary>
    public ConfigurationChange? Change { get; init; }

    /// <summary>Its kind; null where there is no change.</summary>
    public ChangeKind? Kind { get; init; }

    /// <summary>From 0 to 1; all candidates together are 1.</summary>
    public required double Probability { get; init; }

    /// <summary>How long before the begin it was made; below zero: within the period of the metric after it.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>How near it is.</summary>
    public ChangeMatch Match { get; init; }

    /// <summary>How often its kind is made in a day.</summary>
    public double PerDay { get; init; }
}

/// <summary>
/// Which change caused it: Bayes with a background of changes that come by chance. Whatever is made often weighs little, whatever is made
/// shortly before and to the very resource weighs much, and "no recorded change" is a candidate too.
/// </summary>
public static class ChangeRanking
{
    /// <summary>A change that is older is no candidate.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromHours(24);

    /// <summary>A metric tells of a minute after it: what was changed within it may have come first.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Less likely candidates are not shown.</summary>
    public const double MinimumShown = 0.05;

    /// <summary>Share of incidents that no recorded change has caused, before people have said anything.</summary>
    private const double None = 0.4;

    /// <summary>As how many confirmed reviews the first beliefs count.</summary>
    private const double Belief = 10;

    /// <summary>Most of what a change breaks shows soon after it; the rest at any time of the day.</summary>
    private const double Soon = 0.8;

    /// <summary>How near the cause is to what broke, in the order of <see cref="ChangeMatch"/>.</summary>
    private static readonly double[] MatchOfCause = [0.7, 0.2, 0.1];

    /// <summary>Ranks what may have caused an incident.</summary>
    /// <param name="incident">What broke.</param>
    /// <param name="begin">When it began.</param>
    /// <param name="changes">All that is known of changes.</param>
    /// <param name="from">From when on they are known.</param>
    /// <param name="confirmed">What people have confirmed in earlier reviews.</param>
    /// <returns>The likeliest first; "none" is always among them.</returns>
    public static ImmutableArray<RankedChange> Of(
        CorrelationKey incident,
        DateTimeOffset begin,
        IReadOnlyList<ConfigurationChange> changes,
        DateTimeOffset from,
        IReadOnlyList<ConfirmedCause> confirmed)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var done = changes.Where(static change => !change.IsRefused).ToArray();
        var history = done.Where(change => change.At <= begin + Tolerance && change.At >= from).ToArray();
        var hours = Math.Max(Within.TotalHours, (begin - from).TotalHours);
        var background = Background(incident, history);
        var rates = ChangeKinds.All.ToDictionary(
            static kind => kind, kind => (history.Count(change => ChangeKinds.Of(change) == kind) + 0.5) / hours);
        var recorded = history.Select(ChangeKinds.Of).ToHashSet();
        var (priors, none) = Priors(recorded, confirmed);
        var weights = new List<(RankedChange Ranked, double Weight)> { (new RankedChange { Probability = 0 }, none) };
        foreach (var change in history.Where(change => begin - change.At <= Within))
        {
            var (kind, match) = (ChangeKinds.Of(change), MatchOf(incident, change));
            var weight = priors[kind] * Density(kind, begin - change.At) / rates[kind]
                * (MatchOfCause[(int)match] / background[(int)match]);
            weights.Add((
                new RankedChange
                {
                    Change = change,
                    Kind = kind,
                    Probability = 0,
                    Before = begin - change.At,
                    Match = match,
                    PerDay = rates[kind] * 24,
                },
                weight));
        }

        var sum = weights.Sum(static one => one.Weight);
        return
        [
            .. weights.Select(one => one.Ranked with { Probability = one.Weight / sum })
                .OrderByDescending(static one => one.Probability)
                .ThenBy(static one => one.Change?.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>How near a change is to what broke.</summary>
    public static ChangeMatch MatchOf(CorrelationKey incident, ConfigurationChange change) =>
        change.Location == incident.Location && Names(change, incident.Resource) ? ChangeMatch.Resource
        : change.Location == incident.Location && IsOfService(change.Service, incident.Group) ? ChangeMatch.Service
        : ChangeMatch.Elsewhere;

    /// <summary>A resource as a name of its own within what the request names: <c>crm</c> is not in <c>crm-export</c>.</summary>
    private static bool Names(ConfigurationChange change, string resource)
    {
        var named = change.Resource ?? "";
        for (var at = named.IndexOf(resource, StringComparison.OrdinalIgnoreCase);
            at >= 0 && resource.Length > 0;
            at = named.IndexOf(resource, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + resource.Length;
            if ((at == 0 || IsBorder(named[at - 1])) && (end == named.Length || IsBorder(named[end])))
            {
                return true;
            }
        }

        return false;

        static bool IsBorder(char sign) => !char.IsAsciiLetterOrDigit(sign) && sign is not '-' and not '_';
    }

    private static bool IsOfService(string? service, string group) => service is not null && group switch
    {
        "table" => service.Contains("DynamoDB", StringComparison.OrdinalIgnoreCase),
        "function" => service.Contains("Lambda", StringComparison.OrdinalIgnoreCase),
        "bot" => service.Contains("Lex", StringComparison.OrdinalIgnoreCase),
        "topic" => service.Contains("SNS", StringComparison.OrdinalIgnoreCase),
        _ => service.Contains("Connect", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Shares of how near changes are anyway, each counted as one more than it was, so that none is zero.</summary>
    private static double[] Background(CorrelationKey incident, ConfigurationChange[] history)
    {
        double[] counts = [1, 1, 1];
        foreach (var change in history)
        {
            counts[(int)MatchOf(incident, change)]++;
        }

        return [.. counts.Select(count => count / (history.Length + 3))];
    }

    /// <summary>
    /// Beliefs for the kinds that are recorded at all, moved by what people have confirmed: each review counts as one, the first beliefs as
    /// ten.
    /// </summary>
    private static (Dictionary<ChangeKind, double> Kinds, double None) Priors(
        HashSet<ChangeKind> recorded, IReadOnlyList<ConfirmedCause> confirmed)
    {
        var shares = recorded.Sum(ChangeKinds.Share);
        var all = Belief + confirmed.Count;
        return (
            ChangeKinds.All.ToDictionary(
                static kind => kind,
                kind => ((recorded.Contains(kind) ? (1 - None) * ChangeKinds.Share(kind) / shares * Belief : 0)
                    + confirmed.Count(cause => cause.Kind == kind)) / all),
            ((None * Belief) + confirmed.Count(static cause => cause.Kind is null)) / all);
    }

    /// <summary>How likely a cause of the kind lies so far back, per hour.</summary>
    private static double Density(ChangeKind kind, TimeSpan before)
    {
        var (hours, tau) = (Math.Max(0, before.TotalHours), ChangeKinds.Shows(kind).TotalHours);
        return (Soon * Math.Exp(-hours / tau) / tau) + ((1 - Soon) / Within.TotalHours);
    }
}
