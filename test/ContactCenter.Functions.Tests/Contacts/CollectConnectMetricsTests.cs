using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Functions.Contacts;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class CollectConnectMetricsTests : IDisposable, ICenterMetrics
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 3, 27, TimeSpan.Zero);
    private readonly StringWriter _metrics = new();
    private readonly InMemoryQueueStates _states = new();
    private readonly InMemoryCallbacks _callbacks = new(TimeProvider.System);
    private CenterFigures _figures = new() { At = Now, Window = TimeSpan.FromMinutes(15) };

    [Fact]
    public async Task Metrics_have_the_names_units_and_dimensions_of_the_registry()
    {
        _figures = Busy();

        _ = await CollectAsync();

        var told = Told();
        Assert.Equal(
            OwnMetrics.All.Except(
                [
                    OwnMetrics.CustomerSentiment, OwnMetrics.CustomerSentimentTrend, OwnMetrics.ContactLensFailures,
                    OwnMetrics.AgentsAgainstPlan, OwnMetrics.SyntheticContactsWrong, OwnMetrics.SyntheticContactTime,
                    OwnMetrics.SyntheticContactsUnproven, OwnMetrics.AnomalyScore, OwnMetrics.ContactsNearPromise,
                    OwnMetrics.ContactsPastPromise, OwnMetrics.ContactsEscalated, OwnMetrics.ContactsUntold,
                ])
                .OrderBy(Text, StringComparer.Ordinal)
                .Select(Text),
            told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_states_of_the_queues_are_left_for_the_hooks()
    {
        _figures = Busy();

        var reply = await CollectAsync();

        Assert.Equal(1, reply.Queues);
        Assert.Equal(3, (await _states.ReadAsync(TestContext.Current.CancellationToken))!.Find("Cards")!.Waiting);
    }

    [Fact]
    public async Task A_problem_is_logged_and_costs_nothing_else()
    {
        _figures = Busy() with { Problems = ["bots lately: Rate exceeded"] };
        var call = new LoggedCall(TimeSpan.FromSeconds(30));

        var reply = await Create().CollectConnectMetrics(call);

        Assert.Equal(_figures.Problems, reply.Problems);
        Assert.Contains(call.Lines, line => line.Contains("bots lately", StringComparison.Ordinal));
        Assert.NotEmpty(Told());
    }

    [Fact]
    public async Task When_nothing_can_be_collected_the_invocation_fails()
    {
        _figures = _figures with { Problems = ["queues now: AccessDenied"] };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(CollectAsync);

        Assert.Contains("AccessDenied", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_knows_who_waits_the_invocation_fails_and_tells_what_it_knows()
    {
        _figures = Busy() with
        {
            Problems = ["channels of queues now: InvalidParameter"],
            Queues = new Dictionary<string, QueueFigures> { ["Cards"] = new() { AgentsOnline = 9, Voice = new() { AgentsStaffed = 8 } } },
        };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(CollectAsync);

        Assert.Contains("who waits in the queues is not known", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Told(), line => line.StartsWith("AgentsOnline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_center_without_queues_is_no_failure() => Assert.Equal(0, (await CollectAsync()).Metrics);

    public void Dispose() => _metrics.Dispose();

    Task<CenterFigures> ICenterMetrics.ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(_figures);

    private static string Text(OwnMetric metric) => $"{metric.Name} {metric.Unit} {string.Join(' ', metric.Dimensions)}";

    private static CenterFigures Busy() => new()
    {
        At = Now,
        Window = TimeSpan.FromMinutes(15),
        Queues = new Dictionary<string, QueueFigures>
        {
            ["Cards"] = new()
            {
                AgentsOnline = 9,
                AgentsOnContact = 7,
                AgentsNonProductive = 1,
                AfterContactWork = 2,
                AgentsInError = 1,
                CallbacksScheduled = 4,
                Voice = new()
                {
                    Waiting = 3,
                    OldestSeconds = 42,
                    AgentsStaffed = 8,
                    AgentsAvailable = 1,
                    Queued = 40,
                    AbandonmentRate = 12.5,
                    ServiceLevel = 70,
                    AverageAnswerSeconds = 33,
                    AverageHandleSeconds = 280,
                },
            },
        },
        RoutingProfiles = new Dictionary<string, ProfileFigures> { ["Generalists"] = new(20, 1, 15, 4, 88, 3, 1) },
        ContactFlows = new Dictionary<string, OutcomeFigures> { ["Inbound"] = new(60, 5) },
        Bots = new Dictionary<string, OutcomeFigures> { ["ivr"] = new(60, 5) },
    };

    private Task<CollectReply> CollectAsync() => Create().CollectConnectMetrics(new LoggedCall(TimeSpan.FromSeconds(30)));

    private CollectConnectMetricsFunction Create() =>
        new(
            this, _states, _callbacks, new AnomalyDesk(TestEnvironment.Create().Configuration, ports: null), new MetricLine(_metrics),
            TestEnvironment.Create(), TimeProvider.System);

    private IEnumerable<string> Told()
    {
        foreach (var line in _metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!))
        {
            var directive = line["_aws"]!["CloudWatchMetrics"]![0]!;
            var dimensions = string.Join(' ', directive["Dimensions"]![0]!.AsArray().Select(name => (string)name!));
            foreach (var metric in directive["Metrics"]!.AsArray())
            {
                yield return $"{metric!["Name"]} {metric["Unit"]} {dimensions}";
            }
        }
    }
}
