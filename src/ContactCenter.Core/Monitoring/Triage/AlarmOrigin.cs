using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>The alarm itself, as who made it knows it, and where it can be looked at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">
/// What its owner has written about it, where other words stand in the description of the incident; else null.
/// </param>
/// <param name="AlarmUrl">The alarm in the console of CloudWatch, or null.</param>
/// <param name="MetricUrl">A plot of its first metric there, or null.</param>
/// <param name="LogsUrl">The log of the function that it watches, or null.</param>
public sealed record AlarmOrigin(string Name, string? Text, string? AlarmUrl, string? MetricUrl, string? LogsUrl)
{
    private const int MaximumText = 300;

    /// <summary>More than a chat shows as a link, and less than a mail program breaks.</summary>
    private const int MaximumUrl = 1000;

    /// <summary>The origin of a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="description">
    /// What the alarm's description tells where the incident is described in other words; null where it is described in the alarm's own.
    /// </param>
    internal static AlarmOrigin Of(AlarmChange change, AlarmDescription? description)
    {
        var isOwnWords = description == AlarmDescription.Empty && !string.IsNullOrWhiteSpace(change.Description);
        var console = Console(change);
        return new AlarmOrigin(
            change.AlarmName,
            isOwnWords ? CleanText.Line(change.Description, MaximumText) : null,
            console is null ? null : Bounded($"{console}#alarmsV2:alarm/{Uri.EscapeDataString(change.AlarmName)}"),
            console is null || change.Metrics.Count == 0 ? null : Bounded($"{console}#metricsV2:graph={Graph(change)}"),
            console is null || Function(change) is not { } function
                ? null
                : Bounded($"{console}#logsV2:log-groups/log-group/$252Faws$252Flambda$252F{Uri.EscapeDataString(function)}"));
    }

    private static string? Bounded(string url) => url.Length <= MaximumUrl ? url : null;

    /// <summary>The console of the alarm's Region and partition; null where its ARN tells neither.</summary>
    private static string? Console(AlarmChange change)
    {
        var region = AlarmTexts.ArnField(change.AlarmArn, 3);
        var domain = AlarmTexts.ArnField(change.AlarmArn, 1) switch
        {
            "aws" => "console.aws.amazon.com",
            "aws-cn" => "console.amazonaws.cn",
            "aws-us-gov" => "console.amazonaws-us-gov.com",
            _ => null,
        };
        var isRegion = region.Length is > 0 and <= 32
            && region.All(static one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '-');
        return domain is not null && isRegion ? $"https://{region}.{domain}/cloudwatch/home?region={region}" : null;
    }

    private static string? Function(AlarmChange change) => change.Metrics.Count > 0 && change.Metrics[0].Namespace == "AWS/Lambda"
        ? change.Metrics[0].Dimensions.FirstOrDefault(static one => one.Name == "FunctionName").Value is { Length: > 0 } name ? name : null
        : null;

    private static string Graph(AlarmChange change)
    {
        var metric = change.Metrics[0];
        string[] series =
        [
            metric.Namespace, metric.Name, .. metric.Dimensions.SelectMany(static one => new[] { one.Name, one.Value }),
        ];
        return $"~(metrics~(~(~{string.Join('~', series.Select(Quoted))}))~region~{Quoted(AlarmTexts.ArnField(change.AlarmArn, 3))}"
            + $"~stat~{Quoted(metric.Statistic)}~period~{(int)metric.Period.TotalSeconds})";
    }

    /// <summary>
    /// A text as the console's addresses have it: an apostrophe before it, and what is neither letter, digit nor one of <c>-_.</c> as a
    /// star with its code in hexadecimal digits, two of them, or behind a second star four.
    /// </summary>
    private static string Quoted(string text) => "'" + string.Concat(text.Select(static letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter.ToString()
        : letter <= 0xff ? $"*{(int)letter:x2}"
        : $"**{(int)letter:x4}"));
}
