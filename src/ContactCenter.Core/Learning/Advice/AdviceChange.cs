using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>
/// A change that is advised, ready to paste: a line of <c>alarms</c> in the file, or a command where hours are to be quiet, for which
/// the file has no word.
/// </summary>
public static class AdviceChange
{
    /// <summary>The change; null where a person has to think: which of two to keep, and what to repair.</summary>
    /// <param name="advice">The advice.</param>
    /// <param name="alarm">The alarm as it is deployed; null: it is none of the catalog.</param>
    /// <param name="timeZone">The clock of the center.</param>
    public static string? Of(AlarmAdvice advice, BoundAlarm? alarm, string timeZone)
    {
        ArgumentNullException.ThrowIfNull(advice);
        if (advice is { Kind: AdviceKind.Schedule, Hours: { } hours })
        {
            return Muted(advice.Alarm, hours, timeZone);
        }

        var body = alarm is null ? null : advice.Kind switch
        {
            AdviceKind.Lengthen => Longer(advice, alarm),
            AdviceKind.Raise when advice.Rule is { } rule => Raised(rule, alarm),
            AdviceKind.MissingData => "\"ignoreMissing\": true",
            AdviceKind.Demote => "\"severity\": \"P4\"",
            AdviceKind.Delete => "\"enabled\": false",
            _ => null,
        };
        return body is null ? null : $"\"{alarm!.Definition.Id}\": {{ {body} }}";
    }

    /// <summary>So many datapoints more.</summary>
    private static string Longer(AlarmAdvice advice, BoundAlarm alarm)
    {
        var definition = alarm.Definition;
        var datapoints = definition.DatapointsToAlarm + (int)Math.Ceiling(advice.Patience.Lasting / definition.Period);
        return Of(datapoints, Math.Max(definition.EvaluationPeriods, datapoints));
    }

    /// <summary>The threshold is that of the resource; datapoints are those of all resources, because the file has no others.</summary>
    private static string Raised(ThresholdRule rule, BoundAlarm alarm)
    {
        var definition = alarm.Definition;
        string?[] parts =
        [
            rule.Threshold == definition.Threshold
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"resources\": {{ {JsonEncodedText.Encode(alarm.Resource).Quoted()}: {rule.Threshold} }}"),
            (rule.Datapoints, rule.Periods) == (definition.DatapointsToAlarm, definition.EvaluationPeriods)
                ? null
                : Of(rule.Datapoints, rule.Periods),
        ];
        return string.Join(", ", parts.OfType<string>());
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
