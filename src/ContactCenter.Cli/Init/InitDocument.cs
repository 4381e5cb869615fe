using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Init;

/// <summary>The first configuration of a contact center: what was answered, and nothing of anybody else's.</summary>
internal static class InitDocument
{
    private const string OnCall = "on-call";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file as UTF-8.</summary>
    /// <param name="answers">What was answered.</param>
    /// <param name="schema">Path of the schema beside the file, or null.</param>
    public static byte[] Of(InitAnswers answers, string? schema) =>
        Encoding.UTF8.GetBytes($"{Say.InitHeader}{Root(answers, schema).ToJsonString(Readable)}\n".ReplaceLineEndings("\n"));

    private static JsonObject Root(InitAnswers answers, string? schema)
    {
        var root = new JsonObject();
        if (schema is not null)
        {
            root["$schema"] = schema;
        }

        root["version"] = ConfigurationReader.NewestVersion.ToString();
        root["environment"] = answers.Environment;
        root["instance"] = new JsonObject { ["arn"] = answers.InstanceArn, ["alias"] = answers.Alias };
        root["timeZone"] = answers.TimeZone;
        if (answers.Hours.Length > 0)
        {
            root["businessHours"] = new JsonArray(Hours(answers.Hours));
        }

        var queues = answers.Queues.Select(Queue).ToArray();
        root["queues"] = new JsonArray(queues);
        var routing = new JsonObject();
        if (queues.Length > 0)
        {
            routing["defaultQueue"] = queues[0]["name"]!.GetValue<string>();
        }

        if (answers.Languages.Count > 0)
        {
            routing["languages"] = Texts(answers.Languages);
        }

        if (routing.Count > 0)
        {
            root["routing"] = routing;
        }

        root["tables"] = new JsonArray([.. answers.Tables.Select(static name => (JsonNode)new JsonObject { ["name"] = name })]);

        root["selfService"] = new JsonObject { ["articles"] = null };

        // Contact Lens costs money and takes consent: it is off until somebody says otherwise
        root["sentiment"] = new JsonObject { ["contactLens"] = false };
        root["audiences"] = new JsonObject
        {
            [OnCall] = new JsonArray(
            [
                .. answers.Phones.Select(static phone => Endpoint("sms", phone)),
                .. answers.Emails.Select(static address => Endpoint("email", address)),
            ]),
        };
        root["escalation"] = new JsonObject
        {
            ["P1"] = Policy("15m", 8),
            ["P2"] = Policy("30m", 4),
            ["P3"] = Policy(null, 0),
            ["P4"] = Policy(null, 0),
        };
        return root;
    }

    private static JsonObject Hours(string text)
    {
        var (from, to) = Halves(text, '-');
        return new JsonObject
        {
            ["days"] = Texts(["monday", "tuesday", "wednesday", "thursday", "friday"]),
            ["from"] = from,
            ["to"] = to ?? "",
        };
    }

    /// <summary>A name may have an = itself, and an id has none.</summary>
    private static JsonObject Queue(string text)
    {
        var (name, id) = text.LastIndexOf('=') is > 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text.Trim(), null);
        var queue = new JsonObject { ["name"] = name };
        if (id is not null)
        {
            queue["id"] = id;
        }

        return queue;
    }

    private static JsonObject Endpoint(string channel, string to) => new JsonObject { ["channel"] = channel, ["to"] = to };

    private static JsonObject Policy(string? repeatEvery, int times)
    {
        var policy = new JsonObject
        {
            ["steps"] = new JsonArray(new JsonObject { ["after"] = "0m", ["audience"] = OnCall }),
        };
        if (repeatEvery is not null)
        {
            policy["repeatEvery"] = repeatEvery;
            policy["repeatTimes"] = times;
        }

        return policy;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)JsonValue.Create(text))]);

    private static (string First, string? Second) Halves(string text, char between) =>
        text.Split(between, 2) is [var first, var second] ? (first.Trim(), second.Trim()) : (text.Trim(), null);
}
