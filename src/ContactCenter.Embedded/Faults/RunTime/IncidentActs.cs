using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Texts;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// People who act on incidents by the API, several of them at the same time on the same one. Who gets no answer sends the same request
/// again; every act has an author of its own, by whom it is looked for afterwards.
/// </summary>
internal sealed class IncidentActs(
    SeededRandom random, ContactCenterConfiguration configuration, InMemoryIncidentStore store, VirtualClock clock)
{
    /// <summary>A person agrees to a repair.</summary>
    public const string Approve = "approve";

    /// <summary>A person wants back what a repair has changed.</summary>
    public const string RollBack = "roll-back";

    private const string Mute = "mute";
    private const int MaximumActs = 12;

    private static readonly string[] Names =
    [
        "acknowledge", "snooze", "hand-over", "escalate", "resolve", "notes", "verdict", "roles/scribe", "steps/1", "merge",
        Mute, Approve, RollBack,
    ];

    private readonly Dictionary<string, (string IncidentId, string Name)> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private int _authors;

    /// <summary>Acts that were answered.</summary>
    public int Done => _done.Count;

    /// <summary>The same, by person the act.</summary>
    public IReadOnlyDictionary<string, string> DoneBy => _done.ToDictionary(static one => one.Key, static one => one.Value.Name);

    /// <summary>Nothing is muted for longer, so that everything comes to its end.</summary>
    public required DateTimeOffset Latest { get; init; }

    /// <summary>Whether the store of settings does not answer.</summary>
    public required Func<DateTimeOffset, bool> IsOut { get; init; }

    /// <summary>What is done because a message arrived: by one person, or by two or three at once.</summary>
    public IEnumerable<(DateTimeOffset At, Func<EmbeddedSystem, Task> Act)> After(SentMessage message)
    {
        var isAsked = message.Effect.Message.Occasion == Occasion.ApprovalNeeded;
        if (message.IsLie || _authors >= MaximumActs || !random.Chance(isAsked ? 0.7 : 0.2))
        {
            yield break;
        }

        var at = message.At + TimeSpan.FromMinutes(0.2 + (20 * random.Next()));
        for (var people = 1 + (int)(random.Next() * 3); people > 0; people--)
        {
            var person = $"{Rota.People[(int)(random.Next() * Rota.People.Count)]}-{++_authors}@bank.example";
            var (name, id) = (Choose(message.Effect.IncidentId), message.Effect.IncidentId);
            JsonObject? body = null;
            yield return (
                at + TimeSpan.FromSeconds(2 * random.Next()), system => ActAsync(system, person, id, name, body ??= Body(name, id)));
        }
    }

    /// <summary>
    /// Every act that was answered is told once with its author, and what was refused is not. A mute that an incident tells of is there,
    /// and one that was refused is undone.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>> ViolationsAsync(ISettingsStore settings)
    {
        var violations = new List<string>();
        var audit = await settings.ActsAsync(null, int.MaxValue, CancellationToken.None);
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var incident in store.All)
        {
            foreach (var facts in (await store.TimelineAsync(incident.Id, CancellationToken.None)).Select(static one => one.Facts))
            {
                if (facts is { Actor: { } actor, Act: not null and not PersonAction.TakeIn })
                {
                    told[actor] = told.GetValueOrDefault(actor) + 1;
                }
            }
        }

        foreach (var (person, (id, name)) in _done)
        {
            var times = told.GetValueOrDefault(person);

            // a step that somebody else has done already is not done again
            if (times > 1 || (times == 0 && !name.StartsWith("steps/", StringComparison.Ordinal)))
            {
                violations.Add(Promises.ActOnTimeline(name, person, $"{times}", id));
            }
        }

        foreach (var person in _done.Where(static one => one.Value.Name == Mute).Select(static one => one.Key))
        {
            if (Count(audit, person, SettingVerb.Made) == 0 || Count(audit, person, SettingVerb.Undone) > 0)
            {
                violations.Add(Promises.MuteNotInAudit(person));
            }
        }

        violations.AddRange(_refused
            .Where(person => Count(audit, person, SettingVerb.Made) != Count(audit, person, SettingVerb.Undone))
            .Select(Promises.RefusedAndMuted));
        violations.AddRange(_refused.Where(told.ContainsKey).Select(Promises.RefusedAndActed));
        return violations;
    }

    private static int Count(IReadOnlyList<SettingAct> audit, string person, SettingVerb verb) =>
        audit.Count(act => act.Author == person && act.Verb == verb);

    /// <summary>Mostly anything; what a repair waits for, or what it holds, rather that.</summary>
    private string Choose(string id)
    {
        var incident = store.Find(id)?.Incident;
        return incident?.PendingApproval is not null && random.Chance(0.6) ? Approve
            : incident is { Repairs.IsDefaultOrEmpty: false } && random.Chance(0.4) ? RollBack
            : Names[(int)(random.Next() * Names.Length)];
    }

    private async Task ActAsync(EmbeddedSystem system, string person, string id, string name, JsonObject body)
    {
        if (name == Mute && IsOut(clock.Now))
        {
            // nobody tries as often as a machine
            throw new SimulatedCrashException("and a person waits until settings answer");
        }

        var request = HttpEvent.Call(
            "POST", $"/incidents/{id}/{name}", body, new HttpCaller(Rota.Issuer, Rota.Schedule, person, "responder"), clock.Now, key: person);
        if (await IsDoneAsync(system, request))
        {
            _done[person] = (id, name);
        }
        else
        {
            _refused.Add(person);
        }
    }

    /// <summary>Whether the API has done what was asked for; false: it has refused that.</summary>
    /// <exception cref="SimulatedCrashException">It asks to try again.</exception>
    public static async Task<bool> IsDoneAsync(EmbeddedSystem system, ReadOnlyMemory<byte> request)
    {
        using var answer = JsonDocument.Parse(await system.InvokeAsync(EmbeddedFunction.ServeApi, request));
        var status = answer.RootElement.GetProperty("statusCode").GetInt32();
        var text = answer.RootElement.GetProperty("body").GetString() ?? "";
        return status < 500 && !text.Contains("problem:in-progress", StringComparison.Ordinal)
            ? status < 400
            : throw new SimulatedCrashException("and the API asks to try again");
    }

    private JsonObject Body(string name, string id) => name switch
    {
        "snooze" => new() { ["until"] = clock.Now.AddMinutes(10 + (30 * random.Next())).ToString("O") },
        "hand-over" => new() { ["audience"] = random.Chance(0.5) ? Rota.Schedule : configuration.Audiences.Keys.First() },
        "notes" => new() { ["note"] = "Seen." },
        "verdict" => new() { ["verdict"] = "noise" },
        Mute => new() { ["until"] = MutedUntil().ToString("O"), ["reason"] = "Known under faults." },
        "merge" => new() { ["into"] = Other(id) },
        _ => [],
    };

    private DateTimeOffset MutedUntil()
    {
        var until = clock.Now.AddMinutes(2 + (40 * random.Next()));
        return until < Latest ? until : Latest;
    }

    /// <summary>Another incident that is not over, the worst of them; where there is none, the same.</summary>
    private string Other(string id) => store.All.Where(one => one.IsActive && one.Id != id)
        .OrderBy(static one => one.Severity).ThenBy(static one => one.Id, StringComparer.Ordinal).FirstOrDefault()?.Id ?? id;
}
