using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Status;

/// <summary>Every file of the page: a document and a feed for each language, data for programs, stylesheet, script and icon.</summary>
public static class StatusFiles
{
    /// <summary>Entries of a feed.</summary>
    private const int MaximumEntries = 30;

    /// <summary>The files.</summary>
    /// <param name="record">What is told.</param>
    /// <param name="page">What the page tells of.</param>
    /// <param name="zone">The clock of times until the script puts them into the reader's.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<StatusFile> Of(StatusRecord record, StatusPageSettings page, TimeZoneInfo zone, DateTimeOffset now) =>
    [
        Packaged("status.css", "text/css; charset=utf-8"),
        Packaged("status.js", "text/javascript; charset=utf-8"),
        Packaged("status.svg", "image/svg+xml"),
        new("status.json", "application/json", Data(record, page, now)),
        .. page.Languages.Select(language => new StatusFile($"{language}.xml", "application/atom+xml", Feed(record, page, language, now))),
        .. page.Languages.Select(language => new StatusFile(
            StatusHtml.FileOf(language, page), "text/html; charset=utf-8", StatusHtml.Of(record, page, language, zone, now))),
    ];

    private static StatusFile Packaged(string name, string mediaType)
    {
        using var stream = typeof(StatusFiles).Assembly.GetManifestResourceStream($"status/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new StatusFile(name, mediaType, reader.ReadToEnd());
    }

    private static string Data(StatusRecord record, StatusPageSettings page, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            json.WriteString("writtenAt", Utc(now));
            json.WriteStartArray("components");
            foreach (var component in page.Components)
            {
                json.WriteStartObject();
                json.WriteString("id", component.Id);
                json.WriteString("name", StatusText.Of(component.Name, page.Languages[0]));
                json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName($"{record.StateOf(component.Id)}"));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("open");
            foreach (var notice in record.Notices.Where(static notice => notice.IsOpen))
            {
                json.WriteStartObject();
                json.WriteNumber("number", notice.Number);
                json.WriteString("phase", JsonNamingPolicy.CamelCase.ConvertName($"{notice.Phase}"));
                json.WriteString("since", Utc(notice.Since));
                if (notice.NextUpdateAt is { } next)
                {
                    json.WriteString("nextUpdateAt", Utc(next));
                }

                json.WriteString("words", StatusText.Of(notice.Updates[^1].Words, page.Languages[0]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Feed(StatusRecord record, StatusPageSettings page, string language, DateTimeOffset now)
    {
        var words = Translation.Into(language);
        var title = StatusText.Encode(StatusText.Of(page.Title, language));
        var feed = new StringBuilder($"""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>urn:contactcenter:status</id>
            <title>{title}</title>
            <updated>{Utc(now)}</updated>
            <author><name>{title}</name></author>

            """);
        var entries = record.Notices
            .SelectMany(static notice => notice.Updates.Select((update, place) => (Notice: notice, Update: update, Place: place)))
            .OrderByDescending(static entry => entry.Update.At)
            .Take(MaximumEntries);
        foreach (var (notice, update, place) in entries)
        {
            feed.Append(CultureInfo.InvariantCulture, $"""
                <entry>
                <id>urn:contactcenter:status:{notice.Number}:{place + 1}</id>
                <title>{StatusText.Encode(words.Whole(StatusHtml.PhaseName(update.Phase)))}</title>
                <updated>{Utc(update.At)}</updated>
                <link href="{StatusHtml.FileOf(language, page)}#n{notice.Number}"/>
                <content type="text">{StatusText.Encode(StatusText.Of(update.Words, language))}</content>
                </entry>

                """);
        }

        return feed.Append("</feed>\n").ToString();
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
