using System.Text.Json;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Answers such as the hooks give, one for every way that a flow can go because of them.</summary>
internal sealed class PlayedHooks(FlowSet flows)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _open = new(StringComparer.Ordinal);

    /// <summary>What no hook of ours would answer, and a broken one might.</summary>
    public static IReadOnlyList<string> Garbage { get; } =
    [
        "", "null", "[]", "7", "{", "{}", """{"status":7}""", """{"status":{"a":"b"}}""", $$"""{"status":"{{new string('x', 40_000)}}"}""",
        """{"status":"ok","queueArn":"arn:aws:connect:eu-central-1:1:instance/x/queue/y","criteria":"yes","RoutingCriteria":"none","ordering":"priority","priority":"-7"}""",
        """{"status":"ok","criteria":"yes","RoutingCriteria":{"Steps":[]},"ordering":"time","timeAdjustmentSeconds":"NaN","callback":"perhaps","open":"$.Attributes.open"}""",
    ];

    /// <summary>Answers of a hook on a working day.</summary>
    public IEnumerable<string> Open(string hook) => _open.TryGetValue(hook, out var known) ? known : _open[hook] = [.. Answers(hook)];

    /// <summary>The same while the center is closed.</summary>
    public IEnumerable<string> Closed(string hook) => hook == "route-contact" ? [Route("time", "5", "0", open: "no")] : Open(hook);

    private IEnumerable<string> Answers(string hook) => hook switch
    {
        "check-service" =>
            [
                Json(
                    ("status", "ok"),
                    ("hasAnnouncement", "no"),
                    ("announcement", "none"),
                    ("skip", "none"),
                    ("skipApi", "no"),
                    ("skipBot", "no")),
                Broken
            ],
        "classify-contact" =>
            [
                Json(("status", "ok"), ("topic", "card_lost"), ("urgency", "high"), ("language", "en")),
                Json(("status", "ok"), ("topic", "card_lost"), ("urgency", "high"), ("language", "de"))
            ],
        "look-up-customer" => [Json(("status", "ok"), ("segment", "gold"))],
        "answer-question" =>
            [
                Json(("status", "ok"), ("answer", "Call us."), ("article1", "lost-card"), ("title1", "A lost card")),
                Json(("status", "unsure"), ("answer", "none"), ("article1", "none"))
            ],
        "continue-dialogue" => [.. ((string[])["ask", "wait", "done", "agent", "none", "default"]).Select(Dialogue)],
        "recommend" => [Json(("status", "ok"), ("text1", "Send a card."), ("reason1", "Card lost."))],
        "record-survey" => [Json(("status", "ok")), Json(("status", "bad_rating")), Json(("status", "no_rating"))],
        "record-callback" => [Json(("status", "ok"))],
        "report-fault" => [Json(("status", "recorded"), ("incident", "7Q2M9KXA-1"), ("answer", "It is recorded."))],
        "record-correction" => [Json(("status", "ok"), ("topic", "card_lost")), Json(("status", "no_text"), ("topic", "none"))],
        "track-mood" => [Json(("status", "ok"), ("sentiment", "-0.50"), ("average", "-0.50"), ("slope", "none"))],
        "route-contact" => Routes(),
        _ => throw new InvalidOperationException($"there is no hook {hook}"),
    };

    private static string Dialogue(string status) => Json(
        ("status", status), ("dialogue", "block-card"), ("reason", "begun"), ("say", "Which card?"),
        ("state", "1;block-card;field;0;0;0;0;0;1;"), ("said", "none"));

    private static string Broken { get; } = Json(
        ("status", "broken"), ("hasAnnouncement", "yes"), ("announcement", "We have difficulties."), ("skip", ",crm,"), ("skipApi", "yes"),
        ("skipBot", "yes"));

    private IEnumerable<string> Routes() =>
    [
        Route("priority", "1", "0"),
        Route("priority", "2", "0", criteria: true),
        .. new[]
        {
            "700", "600", "480", "360", "300", "240", "180", "120", "90", "60", "30", "0", "-60", "-500"
        }.Select(seconds => Route("time", "5", seconds)),
        Route("time", "5", "0", callback: "yes", minutes: "7"),
        Route("time", "5", "0", minutes: "1"),
        Route("none", "none", "none", queue: "none"),
    ];

    private string Route(
        string ordering,
        string priority,
        string seconds,
        string open = "yes",
        string callback = "no",
        string minutes = "unknown",
        bool criteria = false,
        string? queue = null)
    {
        var configuration = flows.Configuration;
        var chosen = configuration.Queues[^1];
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["status"] = "ok",
            ["decision"] = "preferred",
            ["queue"] = chosen.Name,
            ["queueArn"] = queue ?? configuration.Instance.QueueArn(chosen.Id!),
            ["priority"] = priority,
            ["timeAdjustmentSeconds"] = seconds,
            ["ordering"] = ordering,
            ["criteria"] = criteria ? "yes" : "no",
            ["open"] = open,
            ["callback"] = callback,
            ["predictedWaitMinutes"] = minutes,
            ["reasons"] = "none",
            ["RoutingCriteria"] = new { Steps = criteria ? new object[] { new { } } : [] },
        });
    }

    private static string Json(params ReadOnlySpan<(string Name, string Value)> members)
    {
        var answer = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            answer[name] = value;
        }

        return JsonSerializer.Serialize(answer);
    }
}
