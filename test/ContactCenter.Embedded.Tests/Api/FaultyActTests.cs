using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Embedded.Faults;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>
/// People act at the same time while processes die and commits lose races. Who gets no answer sends the same request again. Nothing is
/// lost, nothing counts twice, and every act has its author.
/// </summary>
public sealed class FaultyActTests
{
    private static readonly string[] People = ["ada", "bob", "cyd", "dan", "eve"];

    [Fact]
    public async Task Whatever_goes_wrong_every_act_counts_once_and_has_its_author()
    {
        for (var seed = 1L; seed <= 40; seed++)
        {
            var wrong = await RunAsync(seed, Sabotage.None);
            Assert.True(wrong.Count == 0, $"seed {seed}: {string.Join("; ", wrong)}");
        }
    }

    [Fact]
    public async Task A_store_that_ignores_who_was_faster_is_noticed()
    {
        var noticed = 0;
        for (var seed = 1L; seed <= 20; seed++)
        {
            noticed += (await RunAsync(seed, Sabotage.NoVersionCondition)).Count > 0 ? 1 : 0;
        }

        Assert.True(noticed > 0);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(long seed, Sabotage sabotage)
    {
        var random = new SeededRandom(seed, "acts");
        var (memory, waiting) = (new InMemoryIncidentStore(), new Queue<Func<Task>>());
        using var system = new ApiSystem(
            static settings => settings with { RequestsPerMinute = 6000 },
            (services, clock) =>
            {
                var rates = FaultRates.Draw(random) with { Crash = 0.1, Conflict = 0.5 };
                var dice = new FaultDice(new SeededRandom(seed, "dice"), rates, clock) { IsOn = false };
                services.AddSingleton(dice);
                services.AddSingleton<IIncidentStore>(new FaultyStore(memory, dice, sabotage) { Overtake = () => NextAsync(waiting) });
                services.AddSingleton<INotebook>(new FaultyNotebook(new InMemoryNotebook(clock), dice, sabotage));
            });
        var id = await system.OpenAsync();
        var faults = system.System.Services.GetRequiredService<FaultDice>();
        faults.IsOn = true;
        var acts = People.SelectMany((who, number) => Acts(who, number + 1)).ToArray();
        foreach (var act in acts.OrderBy(_ => random.Next()))
        {
            waiting.Enqueue(() => SendAsync(system, id, act));
        }

        while (waiting.TryDequeue(out var next))
        {
            await next();
        }

        faults.IsOn = false;
        var correlation = await memory.FindAsync(id, TestContext.Current.CancellationToken);
        var timeline = await memory.TimelineAsync(id, TestContext.Current.CancellationToken);
        return [.. Wrong(correlation!.Incident!, timeline, acts)];
    }

    private static async ValueTask NextAsync(Queue<Func<Task>> waiting)
    {
        if (waiting.TryDequeue(out var next))
        {
            await next();
        }
    }

    /// <summary>What one person does: two notes, and a step of the runbook.</summary>
    private static IEnumerable<Act> Acts(string who, int number) =>
    [
        new(who, "notes", new JsonObject { ["note"] = $"first of {who}" }, $"{who}@example.com noted: first of {who}"),
        new(who, "notes", new JsonObject { ["note"] = $"second of {who}" }, $"{who}@example.com noted: second of {who}"),
        new(who, $"steps/{number}", [], $"{who}@example.com did step {number} of the runbook."),
    ];

    /// <summary>Sends a request until it is answered, with the same key.</summary>
    private static async Task SendAsync(ApiSystem system, string id, Act act)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                var reply = await system.SendAsync(
                    ApiSystem.Request("POST", $"/incidents/{id}/{act.Name}", act.Body.DeepClone(), system.Claims(act.Who)),
                    ("idempotency-key", $"{act.Told.GetHashCode(StringComparison.Ordinal)}"));
                if (reply.Status == 200)
                {
                    return;
                }

                Assert.Contains(reply.Problem, new[] { "in-progress", "unavailable" });
            }
            catch (SimulatedCrashException)
            {
                // the person sees an error and tries again
            }

            system.Clock.Now += TimeSpan.FromSeconds(31);
        }

        Assert.Fail($"{act.Told} was never answered");
    }

    private static IEnumerable<string> Wrong(Incident incident, IReadOnlyList<TimelineEvent> timeline, IReadOnlyList<Act> acts)
    {
        foreach (var act in acts)
        {
            var told = timeline.Count(happened => happened.Text == act.Told);
            if (told != 1)
            {
                yield return $"\"{act.Told}\" stands there {told} times";
            }
        }

        var ticked = incident.Steps.IsDefault ? 0 : incident.Steps.Length;
        if (ticked != People.Length)
        {
            yield return $"{ticked} steps are ticked";
        }

        if (!timeline.Select(static happened => happened.Number).Order().SequenceEqual(Enumerable.Range(1, timeline.Count)))
        {
            yield return "the numbers of events have gaps or stand twice";
        }
    }

    private sealed record Act(string Who, string Name, JsonObject Body, string Told);
}
