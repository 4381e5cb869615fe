using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Texts;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Switchboard;

/// <summary>What customers meet, and how far repairs go, as the API reads it.</summary>
internal static class SwitchForm
{
    /// <summary>What a list says for all queues: nobody closes the whole center by leaving a field empty.</summary>
    public const string Every = "*";

    /// <summary>The name of the field of an announcement in a language.</summary>
    public static string TextIn(string language) => $"text-{language}";

    /// <summary>What was filled in; null: a time is missing or cannot be read.</summary>
    public static JsonObject? Body(Filled filled, PageReader reader)
    {
        if (filled.Text("type") == "holiday")
        {
            return Holiday(filled);
        }

        if (filled.Time("until", reader.Zone) is not { } until)
        {
            return null;
        }

        var body = new JsonObject
        {
            ["type"] = filled.Text("type"),
            ["until"] = Answers.Time(until),
            ["reason"] = filled.Text("reason") ?? "",
        };
        switch (filled.Text("type"))
        {
            case "queue":
                body["isOpen"] = filled.Text("open") == "yes";
                SetQueue(body, filled);
                break;
            case "announcement":
                body["texts"] = new JsonObject(Translation.Languages
                    .Select(language => KeyValuePair.Create(language, (JsonNode?)filled.Text(TextIn(language))))
                    .Where(static text => text.Value is not null));
                SetQueue(body, filled);
                break;
            case "fallback":
                body["queue"] = filled.Text("queue") ?? "";
                break;
            case "repairs":
                body["mode"] = filled.Text("mode") ?? "off";
                break;
        }

        return body;
    }

    private static void SetQueue(JsonObject body, Filled filled)
    {
        if (filled.Text("queue") != Every)
        {
            body["queue"] = filled.Text("queue") ?? "";
        }
    }

    /// <summary>A holiday is a whole day wherever the queues are: it is over when that day is over on the whole earth.</summary>
    private static JsonObject? Holiday(Filled filled) =>
        DateOnly.TryParseExact(filled.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 2000 and < 2200
            ? new JsonObject
            {
                ["type"] = "holiday",
                ["date"] = filled.Text("date"),
                ["until"] = Answers.Time(new DateTimeOffset(date.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero)),
                ["reason"] = filled.Text("reason") ?? "",
            }
            : null;
}
