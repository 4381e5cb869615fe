using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>
/// A change that is advised, ready to paste: a line of <c>alarms</c> in the file, or a command where hours are to be quiet, for which
/// the file has no word.
/// </summary>
public static class AdviceChange
{
    /// <summary>
    /// The change; null where a person has to think: which of two to keep, what to repair, or whether others of the same definition, of
    /// which it is not advised, are to change too. The file has a threshold by resource, and all else by definition.
    /// </summary>
    /// <param name="advice">The advice.</param>
    /// <param name="advised">All advice of that time, this one among it.</param>
    /// <param name="plan">The alarms as they are deployed, by name; one that is not there is none of the catalog.</param>
    /// <param name="timeZone">The clock of the center.</param>
    public static AdvisedChange? Of(
        AlarmAdvice advice, IReadOnlyCollection<AlarmAdvice> advised, IReadOnlyDictionary<string, BoundAlarm> plan, string timeZone)
    {
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(advised);
        ArgumentNullException.ThrowIfNull(plan);
        if (advice is { Kind: AdviceKind.Schedule, Hours: { } hours })
        {
            return new(Muted(advice.Alarm, hours, timeZone), 1);
        }

        if (!plan.TryGetValue(advice.Alarm, out var alarm))
        {
            return null;
        }

        var (one, all) = (OfResource(advice, alarm), OfDefinition(advice, alarm.Definition));
        BoundAlarm[] same = all is null ? [alarm] : [.. plan.Values.Where(other => other.Definition.Id == alarm.Definition.Id)];
        var isForAll = same.All(other => other.Name == alarm.Name
            || advised.Any(its => its.Alarm == other.Name && its.Kind == advice.Kind && OfDefinition(its, other.Definition) == all));
        return (one ?? all) is null || !isForAll
            ? null
            : new($"\"{alarm.Definition.Id}\": {{ {string.Join(", ", new[] { one, all }.OfType<string>())} }}", same.Length);
    }

    /// <summary>What changes for the resource alone: its threshold.</summary>
    private static string? OfResource(AlarmAdvice advice, BoundAlarm alarm) =>
        advice is { Kind: AdviceKind.Raise, Rule: { } rule } && rule.Threshold != alarm.Definition.Threshold
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"\"resources\": {{ {JsonEncodedText.Encode(alarm.Resource).Quoted()}: {rule.Threshold} }}")
            : null;

    /// <summary>What changes for all resources of the definition.</summary>
    private static string? OfDefinition(AlarmAdvice advice, AlarmDefinition definition) => advice.Kind switch
    {
        AdviceKind.Lengthen => Longer(advice.Patience, definition),
        AdviceKind.Raise when advice.Rule is { } rule
            && (rule.Datapoints, rule.Periods) != (definition.DatapointsToAlarm, definition.EvaluationPeriods) =>
            Of(rule.Datapoints, rule.Periods),
        AdviceKind.MissingData when definition.MissingData != MissingData.Breaching => "\"ignoreMissing\": true",
        AdviceKind.Demote => "\"severity\": \"P4\"",
        AdviceKind.Delete => "\"enabled\": false",
        _ => null,
    };

    /// <summary>
    /// So many datapoints more. Of an alarm that is red by some of its datapoints no such number is what was replayed, and for how long it
    /// is to be quiet the file has no word.
    /// </summary>
    private static string? Longer(AlarmPatience patience, AlarmDefinition definition)
    {
        if (definition.DatapointsToAlarm != definition.EvaluationPeriods || patience.Quiet > TimeSpan.Zero)
        {
            return null;
        }

        var datapoints = definition.DatapointsToAlarm + (int)Math.Ceiling(patience.Lasting / definition.Period);
        return Of(datapoints, datapoints);
    }

    private static string Of(int datapoints, int periods) => string.Create(
        CultureInfo.InvariantCulture, $"\"datapointsToAlarm\": {datapoints}, \"evaluationPeriods\": {periods}");

    private static string Quoted(this JsonEncodedText text) => $"\"{text}\"";

    /// <summary>An alarm mute rule (Amazon CloudWatch API reference, PutAlarmMuteRule).</summary>
    private static string Muted(string alarm, QuietHours hours, string timeZone)
    {
        var name = string.Concat(alarm.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        var rule = string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"Schedule":{"Expression":"{{{hours.Cron}}}","Duration":"PT{{{hours.Hours}}}H","Timezone":"{{{timeZone}}}"}}""");
        var targets = $$$"""{"AlarmNames":[{{{JsonEncodedText.Encode(alarm).Quoted()}}}]}""";
        return $"aws cloudwatch put-alarm-mute-rule --name quiet-{name} --rule {Shell(rule)} --mute-targets {Shell(targets)}";
    }

    /// <summary>One word of a shell, whatever stands in it.</summary>
    private static string Shell(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

/// <summary>A change that is advised.</summary>
/// <param name="Text">A line of the file or a command.</param>
/// <param name="Resources">For how many resources it is: one, or all of the definition, of each of which it is advised.</param>
public sealed record AdvisedChange(string Text, int Resources);
