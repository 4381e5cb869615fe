using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Core.Tests.Remediation.Capacity;
using ContactCenter.Functions.Remediation;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests.Remediation;

/// <summary>
/// The remediation of functions with everything that it stands on in memory: "hook" may be lifted to 200, "deliver" has an event source.
/// </summary>
internal sealed class HealFunctionsDesk
{
    private readonly InMemoryIncidentStore _store = new();
    private readonly IncidentPipeline _pipeline;
    private readonly HealFunctionsFunction _function;
    private readonly StringBuilder _metrics = new();

    public HealFunctionsDesk(
        RemediationMode mode = RemediationMode.Act, int? approvalAbove = null, int perDay = 2, bool allowsHook = true, int? hooks = null,
        bool isShadow = false)
    {
        var configuration = Samples.Configuration with
        {
            Functions =
            [
                new FunctionSettings
                {
                    Name = "hook",
                    ReservedConcurrency = allowsHook
                        ? new ReservedConcurrencySettings { Maximum = 200, ApprovalAbove = approvalAbove }
                        : null,
                },
            ],
            Remediation = new RemediationSettings
            {
                EventSources = [new EventSourceSettings { Function = "deliver", PerDay = perDay }],
                Hooks = hooks is { } maximum ? new ReservedConcurrencySettings { Maximum = maximum } : null,
            },
        };
        var desk = new IncidentDesk(configuration, _store);
        _pipeline = desk.Pipeline;
        var cases = new Dictionary<string, IRemediationCases>();
        _function = new HealFunctionsFunction(
            new RemediationDispatch(desk.Triage, _store, Clock),
            new ConcurrencyRemediator(Lambda, Leases, configuration),
            new EventSourceRemediator(Lambda, new InMemoryLeases<EventSourceMappingChange>(), new InMemoryRemediationLog(), configuration),
            new RemediationDesk(name => cases[name] = new InMemoryRemediationCases(), _pipeline, mode, Clock, IsShadow: isShadow),
            Lambda,
            configuration,
            new MetricLine(new StringWriter(_metrics)),
            Clock);
    }

    public WaitingClock Clock { get; } = new(TableStates.Now, ResourceRemediation.LookEvery);

    public HealFunctionsLambda Lambda { get; } = new();

    public InMemoryLeases<ReservedConcurrencyChange> Leases { get; } = new();

    public Incident Incident => Assert.Single(_store.All);

    /// <summary>The metrics that were told, a line each.</summary>
    public string Metrics => _metrics.ToString();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An alarm of the catalog goes off; gives what the incident asks for.</summary>
    public async Task<IReadOnlyList<RemediateEffect>> OpenAsync(string alarm, string function)
    {
        var change = Alarms.Change(alarm, function, AlarmState.Alarm, Clock.GetUtcNow());
        var outcome = await _pipeline.ReceiveAsync(new ChangedAlarm(change), Clock.GetUtcNow(), Stop);
        return [.. outcome.Decision.Effects.OfType<RemediateEffect>()];
    }

    public async Task<Decision> ActAsync(PersonAction action) =>
        (await _pipeline.ActAsync(Incident.Id, new PersonActed(action, "ann"), Clock.GetUtcNow(), Stop))!;

    public async Task<IReadOnlyList<string>> RepairsToldAsync() =>
        [
            .. (await _store.TimelineAsync(Incident.Id, Stop)).Where(entry => entry.Kind == TimelineKind.Remediation).Select(entry =>
                entry.Text)
        ];

    /// <summary>The repair as the topic brings it; the invocation may take 65 seconds.</summary>
    public Task<JsonNode> AskAsync(RemediateEffect repair) => InvokeAsync(Events.Sns(Events.Remediation(repair)));

    public async Task<JsonNode> InvokeAsync(string json)
    {
        var outcome = await RuntimeLoop.InvokeAsync(_function.HealFunctions, json, TimeSpan.FromSeconds(65));
        return JsonNode.Parse(outcome.Body)!;
    }
}
