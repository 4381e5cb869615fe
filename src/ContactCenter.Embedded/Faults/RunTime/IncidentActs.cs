using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Calls;
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
    private const int MaximumActs = 12;

    private static readonly string[] Names =
        ["acknowledge", "snooze", "hand-over", "escalate", "resolve", "notes", "verdict", "roles/scribe", "steps/1", "merge"];

    private readonly Dictionary<string, (string IncidentId, string Name)> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private int _authors;

    /// <summary>Acts that were answered.</summary>
    public int Done => _done.Count;

    /// <summary>What is done because a message arrived: by one person, or by two or three at once.</summary>
    public IEnumerable<(DateTimeOffset At, Func<EmbeddedSystem, Task> Act)> After(SentMessage message)
    {
        if (message.IsLie || _authors >= MaximumActs || !random.Chance(0.2))
        {
            yield break;
        }

        var at = message.At + TimeSpan.FromMinutes(0.2 + (20 * random.Next()));
        for (var people = 1 + (int)(random.Next() * 3); people > 0; people--)
        {
            var person = $"{Rota.People[(int)(random.Next() * Rota.People.Count)]}-{++_authors}@bank.example";
            var (name, id) = (Names[(int)(random.Next() * Names.Length)], message.Effect.IncidentId);
            JsonObject? body = null;
            yield return (
                at + TimeSpan.FromSeconds(2 * random.Next()), system => ActAsync(system, person, id, name, body ??= Body(name, id)));
        }
    }

    /// <summary>Every act that was answered is told once with its author, and what was refused is not.</summary>
    public async ValueTask<IReadOnlyList<string>> ViolationsAsync()
    {
        var violations = new List<string>();
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
                violations.Add($"{name} of {person} stands {times} times on the timeline of {id}");
            }
        }

        violations.AddRange(_refused.Where(told.ContainsKey).Select(static person => $"{person} was refused and acted all the same"));
        return violations;
    }

    private async Task ActAsync(EmbeddedSystem system, string person, string id, string name, JsonObject body)
    {
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
        "merge" => new() { ["into"] = Other(id) },
        _ => [],
    };

    /// <summary>Another incident that is not over, the worst of them; where there is none, the same.</summary>
    private string Other(string id) => store.All.Where(one => one.IsActive && one.Id != id)
        .OrderBy(static one => one.Severity).ThenBy(static one => one.Id, StringComparer.Ordinal).FirstOrDefault()?.Id ?? id;
}
