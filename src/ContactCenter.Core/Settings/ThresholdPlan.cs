using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Settings;

/// <summary>Which thresholds of deployed alarms are others than those of the file. Pure.</summary>
public static class ThresholdPlan
{
    /// <summary>Every alarm whose threshold is another, in the order of the catalog.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">What people have decided.</param>
    /// <param name="at">The time.</param>
    public static IReadOnlyList<ThresholdDifference> Differences(
        ContactCenterConfiguration file, RuntimeSettings settings, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var set = settings.Of<AlarmThreshold>(at)
            .Where(one => one.Holds(at))
            .ToLookup(static one => one.Alarm, StringComparer.Ordinal);
        if (set.Count == 0)
        {
            return [];
        }

        // it is asked every minute, and few of the alarms are concerned
        AlarmDefinition[] concerned = [.. AlarmCatalog.Default.Definitions.Where(definition => set.Contains(definition.Id))];
        var effective = EffectiveSettings.At(file, settings, at).Configuration;
        return
        [
            .. AlarmPlan.For(file, concerned).Zip(AlarmPlan.For(effective, concerned))
                .Where(static pair => pair.First.Definition.Threshold != pair.Second.Definition.Threshold)
                .Select(pair => new ThresholdDifference(
                    pair.First.Name, pair.First.Definition.Id, pair.First.Resource, pair.First.Definition.Threshold,
                    pair.Second.Definition.Threshold, Deciding(set[pair.First.Definition.Id], pair.First.Resource))),
        ];
    }

    /// <summary>
    /// What holds for a resource: that of the resource comes before that of all, and of two that concern the same the later.
    /// </summary>
    private static AlarmThreshold Deciding(IEnumerable<AlarmThreshold> set, string resource) =>
        set.Where(one => one.Resource is null || one.Resource == resource).OrderBy(static one => one.Resource is not null).Last();

    /// <summary>
    /// The thresholds that deployed alarms must have: of those that differ, and of those that once did as the file has them.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="differences">Which differ.</param>
    /// <param name="written">Names of the alarms that were written before.</param>
    internal static IReadOnlyDictionary<string, double> Wanted(
        ContactCenterConfiguration file, IReadOnlyList<ThresholdDifference> differences, IReadOnlyCollection<string> written)
    {
        var wanted = differences.ToDictionary(static one => one.Name, static one => one.Threshold, StringComparer.Ordinal);
        if (written.Any(name => !wanted.ContainsKey(name)))
        {
            foreach (var alarm in AlarmPlan.For(file).Where(alarm => written.Contains(alarm.Name) && alarm.Definition.AnomalyBand is null))
            {
                _ = wanted.TryAdd(alarm.Name, alarm.Definition.Threshold);
            }
        }

        return wanted;
    }
}

/// <summary>An alarm whose threshold is another than that of the file.</summary>
/// <param name="Name">Its name in CloudWatch.</param>
/// <param name="Alarm">Its id in the catalog.</param>
/// <param name="Resource">What it watches.</param>
/// <param name="OfFile">The threshold of the file.</param>
/// <param name="Threshold">The threshold that holds.</param>
/// <param name="Setting">What a person has decided, by which it holds.</param>
public sealed record ThresholdDifference(
    string Name, string Alarm, string Resource, double OfFile, double Threshold, AlarmThreshold Setting);

/// <summary>Port: thresholds of deployed alarms.</summary>
public interface IAlarmThresholds
{
    /// <summary>The thresholds as they are deployed; an alarm that is not there, or has none, is left out.</summary>
    /// <param name="alarms">Names of the alarms.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask<IReadOnlyDictionary<string, double>> ReadAsync(IReadOnlyCollection<string> alarms, CancellationToken cancellationToken);

    /// <summary>Gives an alarm another threshold, and keeps everything else of it.</summary>
    /// <param name="alarm">Its name.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask WriteAsync(string alarm, double threshold, CancellationToken cancellationToken);
}
