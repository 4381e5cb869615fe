using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>Runs the parser on what a test has built.</summary>
internal static class Parsed
{
    public static readonly DateTimeOffset ReceivedAt = AlarmPayload.Noon.AddMinutes(7);

    public static IReadOnlyList<AlarmInput> All(byte[] utf8) => AlarmParser.Parse(utf8, ReceivedAt);

    public static IReadOnlyList<AlarmInput> All(string text) => All(Encoding.UTF8.GetBytes(text));

    public static AlarmChange Change(AlarmPayload payload, PayloadShape shape) => Change(payload.As(shape));

    public static AlarmChange Change(JsonObject json) => Change(json.ToJsonString());

    public static AlarmChange Change(string text) => Assert.IsType<ChangedAlarm>(Assert.Single(All(text))).Change;

    public static UnrecognisedMessage Unrecognised(string text) => Assert.IsType<UnrecognisedMessage>(Assert.Single(All(text)));

    public static UnrecognisedMessage Unrecognised(JsonObject json) => Unrecognised(json.ToJsonString());

    public static RefusedMessage Refused(byte[] utf8) => Assert.IsType<RefusedMessage>(Assert.Single(All(utf8)));
}
