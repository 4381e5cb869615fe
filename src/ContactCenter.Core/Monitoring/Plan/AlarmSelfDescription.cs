using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// The description of a deployed alarm, as JSON: severity, group and runbook travel with every state change, so that triage, and whoever
/// else reads the event, knows them without the catalog. Tags would not do: CloudWatch sends none.
/// </summary>
public static class AlarmSelfDescription
{
    /// <summary>CloudWatch's limit on descriptions, in characters (API reference, PutMetricAlarm).</summary>
    public const int MaximumLength = 1024;

    /// <summary>Text and links as they are: nothing reads the description as HTML.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The description of an alarm.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="runbookUrl">Address of runbooks, with <c>{runbook}</c> for the runbook's name.</param>
    public static string Of(BoundAlarm alarm, string runbookUrl) => Write(
        alarm.Definition.Id, alarm.Definition.Severity, alarm.Definition.Group, alarm.Definition.Owner, alarm.Definition.Runbook,
        alarm.Definition.Description, runbookUrl);

    /// <summary>The description of a composite alarm.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="runbookUrl">Address of runbooks, with <c>{runbook}</c> for the runbook's name.</param>
    public static string Of(BoundComposite alarm, string runbookUrl) => Write(
        alarm.Definition.Id, alarm.Definition.Severity, alarm.Definition.Group, alarm.Definition.Owner, alarm.Definition.Runbook,
        alarm.Definition.Description, runbookUrl);

    private static string Write(string id, Severity severity, string group, string owner, string runbook, string text, string runbookUrl)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("alarm", id);
            json.WriteString("severity", severity.ToString());
            json.WriteString("group", group);
            json.WriteString("owner", owner);
            json.WriteString("runbook", runbook);
            json.WriteString("text", text);
            json.WriteString("link", runbookUrl.Replace("{runbook}", runbook, StringComparison.Ordinal));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
