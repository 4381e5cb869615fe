using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.ServiceNow;

/// <summary>
/// Words a message as a change of a ServiceNow incident, with the fields and values of an instance as it is shipped. The record
/// remembers in <c>correlation_display</c> which effect was written last, so that a repetition, or one that comes too late, is seen.
/// </summary>
public static partial class ServiceNowRenderer
{
    /// <summary>Begin of <c>correlation_display</c>.</summary>
    public const string Display = "ContactCenterServerless";

    /// <summary>Close code where none is configured: the current one for what was solved. Older instances have others.</summary>
    public const string DefaultCloseCode = "Solution provided";

    /// <summary>Characters in <c>short_description</c>.</summary>
    public const int MaximumShort = 160;

    /// <summary>Characters in <c>work_notes</c>, and in the description.</summary>
    public const int MaximumNotes = 4000;

    /// <summary>The change to make, or null when there is none: it is written already, or there is nothing to close.</summary>
    /// <param name="effect">What to tell.</param>
    /// <param name="timeline">The timeline of the incident, in order.</param>
    /// <param name="record">The active record with this correlation id, or null.</param>
    /// <param name="settings">What is written besides.</param>
    public static ServiceNowCall? Plan(
        NotifyEffect effect, IReadOnlyList<TimelineEvent> timeline, ServiceNowRecord? record, ServiceNowSettings settings)
    {
        var isOver = effect.Message.State == IncidentState.Resolved;
        if (record is null)
        {
            return isOver ? null : new ServiceNowCall(null, Create(effect, timeline, settings));
        }

        if (WrittenUpTo(record, effect.IncidentId) >= NumberOf(effect.Id, effect.IncidentId)
            || (isOver && record.State is ServiceNowState.Resolved or ServiceNowState.Closed or ServiceNowState.Canceled))
        {
            return null;
        }

        return new ServiceNowCall(record.SysId, isOver ? Resolve(effect, timeline, settings) : Update(effect, timeline, settings));
    }

    private static JsonObject Create(NotifyEffect effect, IReadOnlyList<TimelineEvent> timeline, ServiceNowSettings settings)
    {
        var body = Common(effect, timeline);
        body["description"] = CleanText.Paragraphs(PlainText.Body(effect.Message), MaximumNotes);
        body["correlation_id"] = effect.IncidentId;
        body["contact_type"] = "monitoring";
        body["state"] = effect.Message.State == IncidentState.Acknowledged ? ServiceNowState.InProgress : ServiceNowState.New;
        Write(body, ServiceNowFields.AtCreation(settings, effect.Message));
        return body;
    }

    private static JsonObject Update(NotifyEffect effect, IReadOnlyList<TimelineEvent> timeline, ServiceNowSettings settings)
    {
        var body = Common(effect, timeline);
        if (effect.Message.Occasion is Occasion.Reopened or Occasion.Acknowledged)
        {
            body["state"] = ServiceNowState.InProgress;
        }

        if (effect.Message.Occasion == Occasion.Raised)
        {
            Write(body, ServiceNowFields.AtRaise(settings, effect.Message));
        }

        return body;
    }

    private static JsonObject Resolve(NotifyEffect effect, IReadOnlyList<TimelineEvent> timeline, ServiceNowSettings settings)
    {
        var body = Common(effect, timeline);
        body["state"] = ServiceNowState.Resolved;
        body[ServiceNowFields.CloseCode] = ServiceNowFields.CloseCodeOf(settings, effect.Message) ?? DefaultCloseCode;
        var remark = string.IsNullOrWhiteSpace(effect.Message.Remark)
            ? $"{effect.Message.Say(Sentences.StateResolved)}."
            : effect.Message.Remark;
        body["close_notes"] = CleanText.Line(remark, 1000);
        return body;
    }

    /// <summary>Never over what a message tells: the configuration may not name those columns.</summary>
    private static void Write(JsonObject body, IEnumerable<KeyValuePair<string, string>> fields)
    {
        foreach (var (column, value) in fields.Where(field => !ServiceNowFields.Own.Contains(field.Key)))
        {
            body[column] = value;
        }
    }

    private static JsonObject Common(NotifyEffect effect, IReadOnlyList<TimelineEvent> timeline)
    {
        var (impact, urgency) = Weight(effect.Message);
        var (word, told) = ExerciseText.Lead(effect.Message);
        return new JsonObject
        {
            ["short_description"] = CleanText.Line($"{word}{told.Severity} {Headline.Of(told)}", MaximumShort),
            ["impact"] = impact,
            ["urgency"] = urgency,
            ["correlation_display"] = $"{Display} {effect.Id}",
            ["work_notes"] = WorkNotes(effect, timeline),
        };
    }

    /// <summary>
    /// Impact and urgency that give priority 1 to 4 in the matrix as it is shipped, and 5 for an exercise; the priority itself cannot be
    /// written.
    /// </summary>
    private static (string Impact, string Urgency) Weight(IncidentMessage message) => message.Severity switch
    {
        _ when message.Exercise is not null => ("3", "3"),
        Severity.P1 => ("1", "1"),
        Severity.P2 => ("2", "1"),
        Severity.P3 => ("2", "2"),
        _ => ("2", "3"),
    };

    /// <summary>The newest of the timeline up to the message, from old to new; what does not fit is left off at the old end.</summary>
    private static string WorkNotes(NotifyEffect effect, IReadOnlyList<TimelineEvent> timeline)
    {
        var told = effect.Message;
        var owner = MessageFacts.Owner(told) is { } name ? $"\n{told.Say(Sentences.LabelOwner)}: {CleanText.Line(name, 64)}" : "";
        var start = CleanText.Paragraphs(PlainText.Subject(effect.Message), 200) + owner;
        var room = MaximumNotes - start.Length;
        var lines = new Stack<string>();
        foreach (var entry in timeline.Where(entry => entry.At <= effect.At).Reverse())
        {
            var line = $"\n{told.Reader.Moment(entry.At, hasSeconds: true)}  {CleanText.Line(told.Say(entry.Text), 400)}";
            if (line.Length > room)
            {
                break;
            }

            room -= line.Length;
            lines.Push(line);
        }

        return MarkupTag().Replace(new StringBuilder(start).AppendJoin("", lines).ToString(), "($1)");
    }

    /// <summary>What stands between these tags in a journal is shown as HTML, so no name may hold one.</summary>
    [GeneratedRegex(@"\[(/?code)\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MarkupTag();

    private static long WrittenUpTo(ServiceNowRecord record, string incidentId) =>
        record.CorrelationDisplay?.Split(' ') is [Display, var effectId] ? NumberOf(effectId, incidentId) : -1;

    /// <summary>Effects of an incident are numbered in the order in which they were decided; the number is the end of the id.</summary>
    private static long NumberOf(string effectId, string incidentId) =>
        effectId.StartsWith(incidentId + ".", StringComparison.Ordinal)
            && long.TryParse(effectId.AsSpan(incidentId.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
