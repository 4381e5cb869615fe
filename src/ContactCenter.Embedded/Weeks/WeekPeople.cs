using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.World;

namespace ContactCenter.Embedded.Weeks;

/// <summary>
/// People who decide on Tuesday what holds for a while, take it back, and open an incident by hand, all by the API. Ten seconds after an
/// act a caller's flow asks a hook. Nobody has two acts, so that each is found by its author.
/// </summary>
internal sealed class WeekPeople
{
    private const string Issuer = "https://login.example.com/week";
    private const string OpenByHand = "open an incident by hand";
    private const string Opener = "kim";
    private const string Words = "We are closed because of a fire alarm.";

    private static readonly TimeSpan Heard = TimeSpan.FromSeconds(10);

    private readonly SimulatedSystem _system;
    private readonly Queue<Step> _steps;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly List<WeekAct> _acts = [];
    private int _asked;

    public WeekPeople(ContactCenterConfiguration configuration, SimulatedSystem system)
    {
        _system = system;
        _steps = new Queue<Step>(Plan(configuration));
    }

    /// <summary>Who may call.</summary>
    public static ApiSettings Access { get; } = new() { Issuer = Issuer, Audience = ["week"] };

    /// <summary>Does what is to be done at the end of a minute.</summary>
    public async ValueTask ActAsync(DateTimeOffset at)
    {
        while (_steps.TryPeek(out var step) && _system.Start + step.At <= at)
        {
            _ = _steps.Dequeue();
            var (status, body) = await AskAsync(step.Author, "POST", step.Path(_ids), step.Body?.Invoke(at), at);
            if (body is not null)
            {
                _ids[step.What] = (string)body["id"]!;
            }

            var act = new WeekAct(step.What, step.Author, status < 400);
            _acts.Add(step.Expected is { } expected ? act with { IsHeard = await IsHeardAsync(expected, at + Heard) } : act);
            if (step.Undoes is { } undone)
            {
                var index = _acts.FindIndex(one => one.What == undone);
                _acts[index] = _acts[index] with { IsUndone = status < 400 && _acts[^1].IsHeard != false };
            }
        }
    }

    /// <summary>What came of all acts: each is looked for by its author in the audit and on the timeline.</summary>
    public async ValueTask<IReadOnlyList<WeekAct>> ActsAsync(DateTimeOffset at)
    {
        if (_acts.Count == 0)
        {
            return [];
        }

        var authors = new List<string?>();
        var (_, audit) = await AskAsync("eve", "GET", "/setting-acts", null, at);
        authors.AddRange(audit!["items"]!.AsArray().Select(static act => (string?)act!["author"]));
        if (_ids.TryGetValue(OpenByHand, out var id))
        {
            var (_, timeline) = await AskAsync("eve", "GET", $"/incidents/{id}/timeline", null, at);
            JsonNode[] told = [.. timeline!["items"]!.AsArray().OfType<JsonNode>()];
            authors.AddRange(told.Where(static one => one["facts"]?["act"] is not null)
                .Select(static one => (string?)one["facts"]!["actor"]));

            // who opened it is named by a sentence
            authors.AddRange(told.Where(static one => $"{one["text"]}".Contains(Email(Opener), StringComparison.Ordinal))
                .Take(1).Select(static _ => Email(Opener)));
        }

        return [.. _acts.Select(act => act with { HasAuthor = authors.Count(author => author == Email(act.Author)) == 1 })];
    }

    private static IEnumerable<Step> Plan(ContactCenterConfiguration configuration)
    {
        var (queue, resource) = (configuration.Queues[^1].Name, configuration.Queues[0].Name);
        var closed = new Expectation(queue, "open", "no");
        var said = new Expectation(queue, "announcement", Words);
        return
        [
            new(At(10, 0), "ada", "mute an alarm", Settings, at => Setting("mute", at, ("alarm", "sentiment"), ("resource", resource))),
            Undo(At(10, 30), "bob", "mute an alarm"),
            .. Swap(configuration),
            new(At(11, 0), "cyd", "close a queue", Settings, at => Setting("queue", at, ("queue", queue), ("isOpen", false)))
            {
                Expected = closed,
            },
            Undo(At(11, 20), "dan", "close a queue") with { Expected = closed with { IsSo = false } },
            new(At(11, 40), "eva", "announce", Settings, at => Setting("announcement", at, ("texts", new JsonObject { ["en"] = Words })))
            {
                Expected = said,
            },
            Undo(At(12, 0), "fay", "announce") with { Expected = said with { IsSo = false } },
            new(At(12, 10), "gus", "plan work", Settings, at => Setting("maintenance", at, ("resources", new JsonArray("card-status")))),
            Undo(At(12, 40), "hal", "plan work"),
            new(At(13, 0), Opener, OpenByHand, static _ => "/incidents", _ => new() { ["kind"] = "noAudio", ["queue"] = queue }),
            OnIncident(At(13, 4), "lea", "take it", "acknowledge"),
            OnIncident(At(13, 6), "max", "do a step", "steps/1"),
            OnIncident(At(13, 8), "ned", "take a step back", "steps/1", ("takeBack", true)) with { Undoes = "do a step" },
            OnIncident(At(13, 20), "oda", "end it", "resolve", ("note", "A cable.")),
            OnIncident(At(13, 25), "pia", "say what it was", "verdict", ("verdict", "noise")),
        ];
    }

    private static IEnumerable<Step> Swap(ContactCenterConfiguration configuration) => configuration.OnCall
        .Where(static schedule => schedule.Value.Participants.Count > 1).Take(1)
        .SelectMany(static schedule => new[]
        {
            new Step(At(10, 40), "sam", "swap a turn", Settings, at => Setting(
                "swap", at, ("schedule", schedule.Key), ("first", schedule.Value.Participants[0].Name),
                ("second", schedule.Value.Participants[1].Name))),
            Undo(At(10, 50), "tom", "swap a turn"),
        });

    /// <summary>On the second day.</summary>
    private static TimeSpan At(int hour, int minute) => new(1, hour, minute, 0);

    private static string Settings(IReadOnlyDictionary<string, string> ids) => "/settings";

    private static Step Undo(TimeSpan at, string author, string what) => new(
        at, author, $"undo: {what}", ids => $"/setting-acts/{ids.GetValueOrDefault(what)}/undo", _ => new() { ["reason"] = "No longer." })
    {
        Undoes = what,
    };

    private static Step OnIncident(
        TimeSpan at, string author, string what, string act, params (string Name, JsonNode? Value)[] body) => new(
        at, author, what, ids => $"/incidents/{ids.GetValueOrDefault(OpenByHand)}/{act}", _ => Of(body));

    private static JsonObject Setting(string type, DateTimeOffset at, params (string Name, JsonNode? Value)[] more) => Of(
    [
        ("type", type),
        ("reason", "A fire alarm."),
        ("until", at.AddHours(2).ToString("O")),
        .. more,
    ]);

    private static JsonObject Of(IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Select(static one => KeyValuePair.Create(one.Name, one.Value)));

    private static string Email(string author) => $"{author}@bank.example";

    private async ValueTask<(int Status, JsonNode? Body)> AskAsync(
        string author, string method, string path, JsonObject? body, DateTimeOffset at)
    {
        var caller = new HttpCaller(Issuer, "week", Email(author), "administrator");
        var answer = JsonNode.Parse((await _system.AskAsync(
            EmbeddedFunction.ServeApi, now => HttpEvent.Call(method, path, body, caller, now, $"{author}-{++_asked}"), at)).Span)!;
        var status = (int)answer["statusCode"]!;
        return (status, status < 400 ? JsonNode.Parse((string)answer["body"]!) : null);
    }

    private async ValueTask<bool> IsHeardAsync(Expectation expected, DateTimeOffset at)
    {
        var answer = await _system.AskAsync(
            EmbeddedFunction.CheckService,
            _ => HookEvent.Call($"hears-{++_asked}", KeyValuePair.Create<string, JsonNode?>("queue", expected.Queue)), at);
        using var heard = JsonDocument.Parse(answer);
        return heard.RootElement.GetProperty(expected.Attribute).ValueEquals(expected.Value) == expected.IsSo;
    }

    /// <summary>What somebody does.</summary>
    /// <param name="At">When, from the beginning of the week.</param>
    /// <param name="Author">Who.</param>
    /// <param name="What">What.</param>
    /// <param name="Path">Where, by the ids that were answered before.</param>
    /// <param name="Body">What is sent, by the time.</param>
    private sealed record Step(
        TimeSpan At,
        string Author,
        string What,
        Func<IReadOnlyDictionary<string, string>, string> Path,
        Func<DateTimeOffset, JsonObject>? Body)
    {
        /// <summary>What a caller hears after it; null: nothing.</summary>
        public Expectation? Expected { get; init; }

        /// <summary>What it takes back; null: nothing.</summary>
        public string? Undoes { get; init; }
    }

    /// <summary>What the hook <c>CheckService</c> answers a caller.</summary>
    /// <param name="Queue">The queue that the flow asks about.</param>
    /// <param name="Attribute">Name of the attribute.</param>
    /// <param name="Value">Its value.</param>
    private sealed record Expectation(string Queue, string Attribute, string Value)
    {
        /// <summary>False: it is anything but that.</summary>
        public bool IsSo { get; init; } = true;
    }
}
