using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Notifications.Sending;
using ContactCenter.Cli.Replay;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.FlowContent;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation;
using ContactCenter.Functions.Remediation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Fuzz;

/// <summary>Every entry that takes bytes from outside.</summary>
public static class FuzzEntries
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = "8f742231b10e8888abcd99yyyzzz85a5"u8.ToArray();
    private static readonly LinkKeys Links = new(new LinkKey("k1", [.. Enumerable.Range(0, 32).Select(static i => (byte)i)]));
    private static readonly ContactCenterConfiguration Configuration =
        ConfigurationReader.Read(FuzzSamples.Resource("contactcenter")).Configuration!;

    /// <summary>Reads what no reader of a known system takes.</summary>
    private static readonly ForeignAlarmSettings[] Mappings =
    [
        new() { Name = "other", Title = "title", State = "status", Red = ["firing"], Over = ["resolved"], Key = "alerts.0.fingerprint" },
    ];

    private static readonly IncidentDesk Desk = new(Configuration, new InMemoryIncidentStore(keepsHistory: false));
    private static readonly ContactSignalReader Signals = new(SentimentScorer.Default, new Dictionary<string, double> { ["angry"] = -0.8 });
    private static readonly IReadOnlyDictionary<string, string> Crm =
        new Dictionary<string, string> { ["name"] = "name", ["city"] = "address.city", ["since"] = "history.since" };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzEntry> All { get; } =
    [
        new("alarms", FuzzSamples.Alarms, ReadAlarms) { Rarity = 2 },
        new("slack", FuzzSamples.Slack, ReadSlack),
        new("slack-replies", FuzzSamples.SlackReplies, static input => Check(SlackReply.Read(Encoding.UTF8.GetString(input)).Error)),
        new("servicenow", FuzzSamples.ServiceNow, ReadServiceNow),
        new("pagerduty", FuzzSamples.PagerDuty, ReadPagerDuty),
        new("jira", FuzzSamples.Jira, ReadJira),
        new("links", [.. FuzzSamples.Links(Links, Now).Select(Encoding.UTF8.GetBytes)], ReadLink),
        new("flow-requests", FuzzSamples.FlowRequests, ReadFlowRequest),
        new("flow-content", FuzzSamples.FlowContent, static input => FlowContentReader.Check(input)),
        new("contact-signals", FuzzSamples.ContactSignals, ReadSignals),
        new("contact-segments", FuzzSamples.Segments, static input => ReadSignals(FuzzSamples.StreamOf(input))),
        new("repairs", FuzzSamples.Repairs, static input => RemediationRequest.Read(input, Now)),
        new("changes", FuzzSamples.Changes, static input => Check(CloudTrailReader.Read(input)?.Text)),
        new("configuration", FuzzSamples.Configurations, static input => ConfigurationReader.Read(input)) { Rarity = 60 },
        new("recordings", FuzzSamples.Alarms, ReadRecording) { Rarity = 8 },
        new("customers", FuzzSamples.Customers, ReadCustomer),
        new("secrets", FuzzSamples.Secrets, ReadSecret),
        new("queue-states", FuzzSamples.QueueStates, static input => QueueStatesDocument.Read(input)) { Refusal = typeof(JsonException) },
        new("models", [FuzzSamples.Resource("contact-topics")], static input => ContactClassifier.Read(input).Classify("my card is lost"))
        {
            Refusal = typeof(ModelFileException),
            Rarity = 600,
            Seal = FuzzSeals.Model,
        },
        new("knowledge", [FuzzSamples.Resource("knowledge")], static input => KnowledgeFile.Read(input).Ask("my card is lost"))
        {
            Refusal = typeof(KnowledgeFileException),
            Rarity = 60,
            Seal = FuzzSeals.Knowledge,
        },
        .. FunctionEntries.All(Configuration),
        .. StoredItems.All(Desk.Policy, Now),
    ];

    /// <summary>How many of a run's inputs an entry gets.</summary>
    public static long ShareOf(FuzzEntry entry, long inputs)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var all = All.Sum(static one => 1.0 / one.Rarity);
        return Math.Max(1, (long)Math.Ceiling(inputs / all / entry.Rarity));
    }

    /// <summary>A text that is told, stored or logged is text: half a letter breaks whoever writes it on.</summary>
    internal static void Check(string? text)
    {
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            if (char.IsSurrogate(text![i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                var shown = JsonSerializer.Serialize(text[..Math.Min(text.Length, 200)]);
                throw new InvalidDataException($"half a letter at {i} of {shown}");
            }
        }
    }

    /// <summary>
    /// Nothing is dropped: whatever arrives becomes an input, and every input but a refused one a decision that can be stored.
    /// </summary>
    private static void ReadAlarms(byte[] input)
    {
        var inputs = AlarmParser.Parse(input, Now, Mappings);
        Demand(inputs.Count > 0, "nothing came of a message");
        foreach (var one in inputs)
        {
            var alarm = one switch
            {
                ChangedAlarm changed => Desk.Triage.Triage(changed.Change, Now),
                ForeignAlarm foreign => Desk.Triage.Triage(foreign, Now),
                UnrecognisedMessage message => Desk.Triage.Triage(message, Now),
                _ => null,
            };
            if (alarm is null)
            {
                continue;
            }

            Demand(alarm.Moment.At <= Now.AddHours(1), $"a state of {alarm.Moment.At:O} is believed");
            var decision = IncidentEngine.Decide(Correlation.Empty(alarm.Key), new AlarmReceived(alarm), Desk.Policy, Now);
            StoredItems.RoundTrip(decision.After);
            Check($"{alarm.Name} {alarm.Subject} {alarm.Symptom} {alarm.Description}");
        }
    }

    private static void ReadSlack(byte[] input)
    {
        // half of them as Slack sends a click, the others as a body of any other kind
        var body = input is [(byte)'{', ..]
            ? Encoding.UTF8.GetBytes($"payload={Uri.EscapeDataString(Encoding.UTF8.GetString(input))}")
            : input;
        var answer = SlackAnswers.Read(
            Signed(body, "x-slack-request-timestamp", "x-slack-signature", BodySignature.SlackVersion, "application/x-www-form-urlencoded"),
            Encoding.UTF8.GetString(Key), Now);
        Check(answer);
    }

    private static void ReadServiceNow(byte[] input) => Check(ServiceNowAnswers.Read(
        Signed(
            input, ServiceNowAnswers.TimestampHeader, ServiceNowAnswers.SignatureHeader, BodySignature.OwnVersion, "application/json"),
        new ServiceNowCallback([.. Key], "integration"),
        Now));

    private static void ReadPagerDuty(byte[] input) => Check(PagerDutyAnswers.Read(
        Posted(input, PagerDutySignature.Header, PagerDutySignature.Make(Key, input)), [[.. Key]], Now));

    private static void ReadJira(byte[] input) => Check(JiraAnswers.Read(
        Posted(input, "authorization", $"Bearer {Encoding.UTF8.GetString(Key)}"), [.. Key], Now));

    private static AnswerRequest Posted(byte[] body, string header, string value) => new()
    {
        Method = "POST",
        Headers = new Dictionary<string, string> { ["content-type"] = "application/json", [header] = value },
        Body = body,
    };

    private static void ReadLink(byte[] input)
    {
        var segment = Encoding.UTF8.GetString(input);
        var request = new AnswerRequest { Method = "POST", Segment = segment, Headers = new Dictionary<string, string>() };
        var answer = LinkAnswers.Read(request, Links, Now, Translation.None);
        Check(answer);
        Demand(
            answer.Request is null || FuzzSamples.Links(Links, Now).Contains(segment),
            "a link that nobody has signed is believed");
    }

    private static void ReadFlowRequest(byte[] input)
    {
        var request = FlowRequestReader.Read(input);
        foreach (var text in request.Parameters.Concat(request.Attributes).SelectMany(static pair => new[] { pair.Key, pair.Value })
            .Append(request.ContactId).Append(request.Name).Append(request.CustomerAddress))
        {
            Check(text);
            Demand((text?.Length ?? 0) <= FlowRequestReader.MaximumValue, "a value is longer than any is kept");
        }
    }

    private static void ReadSignals(byte[] input)
    {
        _ = ContactSignalReader.IsEvent(input);
        foreach (var signal in Signals.Read(input, Now))
        {
            Check(signal.Id);
            Demand(signal.At <= Now.AddMinutes(5), $"a signal of {signal.At:O} is believed");
            Demand(signal.Scores.All(static score => score is >= -1 and <= 1), "a score is beyond what scores are");
        }
    }

    private static void ReadRecording(byte[] input)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, input);
            using var recordings = new Recordings(Configuration.Instance);
            _ = recordings.TryAdd(file, static () => Stream.Null);
            foreach (var item in recordings.InOrder())
            {
                Check(item.Problem);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void ReadCustomer(byte[] input)
    {
        foreach (var (_, value) in CustomerRecord.Read(input, Crm) ?? new Dictionary<string, string?>())
        {
            Check(value);
        }
    }

    private static void ReadSecret(byte[] input)
    {
        var secret = new Secret(Encoding.UTF8.GetString(input));
        foreach (var name in secret.Fields)
        {
            Check(name);
            Check(secret.Field(name));
        }

        Demand(!secret.IsText || secret.FieldOrText("token") is { Length: > 0 }, "a plain text is lost");
    }

    private static AnswerRequest Signed(byte[] body, string timeHeader, string signatureHeader, string version, string mediaType)
    {
        var time = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new AnswerRequest
        {
            Method = "POST",
            Body = body,
            Headers = new Dictionary<string, string>
            {
                ["content-type"] = mediaType,
                [timeHeader] = time,
                [signatureHeader] = BodySignature.Make(version, Key, time, body),
            },
        };
    }

    private static void Check(Answer answer)
    {
        Demand(answer.Status is >= 200 and < 500, $"it is answered with {answer.Status}");
        Check(answer.Body);
        Check(answer.Reason);
        Check(answer.Request?.Acted.By);
        Check(answer.Request?.Acted.Note);
        Demand(!answer.Reason.AsSpan().ContainsAny('\r', '\n'), "a line of the log has two");
    }

    private static void Demand(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidDataException(problem);
        }
    }
}
