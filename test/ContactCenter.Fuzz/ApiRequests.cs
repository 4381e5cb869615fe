using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Fuzz;

/// <summary>
/// Requests to the HTTP API as the gateway hands them on, of people who may do everything. An input has method, path, query, headers and
/// body; whatever is none of that is a body.
/// </summary>
internal static class ApiRequests
{
    private const string Issuer = "https://login.example.com/tenant";
    private const string Audience = "console";

    /// <summary>A configuration with an API.</summary>
    public static ContactCenterConfiguration Open(ContactCenterConfiguration configuration) =>
        configuration with { Api = new ApiSettings { Issuer = Issuer, Audience = [Audience] } };

    /// <summary>A valid request of each kind.</summary>
    public static IReadOnlyList<byte[]> Of(ContactCenterConfiguration configuration)
    {
        var instance = configuration.Instance;
        var (queue, other) = (configuration.Queues[0].Name, configuration.Queues[1].Name);
        var place = $"{instance.AccountId}/{instance.Region}";
        var (one, two) = (
            $"/incidents/{new CorrelationKey(CorrelationKey.ReportedGroup, queue, place).Code}-1",
            $"/incidents/{new CorrelationKey(CorrelationKey.ReportedGroup, other, place).Code}-1");
        string[] settings =
        [
            """{"type":"takeover","schedule":"rota","participant":"ben","reason":"ill","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"swap","schedule":"rota","first":"ann","second":"ben","reason":"ill","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"maintenance","groups":["queue"],"resources":["Billing"],"reason":"move","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"mute","alarm":"queue-wait-time","resource":"Billing","reason":"known","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"queue","queue":"Billing","isOpen":false,"reason":"drill","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"announcement","texts":{"de":"Wir haben eine Störung."},"reason":"drill","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"holiday","date":"2026-05-05","reason":"snow","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"fallback","queue":"Billing","reason":"drill","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"threshold","alarm":"queue-wait-time","resource":"Billing","threshold":240,"reason":"season"}""",
            """{"type":"repairs","mode":"off","reason":"harm","until":"2026-12-01T18:00:00Z"}""",
            """{"type":"freeze","reason":"campaign","until":"2026-12-01T18:00:00Z","from":"2026-11-30T18:00:00Z"}""",
        ];
        var own = Encoding.UTF8.GetString(FuzzSamples.Scenarios[0]);
        return
        [
            Get("/me"), Get("/queues"), Get("/thresholds"), Get("/exercise-scenarios"), Get("/exercise-record"), Get("/reach"),
            Get("/incidents", """{"limit":"2","severity":"P1,P2","state":"open","owner":"operations","language":"de"}"""),
            Get(one), Get($"{one}/timeline", """{"limit":"3"}"""), Get("/hand-over/rota", """{"timeZone":"Europe/Berlin"}"""),
            Get("/settings", """{"kind":"mutes","holds":"true"}"""), Get("/settings/mutes-1"), Get("/setting-acts", """{"kind":"mutes"}"""),
            Get("/on-call", """{"at":"2026-11-30T18:00:00Z","days":"3"}"""),
            Get("/history/incidents", """{"from":"2026-09","to":"2026-11","resource":"Billing","text":"crm","after":"MjAyNi0xMQo"}"""),
            Get($"/history{one}"), Get("/history/alarms/2026-11-29", """{"after":"YQ"}"""),
            Get("/history/changes", """{"from":"2026-11-29T00:00:00Z","to":"2026-11-30T00:00:00Z","after":"MQph"}"""),
            Get("/history/queues/Billing", """{"from":"2026-11-01","to":"2026-11-30"}"""), Get("/history/profiles/Generalists"),
            Get("/history/bands/Billing", """{"from":"2026-11-01","to":"2026-11-30"}"""),
            Get("/history/leases", """{"month":"2026-11","after":"MQphCmI"}"""), Get("/exercises", """{"after":"YQ"}"""),
            Get("/trends", """{"weeks":"12","language":"de"}"""),
            Get("/forecast", """{"queue":"Billing","channel":"chat","horizon":"7d","language":"de"}"""),
            Post("/incidents", $$"""{"kind":"noAudio","queue":"{{queue}}","text":"since noon","severity":"P2"}"""),
            Post("/incidents", $$"""{"title":"no tone","queue":"{{other}}"}"""),
            Post($"{one}/acknowledge", """{"note":"on it"}"""), Post($"{one}/escalate", "{}"), Post($"{one}/approve", "{}"),
            Post($"{one}/snooze", """{"until":"2026-12-01T18:00:00Z"}"""),
            Post($"{one}/hand-over", """{"audience":"on-call"}"""), Post($"{one}/resolve", """{"note":"over","verdict":"real"}"""),
            Post($"{one}/notes", """{"note":"looking","stakeholders":true}"""), Post($"{one}/verdict", """{"verdict":"noise"}"""),
            Post($"{one}/roles/commander", """{"person":"ann"}"""), Post($"{one}/steps/2", """{"takeBack":false}"""),
            Post($"{one}/roll-back", """{"repair":"heal-capacity customers"}"""),
            Post($"{one}/merge", $$"""{"into":"{{two.Split('/')[^1]}}"}"""),
            Post($"{one}/mute", """{"until":"2026-12-01T18:00:00Z","reason":"known","alarms":["ann"]}"""),
            .. settings.Select(static setting => Post("/settings", setting)),
            .. settings.Select(static setting => Post("/settings/preview", setting)),
            Post("/settings/mutes-1", settings[3], "PUT"), Post("/settings/mutes-1/preview", settings[3]),
            Post("/settings/mutes-1/end", """{"reason":"it is real"}"""),
            Post("/setting-acts/001796040000000-mutes-1/undo", """{"reason":"wrong"}"""),
            Post("/exercises", """{"scenario":"table-throttled","night":true}"""), Post("/exercises/preview", $$"""{"own":{{own}}}"""),
            Post("/exercises/20261130-090312/stop", "{}"), Post("/reach", """{"audience":"on-call","everyone":true}"""),
        ];
    }

    /// <summary>An input as the gateway hands it on.</summary>
    /// <param name="input">The input.</param>
    /// <param name="number">Tells callers apart: what one may ask within a minute is bounded.</param>
    public static byte[] Event(byte[] input, int number)
    {
        var (method, path, body) = ("POST", "/settings", input);
        var (query, headers) = (new JsonObject(), new JsonObject { ["content-type"] = "application/json" });
        if (Read(input) is { } asked)
        {
            method = Text(asked, "method") ?? "GET";
            path = Text(asked, "path") ?? "/incidents";
            Copy(asked, "query", query);
            Copy(asked, "headers", headers);
            body = asked.TryGetProperty("body", out var said) ? JsonMarshal.GetRawUtf8Value(said).ToArray() : [];
        }

        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = $"/api/v1{path}",
            ["headers"] = headers,
            ["queryStringParameters"] = query,
            ["requestContext"] = new JsonObject
            {
                ["http"] = new JsonObject { ["method"] = method, ["path"] = path },
                ["authorizer"] = new JsonObject
                {
                    ["jwt"] = new JsonObject
                    {
                        ["claims"] = new JsonObject
                        {
                            ["iss"] = Issuer,
                            ["aud"] = Audience,
                            ["sub"] = number.ToString(CultureInfo.InvariantCulture),
                            ["exp"] = "4102444800",
                            ["email"] = $"person{number}@example.com",
                            ["email_verified"] = "true",
                            ["cognito:groups"] = "[administrator]",
                        },
                    },
                },
            },
            ["body"] = Convert.ToBase64String(body),
            ["isBase64Encoded"] = true,
        }.ToJsonString());
    }

    /// <summary>A request that would play a scenario of one's own, as <c>gameday</c> sends a file.</summary>
    public static byte[] Preview(byte[] scenario) =>
    [
        .. """{"method":"POST","path":"/exercises/preview","body":{"own":"""u8, .. scenario, .. "}}"u8,
    ];

    private static byte[] Get(string path, string query = "{}") =>
        Encoding.UTF8.GetBytes($$"""{"method":"GET","path":"{{path}}","query":{{query}}}""");

    private static byte[] Post(string path, string body, string method = "POST") =>
        Encoding.UTF8.GetBytes($$"""{"method":"{{method}}","path":"{{path}}","headers":{"if-match":"*"},"body":{{body}}}""");

    private static JsonElement? Read(byte[] input)
    {
        try
        {
            using var document = JsonDocument.Parse(input);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("path", out _)
                ? document.RootElement.Clone()
                : null;
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member that is text; half a letter is none, because HTTP could not carry it.</summary>
    private static string? Text(JsonElement of, string name)
    {
        try
        {
            return of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Copy(JsonElement asked, string name, JsonObject into)
    {
        if (!asked.TryGetProperty(name, out var members) || members.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in members.EnumerateObject())
        {
            try
            {
                if (member.Value.ValueKind == JsonValueKind.String)
                {
                    into[member.Name] = member.Value.GetString();
                }
            }
            catch (InvalidOperationException)
            {
                // half a letter, in the name or the value
            }
        }
    }
}
