using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// People decide by the API what will hold two days later, so that nothing of the other stories is touched: a mute that is changed, a queue
/// that is closed, opened again and closed after all, and an announcement.
/// </summary>
internal static class SettingsStory
{
    /// <summary>When everything holds, in minutes after noon.</summary>
    public const double Holding = (2 * 24 * 60) + 30;

    private const string Issuer = "https://login.example.com/story";

    public static async Task RunAsync(World world)
    {
        _ = world.At(World.EndOfRecording);
        var mute = await DecideAsync(world, "POST", "/settings", Setting("mute", ("alarm", "queue-size"), ("resource", "Billing")));
        _ = await DecideAsync(
            world, "PUT", $"/settings/{mute["after"]!["id"]}",
            Setting("mute", ("alarm", "queue-size"), ("resource", "Billing"), ("until", Time(Holding + 60))));
        var closed = await DecideAsync(world, "POST", "/settings", Setting("queue", ("queue", "Billing"), ("isOpen", false)));
        _ = world.At(World.EndOfRecording + 1);
        var ended = await DecideAsync(world, "POST", $"/settings/{closed["after"]!["id"]}/end", Because());
        _ = world.At(World.EndOfRecording + 2);
        _ = await DecideAsync(world, "POST", $"/setting-acts/{ended["id"]}/undo", Because());
        _ = await DecideAsync(
            world, "POST", "/settings",
            Setting("announcement", ("texts", new JsonObject { ["en"] = "We move house.", ["de"] = "Wir ziehen um." })));
    }

    /// <summary>A reason, as acts want one.</summary>
    public static JsonObject Because() => new() { ["reason"] = "We move house." };

    /// <summary>Somebody calls the API; gives what it answers.</summary>
    public static async Task<JsonNode> DecideAsync(World world, string method, string path, JsonObject? body)
    {
        var address = $"/api/v1{path}";
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = "story",
            ["sub"] = "ada",
            ["exp"] = world.Functions.Clock.Now.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["email"] = "ada@example.com",
            ["email_verified"] = "true",
            ["cognito:groups"] = "[administrator]",
        };
        var request = new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = address,
            ["headers"] = new JsonObject { ["content-type"] = "application/json" },
            ["requestContext"] = new JsonObject
            {
                ["http"] = new JsonObject { ["method"] = method, ["path"] = address },
                ["authorizer"] = new JsonObject { ["jwt"] = new JsonObject { ["claims"] = claims } },
            },
            ["body"] = body?.ToJsonString(),
            ["isBase64Encoded"] = false,
        };
        _ = world.Functions.With("API_ISSUER", Issuer).With("API_AUDIENCE", "story");
        var answer = JsonNode.Parse(await world.Functions.InvokeAsync("ServeApi", request.ToJsonString()))!;
        Assert.True((int)answer["statusCode"]! < 300, (string?)answer["body"]);
        return JsonNode.Parse((string)answer["body"]!)!;
    }

    private static JsonObject Setting(string type, params (string Name, JsonNode? Value)[] more)
    {
        var setting = new JsonObject
        {
            ["type"] = type,
            ["reason"] = "We move house.",
            ["from"] = Time(Holding - 30),
            ["until"] = Time(Holding + 30),
        };
        foreach (var (name, value) in more)
        {
            setting[name] = value;
        }

        return setting;
    }

    private static string Time(double minutes) => World.Noon.AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture);
}
