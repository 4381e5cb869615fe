using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Core.Tests.Remediation.Capacity;
using ContactCenter.Functions.Remediation;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests.Remediation;

/// <summary>
/// The remediation of capacity with everything that it stands on in memory, and one open incident about the table "customers".
/// </summary>
internal sealed class HealCapacityDesk
{
    private readonly InMemoryIncidentStore _store = new();
    private readonly IncidentPipeline _pipeline;
    private readonly AlarmTriage _triage;
    private readonly TableRemediator _remediator;
    private readonly RemediationDesk _desk;

    public HealCapacityDesk(
        Func<DateTimeOffset, TableState> table,
        RemediationMode mode = RemediationMode.Act,
        double? approvalAbove = null,
        string tableName = "customers",
        bool followDemand = false)
    {
        Table = new HealCapacityTable(table);
        var configuration = Samples.Configuration with
        {
            Tables =
            [
                new TableSettings
                {
                    Name = tableName,
                    Read = new CapacityRange { Minimum = 5, Maximum = 5000 },
                    Write = new CapacityRange { Minimum = 5, Maximum = 5000 },
                    MonthlyCeiling = 100_000,
                    ApprovalAbove = approvalAbove,
                    FollowDemand = followDemand,
                },
            ],
        };
        var desk = new IncidentDesk(configuration, _store);
        _triage = desk.Triage;
        _pipeline = desk.Pipeline;
        _remediator = new TableRemediator(
            new CapacityRemediator(Table, Leases, new CapacityRemediation(), Decreases), Leases, configuration);
        var cases = new InMemoryRemediationCases();
        _desk = new RemediationDesk(_ => cases, _pipeline, mode, Clock);
    }

    public WaitingClock Clock { get; } = new(TableStates.Now, ResourceRemediation.LookEvery);

    public HealCapacityTable Table { get; }

    public InMemoryLeases<CapacityChange> Leases { get; } = new();

    public InMemoryRemediationLog Decreases { get; } = new();

    public Incident Incident => Assert.Single(_store.All);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The catalog's alarm of throttled reads goes off.</summary>
    public Task<RemediateEffect> OpenAsync() => OpenAsync(_pipeline);

    /// <summary>The same, decided by an earlier deployment, whose configuration had limits for the table.</summary>
    public Task<RemediateEffect> OpenEarlierAsync() => OpenAsync(Samples.Desk(_store).Pipeline);

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
        var function = new HealCapacityFunction(new RemediationDispatch(_triage, _store, Clock), _remediator, _desk);
        var outcome = await RuntimeLoop.InvokeAsync(function.HealCapacity, json, TimeSpan.FromSeconds(65));
        return JsonNode.Parse(outcome.Body)!;
    }

    private async Task<RemediateEffect> OpenAsync(IncidentPipeline pipeline)
    {
        var change = Alarms.Change("table-read-throttled", "customers", AlarmState.Alarm, Clock.GetUtcNow());
        var outcome = await pipeline.ReceiveAsync(new ChangedAlarm(change), Clock.GetUtcNow(), Stop);
        return Assert.Single(outcome.Decision.Effects.OfType<RemediateEffect>());
    }
}
