using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Classification.Text;
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
    public async Task The_level_that_the_agent_met_and_what_was_known_of_the_contact_are_counted_with_it()
    {
        var system = System(true);
        await TakeAsync(system, "met", $$"""{"steps":[{{Step("JOINED", 5)}}]}""", new("recentContacts", "1"), new("language", "de"));
        await TakeAsync(
            system, "relaxed", $$$"""
            {"steps":[{{{Step("EXPIRED", 5)}}},{"status":"JOINED","expression":{"andExpression":[{{{Condition("Skill", "Cards", 1)}}},
              {{{Condition("Language", "de", 3)}}}]}}]}
            """);
        await TakeAsync(system, "anybody", $$"""{"steps":[{{Step("EXPIRED", 5)}}]}""");
        await TakeAsync(system, "difficult", $$"""{"steps":[{{Step("JOINED", 4)}}]}""");
        _ = await _topics.AddAsync("ann", "met", "card_lost", Noon, Stop);
        await LearnAsync(system, Noon.AddDays(8));

        var day = Assert.Single(await _outcomes.SinceAsync(DateOnly.MinValue, Stop), static day => day.Counts.Count > 0);
        Assert.Equal(
            [(null, null, 1), (0, "Cards", 1), (1, "Cards", 1), ((int?)5, (string?)"Cards", 1)],
            day.Counts.Select(static one => (one.Met, one.Skill, one.Agents)));
        var kind = Assert.Single(day.Kinds!);
        Assert.Equal((new ContactTraits("VOICE", "de", null, true), "usual"), (kind.Traits, kind.Rule));
    }

    [Fact]
    public async Task What_was_learned_changes_what_the_flow_is_told_and_the_level_that_is_asked_only_where_the_file_wants_it()
    {
        await _outcomes.WriteComplexityAsync(
            new LearnedComplexity(
                Noon, 1, 0.5, 1.5,
                new Dictionary<string, LearnedEffort> { ["card_lost"] = new(1.8, 0.1, 200), ["opening_hours"] = new(0.2, 0.1, 200) },
                new Dictionary<string, LearnedEffort> { ["came before"] = new(-1, 0.1, 200) },
                new ComplexityJudgement(500, 2, 1, 0.5, 1.5)),
            Stop);
        var (by, without) = (System(true, isLearned: true), System(true));

        Assert.Equal("difficult", await ToldAsync(by, "I lost my card"));
        Assert.Equal("simple", await ToldAsync(by, "what are your opening hours"));
        Assert.Equal("usual", await ToldAsync(without, "I lost my card"));

        Assert.Equal("5", await AskedAsync(by, new("topic", "card_lost"), new("complexity", "difficult")));
        Assert.Equal("4", await AskedAsync(by, new("topic", "card_lost"), new("complexity", "difficult"), new("recentContacts", "1")));
        Assert.Equal("5", await AskedAsync(without, new("topic", "card_lost"), new("complexity", "difficult"), new("recentContacts", "1")));
    }

    [Fact]
    public async Task It_is_learned_by_night_unless_the_training_is_frozen()
    {
        var system = System(true, isLearned: true);
        var today = DateOnly.FromDateTime(Noon.UtcDateTime);
        foreach (var day in Enumerable.Range(1, 60).Select(i => today.AddDays(-i)))
        {
            await _outcomes.WriteAsync(
                new OutcomeDay(day, []) { Kinds = [Kind("card_lost", 900), Kind("card_arrival", 400), Kind("opening_hours", 60)] },
                Stop);
        }

        await LearnAsync(system, Noon);
        Assert.Null(await _outcomes.ReadComplexityAsync(Stop));
        await LearnAsync(system, Noon.AddHours(2), isFrozen: false);

        var learned = await _outcomes.ReadComplexityAsync(Stop);
        Assert.True(learned!.Judged.IsBetter);
        Assert.Equal(
            ["difficult", "usual", "simple"],
            new[] { "card_lost", "card_arrival", "opening_hours" }.Select(topic => learned.Level(topic, new(null, null, null, null))));
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

    private static string Step(string status, int level) =>
        $$"""{"status":"{{status}}","expression":{{Condition("Skill", "Cards", level)}} }""";

    private static string Condition(string name, string value, int level) =>
        $$$"""{"attributeCondition":{"name":"{{{name}}}","value":"{{{value}}}","proficiencyLevel":{{{level}}}.0}}""";

    private static KindCount Kind(string topic, int seconds) => new(topic, new ContactTraits("VOICE", "en", null, null), "usual")
    {
        Contacts = 5,
        Seconds = 5 * seconds,
        Squares = 6 * seconds * seconds,
    };

    private static async Task<string> ToldAsync(EmbeddedSystem system, string text) => await AnswerAsync(
        system, "ClassifyContact", "complexity", new KeyValuePair<string, JsonNode?>("text", text));

    private static Task<string> AskedAsync(EmbeddedSystem system, params KeyValuePair<string, JsonNode?>[] attributes) =>
        AnswerAsync(system, "RouteContact", "skillLevel", attributes);

    private static async Task<string> AnswerAsync(
        EmbeddedSystem system, string function, string value, params KeyValuePair<string, JsonNode?>[] attributes) =>
        (string)JsonNode.Parse((await system.InvokeAsync(
            EmbeddedFunction.Find(function)!, HookEvent.Call($"{Guid.NewGuid()}", attributes))).Span)![value]!;

    private EmbeddedSystem System(bool learns, bool isLearned = false)
    {
        var configuration = Hooks.Configuration with
        {
            BusinessHours = [],
            Holidays = [],
            Contacts = new() { Promises = [new() { Name = "all", AnswerWithin = TimeSpan.FromMinutes(10) }] },
            Topics = new() { Next = true, Complexity = new() },
            Routing = Hooks.Configuration.Routing with
            {
                LearnsRoutes = learns,
                LearnsComplexity = isLearned,
                Topics = new Dictionary<string, TopicRoute>
                {
                    ["card_lost"] = new() { Queue = "Cards", Skill = "Cards", Level = isLearned ? 4 : 5 },
                },
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
    private async Task TakeAsync(
        EmbeddedSystem system, string contact, string? criteria = null, params KeyValuePair<string, JsonNode?>[] attributes)
    {
        _clock.Now = Noon;
        _ = await system.InvokeAsync(
            EmbeddedFunction.Find("RouteContact")!, HookEvent.Call(contact, [new("topic", "card_lost"), .. attributes]));
        _clock.Now = Noon.AddMinutes(1);
        await HearAsync(system, "CONNECTED_TO_AGENT", contact, criteria);
        _clock.Now = Noon.AddMinutes(4);
        await HearAsync(system, "DISCONNECTED", contact);
        _clock.Now = Noon.AddMinutes(7);
        _ = await system.InvokeAsync(EmbeddedFunction.Find("WatchPromises")!, "{}"u8.ToArray());
    }

    private async Task HearAsync(EmbeddedSystem system, string type, string contact, string? criteria = null) =>
        _ = await system.InvokeAsync(EmbeddedFunction.Find("WatchPromises")!, Encoding.UTF8.GetBytes($$$"""
            {"source":"aws.connect","detail-type":"Amazon Connect Contact Event","time":"{{{_clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}}}",
             "detail":{"eventType":"{{{type}}}","contactId":"{{{contact}}}","initialContactId":"{{{contact}}}","channel":"VOICE",
             "agentInfo":{"agentArn":"arn:aws:connect:eu-central-1:123456789012:instance/i/agent/a"},
             "routingCriteria":{{{criteria ?? "null"}}},"initiationMethod":"INBOUND"} }
            """));

    /// <summary>The function of every night, with the training frozen: what is learned of customers and routes is learned anyway.</summary>
    private async Task LearnAsync(EmbeddedSystem system, DateTimeOffset at, bool isFrozen = true)
    {
        _clock.Now = at;
        _ = !isFrozen ? default : await new SettingsDesk(_settings, Hooks.Configuration).SaveAsync(
            new TrainingFreeze { Author = "Ada", Reason = "campaign", From = at, Until = at.AddHours(1) }, at, Stop);
        var services = system.Services;
        var models = new InMemoryModels
        {
            Texts =
            [
                .. Enumerable.Range(0, 8).Select(static i =>
                    new TrainingExample($"text {(char)('a' + i)}", i % 2 == 0 ? "card_lost" : "billing")),
            ],
        };
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
        Assert.Equal(isFrozen, (bool?)reply["held"] == true);
    }
}
