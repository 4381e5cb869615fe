using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>A message about a queue that is too long, to be changed as a test needs it.</summary>
internal static class Messages
{
    public const string IncidentId = "7Q2M9KXA-3";

    public static readonly DateTimeOffset Opened = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly IncidentMessage Wait = Told.First(
        Told.Center("test", "bank", "https://runbooks.example.com/{runbook}"),
        new AlarmPayload
        {
            At = Opened,
            Values = [720, 660],
            Threshold = 180,
            Namespace = "ContactCenter",
            Metric = "OldestContactWait",
            Dimensions = [("InstanceId", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), ("QueueName", "Billing"), ("Channel", "VOICE")],
        },
        Opened.AddMinutes(12));

    /// <summary>What somebody could write into the name of a queue.</summary>
    public const string Hostile =
        "<!channel> <script>alert(1)</script> & *bold* [link](https://evil.example) `code` \u202egnp.exe\u0007\r\nForged: line";

    public static LinkKeys Keys { get; } = new(Key("k2", 2), Key("k1", 1));

    public static LinkKey Key(string id, byte seed) => new(id, [.. Enumerable.Range(0, 32).Select(i => (byte)(seed * 37 + i))]);

    /// <summary>In the words in which a deployment tells of a wait of twelve minutes; how it stands is up to the test.</summary>
    public static IncidentMessage Message(
        Occasion occasion = Occasion.Opened, IncidentState state = IncidentState.Open, Severity severity = Severity.P1) => Wait with
        {
            Occasion = occasion,
            IncidentId = IncidentId,
            Severity = severity,
            State = state,
            Alarms = 2,
            Changes = 3,
        };

    /// <summary>The message with the same text wherever a text comes from outside.</summary>
    public static IncidentMessage WithText(string text, Occasion occasion = Occasion.Escalated) => Message(occasion) with
    {
        Subject = text,
        Symptom = text,
        Description = text,
        Reasons = [.. Enumerable.Repeat(text, 20)],
        Scope = text,
        Owner = text,
        Repair = text,
        Remark = text,
        AcknowledgedBy = text,
        RunbookUrl = text,
    };

    public static NotifyEffect Effect(
        IncidentMessage message, Channel channel = Channel.Email, string to = "ann@example.com", int number = 5) =>
        new($"{message.IncidentId}.{number}", message.IncidentId, message.At, "on-call", channel, to, message);

    public static ActionLinks Links(
        NotifyEffect effect, string recipient = "ann@example.com", string address = "https://cc.example.com/a") =>
        new LinkMaker(new Uri(address), Keys, TimeSpan.FromHours(8), new Uri("https://dash.example.com/d")).For(effect, recipient);
}
