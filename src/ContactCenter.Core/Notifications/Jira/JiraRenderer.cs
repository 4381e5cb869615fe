using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;

namespace ContactCenter.Core.Notifications.Jira;

/// <summary>
/// Words a message as requests about an alert of Jira Service Management. The incident's id is the alias: while an alert with it is open,
/// a second creation is counted there and makes none. Its texts may be shown as HTML, so no text has a tag.
/// </summary>
public static class JiraRenderer
{
    /// <summary>Who we are there; what comes back under this name is our own.</summary>
    public const string User = "ContactCenterServerless";

    /// <summary>Characters in <c>message</c>.</summary>
    public const int MaximumMessage = 130;

    /// <summary>Characters in <c>description</c>.</summary>
    public const int MaximumDescription = 15_000;

    /// <summary>Characters in a note.</summary>
    public const int MaximumNote = 25_000;

    private const int MaximumEntity = 512;
    private const int MaximumTag = 50;
    private const int MaximumDetail = 1000;

    /// <summary>The requests to make, in order.</summary>
    /// <param name="effect">What to tell.</param>
    public static IReadOnlyList<JiraCall> Plan(NotifyEffect effect)
    {
        var message = effect.Message;
        return (message.State, message.Occasion) switch
        {
            (IncidentState.Resolved, _) => [Written("close")],
            (_, Occasion.Acknowledged) => [Written("acknowledge")],

            // an alert that was closed there is not opened once more by what only says that alarms are quiet
            (IncidentState.Mitigated, _) => [Written("notes")],
            (_, Occasion.Opened or Occasion.Unrecognised or Occasion.Reopened) => [Create(effect)],

            // what is there already keeps its texts, so what is new stands in a note
            _ => [Create(effect), Written("notes")],
        };

        JiraCall Written(string action) => new(action, effect.IncidentId, new JsonObject
        {
            ["user"] = User,
            ["source"] = User,
            ["note"] = Text(PlainText.Body(message), MaximumNote),
        });
    }

    private static JiraCall Create(NotifyEffect effect)
    {
        var message = effect.Message;
        var (word, told) = ExerciseText.Lead(message);
        var begin = $"{word}[{message.Severity}] ";
        return new JiraCall(null, effect.IncidentId, new JsonObject
        {
            ["message"] = begin + Untagged(Headline.Line(told, MaximumMessage - begin.Length)),
            ["alias"] = effect.IncidentId,
            ["description"] = Text(PlainText.Body(message), MaximumDescription),
            ["priority"] = message.Severity.ToString(),
            ["entity"] = Untagged(CleanText.Line(message.Resource ?? message.Subject, MaximumEntity)),
            ["tags"] = new JsonArray([.. Tags(message)]),
            ["details"] = Details(message),
            ["source"] = User,
            ["user"] = User,
        });
    }

    /// <summary>A tag is one word: a blank would make two of it.</summary>
    private static IEnumerable<JsonNode> Tags(IncidentMessage message) =>
        new[] { "contact-center", message.Group, message.Owner }.OfType<string>()
            .Select(static tag => (JsonNode)Untagged(CleanText.Line(tag.Replace(' ', '-'), MaximumTag)));

    /// <summary>What rules there route by: names that stay the same in every language.</summary>
    private static JsonObject Details(IncidentMessage message)
    {
        (string Name, string? Value)[] told =
        [
            ("incident", message.IncidentId),
            ("severity", $"{message.Severity}"),
            ("group", message.Group),
            ("resource", message.Resource),
            ("owner", message.Owner),
            ("scope", message.Scope),
            ("runbook", WebAddress.Https(message.RunbookUrl)?.AbsoluteUri),
        ];
        var details = new JsonObject();
        foreach (var (name, value) in told.Where(static one => !string.IsNullOrWhiteSpace(one.Value)))
        {
            details[name] = Untagged(CleanText.Line(value, MaximumDetail));
        }

        return details;
    }

    private static string Text(string text, int maximumLength) => Untagged(CleanText.Paragraphs(text, maximumLength));

    /// <summary>With signs that look the same and begin no tag, each as long as what it stands for.</summary>
    private static string Untagged(string text) => text.Replace('<', '‹').Replace('>', '›');
}
