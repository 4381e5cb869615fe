using ContactCenter.Core.Common;
using ContactCenter.Embedded.World;

namespace ContactCenter.Cli.Simulate;

/// <summary>What a simulation amounted to.</summary>
internal sealed record SimulationSummary
{
    public required string Scenario { get; init; }

    public required long Seed { get; init; }

    public required double Hours { get; init; }

    public required long Answered { get; init; }

    public required long Abandoned { get; init; }

    /// <summary>Share of contacts answered in time, 0 to 1.</summary>
    public required double ServiceLevel { get; init; }

    public required long Rejected { get; init; }

    /// <summary>Contacts that were led around an external system that was broken.</summary>
    public required long LedAround { get; init; }

    public required int AlarmChanges { get; init; }

    public required int AlarmsTurnedRed { get; init; }

    public required IReadOnlyDictionary<string, int> IncidentsBySeverity { get; init; }

    public required int StillActive { get; init; }

    public required IReadOnlyDictionary<string, int> MessagesByAddress { get; init; }

    /// <summary>
    /// Median minutes from the opening to the first acknowledgement, of incidents that were acknowledged; null: none was.
    /// </summary>
    public required double? MinutesToAcknowledge { get; init; }

    /// <summary>Median minutes from the opening until all alarms were OK, of incidents that got there; null: none did.</summary>
    public required double? MinutesToMitigate { get; init; }

    /// <summary>Minutes by which something unusual was told before the first threshold; negative: after it. Null: nothing was.</summary>
    public required double? MinutesEarlier { get; init; }

    public required IReadOnlyList<string> Repairs { get; init; }

    public static SimulationSummary Of(string scenario, long seed, TimeSpan length, SimulatedSystem system)
    {
        var incidents = system.Store.All;
        var total = system.Totals.Last?.Total ?? default;
        return new SimulationSummary
        {
            Scenario = scenario,
            Seed = seed,
            Hours = length.TotalHours,
            Answered = total.Answered,
            Abandoned = total.Abandoned,
            ServiceLevel = total.ServiceLevel,
            Rejected = system.Totals.Last?.Rejected ?? 0,
            LedAround = system.Totals.Last?.LedAround ?? 0,
            AlarmChanges = system.Totals.AlarmChanges,
            AlarmsTurnedRed = system.Totals.AlarmsTurnedRed,
            IncidentsBySeverity = Enum.GetValues<Severity>().ToDictionary(
                severity => severity.ToString(), severity => incidents.Count(incident => incident.Severity == severity)),
            StillActive = incidents.Count(incident => incident.IsActive),
            MessagesByAddress = system.Messages.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(),
            MinutesToAcknowledge = Median(incidents.Select(incident => incident.TimeToAcknowledge).OfType<TimeSpan>()),
            MinutesToMitigate = Median(incidents.Where(incident => incident.MitigatedAt is not null).Select(incident =>
                incident.MitigatedAt!.Value - incident.OpenedAt)),
            MinutesEarlier = system.Signs?.Earlier?.TotalMinutes,
            Repairs = system.Remediations,
        };
    }

    private static double? Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length == 0 ? null : Math.Round((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]).TotalMinutes / 2, 1);
    }
}
