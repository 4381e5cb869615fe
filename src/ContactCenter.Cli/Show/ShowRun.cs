using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Invoke;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Cli.Show;

/// <summary>Lets an alarm become an incident, and waits for what a channel is told on an occasion.</summary>
internal sealed class ShowRun(ContactCenterConfiguration configuration, Channel channel, Occasion occasion)
{
    /// <summary>Every escalation has been through its steps by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>So long the alarm is red where the end is asked for.</summary>
    private static readonly TimeSpan Red = TimeSpan.FromMinutes(5);

    private readonly List<(TimeSpan After, ShownMessage Message)> _heard = [];

    /// <summary>The messages.</summary>
    /// <param name="alarm">The alarm's message.</param>
    /// <param name="now">Its time when it tells none.</param>
    /// <exception cref="InputException">Nobody is told; the message says what would be right.</exception>
    public async Task<IReadOnlyList<ShownMessage>> FindAsync(InvokeInput alarm, DateTimeOffset now)
    {
        var begin = Begin(alarm, now, out var change);
        using var system = new ShownSystem(configuration, begin);
        var found = Found(await system.HearAsync(alarm.Bytes, begin), TimeSpan.Zero);
        if (found.Count > 0)
        {
            return found;
        }

        if (occasion is Occasion.Mitigated or Occasion.Resolved && change is not null)
        {
            found = Found(await system.HearAsync(Over(change, begin + Red), begin + Red), Red);
        }

        while (found.Count == 0 && await system.AdvanceAsync(begin + Patience) is { } messages)
        {
            found = Found(messages, system.Now - begin);
        }

        return found.Count > 0 ? found : throw new InputException($"{alarm.Name}: {Missing()}");
    }

    private DateTimeOffset Begin(InvokeInput alarm, DateTimeOffset now, out AlarmChange? change)
    {
        switch (AlarmParser.Parse(alarm.Bytes, now, configuration.ForeignAlarms)[0])
        {
            case RefusedMessage refused:
                throw new InputException(
                    Say.NoRedAlarm(alarm.Name, Spoken.Now.Of(refused.Problem)));
            case ChangedAlarm { Change: { State: not AlarmState.Alarm } quiet }:
                throw new InputException(Say.NotRed(alarm.Name, quiet.AlarmName));
            case ChangedAlarm changed:
                change = changed.Change;
                return changed.Change.At;
            case ForeignAlarm foreign when foreign.State == AlarmState.Alarm:
                change = null;
                return foreign.At;
            case ForeignAlarm foreign:
                throw new InputException(Say.SaysOver(alarm.Name, $"{foreign.System}"));
            case UnrecognisedMessage other:
                change = null;
                return other.At;
            default:
                throw new InvalidOperationException("a message is one of these");
        }
    }

    /// <summary>The message that says that the alarm is over: with what it measures, by which its incident is found.</summary>
    private static byte[] Over(AlarmChange change, DateTimeOffset at)
    {
        var message = new JsonObject
        {
            ["AlarmName"] = change.AlarmName,
            ["AlarmArn"] = change.AlarmArn,
            ["NewStateValue"] = "OK",
            ["OldStateValue"] = "ALARM",
            ["NewStateReason"] = "It is over.",
            ["StateChangeTime"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
        };
        if (change.ContributorId is { } contributor)
        {
            message["AlarmContributorId"] = contributor;
            message["AlarmContributorAttributes"] = new JsonObject(change.ContributorAttributes
                .Select(static attribute => KeyValuePair.Create<string, JsonNode?>(attribute.Name, attribute.Value)));
        }

        if (change.Kind == AlarmKind.Composite)
        {
            message["AlarmRule"] = "";
        }
        else
        {
            message["Trigger"] = Measured(change);
        }

        return JsonSerializer.SerializeToUtf8Bytes((JsonNode)message);
    }

    private static JsonObject Measured(AlarmChange change)
    {
        var trigger = new JsonObject { ["Threshold"] = change.Threshold, ["ComparisonOperator"] = change.Comparison?.ToString() };
        if (change.Metrics.Count == 1)
        {
            var metric = Metric(change.Metrics[0]);
            trigger["MetricName"] = metric["MetricName"]!.DeepClone();
            trigger["Namespace"] = metric["Namespace"]!.DeepClone();
            trigger["Dimensions"] = metric["Dimensions"]!.DeepClone();
            trigger["Period"] = change.Metrics[0].Period.TotalSeconds;
        }
        else if (change.Metrics.Count > 1)
        {
            trigger["Metrics"] = new JsonArray([.. change.Metrics.Select(static metric => (JsonNode)new JsonObject
            {
                ["Id"] = metric.Id,
                ["MetricStat"] = new JsonObject
                {
                    ["Metric"] = Metric(metric),
                    ["Period"] = metric.Period.TotalSeconds,
                    ["Stat"] = metric.Statistic,
                },
            })]);
        }

        return trigger;
    }

    private static JsonObject Metric(MetricSource metric) => new()
    {
        ["MetricName"] = metric.Name,
        ["Namespace"] = metric.Namespace,
        ["Dimensions"] = new JsonArray([.. metric.Dimensions.Select(static dimension =>
            (JsonNode)new JsonObject { ["name"] = dimension.Name, ["value"] = dimension.Value })]),
    };

    private List<ShownMessage> Found(IReadOnlyList<ShownMessage> messages, TimeSpan after)
    {
        _heard.AddRange(messages.Select(message => (after, message)));
        return [.. messages.Where(message => message.Endpoint.Channel == channel && IsOccasion(message.Effect.Message.Occasion))];
    }

    private bool IsOccasion(Occasion told) => told == occasion || (occasion == Occasion.Opened && told == Occasion.Unrecognised);

    /// <summary>Who is told instead, and on which occasion this channel is.</summary>
    private string Missing()
    {
        var (word, when) = (ShownPayload.Word(channel), ShownPayload.Word(occasion));
        var told = _heard.Where(heard => IsOccasion(heard.Message.Effect.Message.Occasion))
            .Select(static heard => ShownPayload.Word(heard.Message.Endpoint.Channel)).Distinct().Order(StringComparer.Ordinal).ToArray();
        var found = Say.NobodyToldBy(word, when)
            + (told.Length == 0 ? "" : Say.ThenItIsBy(string.Join(", ", told)));
        var others = _heard.Where(heard => heard.Message.Endpoint.Channel == channel)
            .DistinctBy(static heard => heard.Message.Effect.Message.Occasion)
            .Select(static heard => Say.OccasionOf(
                ShownPayload.Word(heard.Message.Effect.Message.Occasion), heard.Message.Effect.Audience,
                $"{heard.After.TotalMinutes:0}"))
            .ToArray();
        var expected = others.Length > 0
            ? Say.ExpectedOccasion(Counted.Or(others))
            : Say.ExpectedEndpoint(word);
        return $"{found}\n{expected}";
    }
}
