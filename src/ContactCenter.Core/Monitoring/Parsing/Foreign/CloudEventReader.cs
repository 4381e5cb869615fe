using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing.Foreign;

/// <summary>
/// Reads a CloudEvent in JSON that tells a state, in its data or at the end of its type (<c>com.example.disk.resolved</c>); the members
/// of its data are found by the names that alarms usually have.
/// </summary>
internal static class CloudEventReader
{
    public static ForeignAlarm? Read(JsonElement root, MessageOrigin origin)
    {
        if (root.Text("specversion") is null
            || root.Text("type") is not { Length: > 0 } type
            || root.Text("source") is not { Length: > 0 } source)
        {
            return null;
        }

        var data = root.Member("data");
        string? Told(params string[] names) =>
            names.Select(name => ForeignReader.First(data?.Word(name))).FirstOrDefault(static one => one is not null);

        var (stem, end) = type.LastIndexOf('.') is > 0 and var dot ? (type[..dot], type[(dot + 1)..]) : (type, type);
        var byType = ForeignWords.State(end);
        if ((ForeignWords.State(Told("state", "status", "alertState")) ?? byType) is not { } state)
        {
            return null;
        }

        var subject = root.Text("subject");
        var what = byType is null ? type : stem;
        return ForeignReader.Alarm(
            BoundedText.Of(source, ForeignAlarm.MaximumWord),
            Told("key", "fingerprint", "dedupKey", "dedup_key", "alertId") is { } key ? $"{source}\n{key}" : $"{source}\n{what}\n{subject}",
            Told("title", "summary", "name", "message") ?? ForeignReader.First(subject) ?? what,
            state,
            Told("severity", "priority", "level"),
            origin) with
        {
            Texts =
            [
                .. new[] { Told("description", "text", "details"), subject is { Length: > 0 } ? $"Subject: {subject}." : null }
                    .OfType<string>().Select(static text => BoundedText.Of(text, ForeignAlarm.MaximumText)),
            ],
            Link = ForeignWords.Link(Told("link", "url", "href")),
            At = ForeignWords.Time(root.Member("time")) ?? origin.At,
        };
    }
}
