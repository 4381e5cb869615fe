using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;
using ContactCenter.Simulation.Stores;
using ContactCenter.Simulation.Stores.NextTopics;
using ContactCenter.Simulation.Stores.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Contacts.Promises;

/// <summary>
/// How contacts ended, through the deployed functions: the flow routes, events tell the end, and a week later it is counted by topic,
/// queue and level.
/// </summary>
public sealed class LearnedRoutesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Noon);
    private readonly StringWriter _log = new();
    private readonly InMemoryContactOutcomes _outcomes = new();
    private readonly InMemoryTopicHistories _topics = new();
    private readonly InMemorySettings _settings = new();
    private readonly List<EmbeddedSystem> _systems = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contact_is_counted_with_its_route_once_it_is_known_whether_the_customer_came_again()
    {
        var system = System(true);
        await TakeAsync(system, "solved");
        await TakeAsync(system, "again");
        _ = await _topics.AddAsync("ann", "solved", "card_lost", Noon, Stop);
        _ = await _topics.AddAsync("ben", "again", "card_lost", Noon, Stop);
        _ = await _topics.AddAsync("ben", "again-2", "card_lost", Noon.AddDays(2), Stop);

        await LearnAsync(system, Noon.AddDays(7));
        Assert.DoesNotContain(await _outcomes.SinceAsync(DateOnly.MinValue, Stop), static day => day.Counts.Count > 0);
        await LearnAsync(system, Noon.AddDays(8));

        var count = Assert.Single((await _outcomes.SinceAsync(DateOnly.MinValue, Stop)).SelectMany(static day => day.Counts));
        Assert.Equal(
            new RouteCount("card_lost", "Cards", 5) { Contacts = 2, Seconds = 360, Known = 2, Again = 1, Solved = 1 }, count);
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_kept_of_how_contacts_ended()
    {
        var system = System(false);
        await TakeAsync(system, "a");
        await LearnAsync(system, Noon.AddDays(8));

        Assert.Empty(await _outcomes.OfDayAsync(DateOnly.FromDateTime(Noon.UtcDateTime), Stop));
        Assert.Empty(await _outcomes.SinceAsync(DateOnly.MinValue, Stop));
    }

    public void Dispose()
    {
        _systems.ForEach(static system => system.Dispose());
        _log.Dispose();
    }

    private EmbeddedSystem System(bool learns)
    {
        var configuration = Hooks.Configuration with
        {
            BusinessHours = [],
            Holidays = [],
            Contacts = new() { Promises = [new() { Name = "all", AnswerWithin = TimeSpan.FromMinutes(10) }] },
            Topics = new() { Next = true },
            Routing = Hooks.Configuration.Routing with
            {
                LearnsRoutes = learns,
                Topics = new Dictionary<string, TopicRoute> { ["card_lost"] = new() { Queue = "Cards", Level = 5 } },
            },
        };
        var system = new EmbeddedSystem(configuration, _clock, _log, services =>
        {
            services.AddSingleton<IContactOutcomes>(_outcomes);
            services.AddSingleton<ITopicHistories>(_topics);
            services.AddSingleton<ISettingsStore>(_settings);
        });
        _systems.Add(system);
        return system;
    }

    /// <summary>A contact that is routed, answered after a minute and over after four.</summary>
    private async Task TakeAsync(EmbeddedSystem system, string contact)
    {
        _clock.Now = Noon;
        _ = await system.InvokeAsync(
            EmbeddedFunction.Find("RouteContact")!, HookEvent.Call(contact, [new("topic", "card_lost")]));
        _clock.Now = Noon.AddMinutes(1);
        await HearAsync(system, "CONNECTED_TO_AGENT", contact);
        _clock.Now = Noon.AddMinutes(4);
        await HearAsync(system, "DISCONNECTED", contact);
        _clock.Now = Noon.AddMinutes(7);
        _ = await system.InvokeAsync(EmbeddedFunction.Find("WatchPromises")!, "{}"u8.ToArray());
    }

    private async Task HearAsync(EmbeddedSystem system, string type, string contact) =>
        _ = await system.InvokeAsync(EmbeddedFunction.Find("WatchPromises")!, Encoding.UTF8.GetBytes($$$"""
            {"source":"aws.connect","detail-type":"Amazon Connect Contact Event","time":"{{{_clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}}}",
             "detail":{"eventType":"{{{type}}}","contactId":"{{{contact}}}","initialContactId":"{{{contact}}}","channel":"VOICE",
             "initiationMethod":"INBOUND"} }
            """));

    /// <summary>The function of every night, with the training frozen: what is learned of customers and routes is learned anyway.</summary>
    private async Task LearnAsync(EmbeddedSystem system, DateTimeOffset at)
    {
        _clock.Now = at;
        _ = await new SettingsDesk(_settings, Hooks.Configuration).SaveAsync(
            new TrainingFreeze { Author = "Ada", Reason = "campaign", From = at, Until = at.AddHours(1) }, at, Stop);
        var (models, services) = (new InMemoryModels(), system.Services);
        var function = new RetrainClassifierFunction(
            new Retrainer(
                models, models, services.GetRequiredService<ICorrectionStore>(), services.GetRequiredService<IAnswerStore>(), models,
                new PromotionRules(), new TrainingOptions(), new RetrainingLimits()),
            new SettingsView(Hooks.Configuration, _settings, _clock),
            new MetricLine(_log),
            services.GetRequiredService<FunctionEnvironment>(),
            _clock,
            () => _topics,
            () => _outcomes);
        var reply = JsonNode.Parse((await RuntimeLoop.InvokeAsync(function.RetrainClassifier, "{}")).Body)!;
        Assert.True((bool)reply["held"]!);
    }
}
