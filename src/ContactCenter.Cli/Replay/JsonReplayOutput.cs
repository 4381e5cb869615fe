using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Notifications.Text;

namespace ContactCenter.Cli.Replay;

/// <summary>
/// One JSON object a line: for each input, and for each decision that a deadline caused, with what it put on the timeline and what each
/// channel would be sent.
/// </summary>
internal sealed class JsonReplayOutput(Stream output, ContactCenterConfiguration configuration) : IReplayOutput, IDisposable
{
    private readonly SentTexts _sent = new(configuration);
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Decided(ReplayItem item, PipelineOutcome outcome) => Decided(item.Name, outcome);

    /// <summary>An input was decided.</summary>
    public void Decided(string input, PipelineOutcome outcome)
    {
        Begin(input);
        _json.WriteString("alarm", outcome.Alarm.IsUnrecognised ? null : outcome.Alarm.Name);
        _json.WriteString("state", StateName(outcome.Alarm));
        WriteDecision(outcome.Alarm.Moment.At, outcome.Decision, outcome.Alarm);
        End();
    }

    public void DeadlinePassed(DateTimeOffset at, Decision decision)
    {
        Begin(null);
        _json.WriteNull("alarm");
        _json.WriteNull("state");
        WriteDecision(at, decision, null);
        End();
    }

    public void Refused(ReplayItem item, string problem)
    {
        Begin(item.Name);
        _json.WriteString("action", "rejected");
        _json.WriteString("problem", problem);
        End();
    }

    public void Finish(ReplayTotals totals) => output.Flush();

    public void Dispose() => _json.Dispose();

    private void Begin(string? input)
    {
        _json.WriteStartObject();
        _json.WriteString("input", input);
    }

    private void WriteDecision(DateTimeOffset at, Decision decision, TriagedAlarm? alarm)
    {
        var incident = decision.After.Incident;
        _json.WriteString("at", at.UtcDateTime);
        _json.WriteString(
            "severity", (incident is { IsActive: true } || alarm is null ? incident?.Severity : alarm.Assessment.Severity)?.ToString());
        _json.WriteStartArray("reasons");
        foreach (var reason in incident is { IsActive: true } || alarm is null ? incident?.Reasons ?? [] : alarm.Assessment.Reasons)
        {
            _json.WriteStringValue(reason);
        }

        _json.WriteEndArray();
        _json.WriteString("incident", incident?.Id);
        _json.WriteString("incidentState", incident?.State.ToString());
        _json.WriteString("action", Tint.ActionName(decision.Action));
        _json.WriteStartArray("notes");
        foreach (var note in decision.Timeline)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(note.Kind.ToString()));
            _json.WriteString("text", note.Text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("effects");
        foreach (var effect in decision.Effects)
        {
            Write(effect, decision.Timeline);
        }

        _json.WriteEndArray();
    }

    private void Write(Effect effect, IReadOnlyList<TimelineEvent> notes)
    {
        _json.WriteStartObject();
        switch (effect)
        {
            case NotifyEffect notify:
                _json.WriteString("kind", "notify");
                _json.WriteString("occasion", notify.Message.Occasion.ToString());
                _json.WriteString("audience", notify.Audience);
                _json.WriteString("channel", notify.Channel.ToString().ToLowerInvariant());
                _json.WriteString("to", notify.To);
                _json.WriteString("subject", PlainText.Subject(notify.Message));
                _json.WriteString("text", PlainText.Body(notify.Message));
                _json.WritePropertyName("sent");
                if (_sent.Of(notify, notes) is { } sent)
                {
                    sent.WriteTo(_json);
                }
                else
                {
                    _json.WriteNullValue();
                }

                break;
            case RemediateEffect remediate:
                _json.WriteString("kind", "remediate");
                _json.WriteString("remediation", remediate.Remediation);
                _json.WriteString("target", remediate.Target);
                break;
        }

        _json.WriteEndObject();
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        output.WriteByte((byte)'\n');
        _json.Reset();
    }

    private static string? StateName(TriagedAlarm alarm) => (alarm.IsUnrecognised, alarm.Moment.State) switch
    {
        (true, _) => null,
        (_, AlarmState.Ok) => "OK",
        (_, AlarmState.Alarm) => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };
}
