using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What is counted only, by its kind: "14 queues, 20 tables".</summary>
internal static class Kinds
{
    /// <summary>Counts the resources of alarms, the most frequent kind first.</summary>
    public static string Of(IEnumerable<AlarmTrack> tracks) => tracks
        .GroupBy(static track => track.OwnKey?.Group is AlarmGroups.Queue or AlarmGroups.Table or AlarmGroups.Function or AlarmGroups.Flow
            ? track.OwnKey.Value.Group
            : "")
        .Select(static kind => (kind.Key, Count: kind.Select(static track => track.Subject).Distinct(StringComparer.Ordinal).Count()))
        .OrderByDescending(static kind => kind.Count)
        .ThenBy(static kind => kind.Key, StringComparer.Ordinal)
        .Select(static kind => Word(kind.Key, kind.Count))
        .Aggregate(static (one, more) => Sentences.Both(one, more));

    private static string Word(string group, int count) => (group, count) switch
    {
        (AlarmGroups.Queue, 1) => Sentences.KindQueue,
        (AlarmGroups.Queue, _) => Sentences.KindQueues($"{count}"),
        (AlarmGroups.Table, 1) => Sentences.KindTable,
        (AlarmGroups.Table, _) => Sentences.KindTables($"{count}"),
        (AlarmGroups.Function, 1) => Sentences.KindFunction,
        (AlarmGroups.Function, _) => Sentences.KindFunctions($"{count}"),
        (AlarmGroups.Flow, 1) => Sentences.KindFlow,
        (AlarmGroups.Flow, _) => Sentences.KindFlows($"{count}"),
        (_, 1) => Sentences.KindOther,
        _ => Sentences.KindOthers($"{count}"),
    };
}
