using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Core.Tests.Remediation.Capacity;
using ContactCenter.Functions.Remediation;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests.Remediation;

/// <summary>Failing over with everything that it stands on in memory: flows and shares of Regions are values that are set.</summary>
internal sealed class FailOverDesk
{
    public const string Inbound = "cc-test-inbound";

    public const string Group = "arn:aws:connect:eu-central-1:123456789012:traffic-distribution-group/44444444-5555-6666-7777-888888888888";

    private readonly InMemoryIncidentStore _store = new();
    private readonly IncidentPipeline _pipeline;
    private readonly FailOverFunction _function;
    private readonly Dictionary<string, InMemoryLeases<FailoverChange>> _leases = [];

    public FailOverDesk(FailoverSettings? failover = null, string region = "eu-central-1", RemediationMode mode = RemediationMode.Act)
    {
        var configuration = Samples.Configuration with
        {
            Instance = new ConnectInstance
            {
                Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                Alias = "acme",
            },
            Flows = new FlowSettings(),
            ContactFlows = [new NamedResource { Name = "Hotline", Id = "0a1b2c3d-0000-4000-8000-00000000000f" }],
            StandbyRegion = "eu-west-1",
            Queues =
            [
                new QueueSettings { Name = "Billing", Standby = "General" },
                new QueueSettings { Name = "General", Id = "0a1b2c3d-0000-4000-8000-000000000001" },
            ],
            Failover = failover ?? new FailoverSettings { TrafficDistributionGroup = Group },
        };
        var desk = new IncidentDesk(configuration, _store);
        _pipeline = desk.Pipeline;
        var ports = new FailoverPorts(Flows, new QueueFallbacks(configuration, Leases(RemediationNames.QueueFallback)), Traffic, Leases);
        var cases = new Dictionary<string, IRemediationCases>();
        _function = new FailOverFunction(
            new RemediationDispatch(desk.Triage, _store, Clock),
            ports,
            new RemediationDesk(name => cases[name] = new InMemoryRemediationCases(), _pipeline, mode, Clock),
            new LeaseBook(History),
            new FunctionEnvironment(configuration, name => name == "AWS_REGION" ? region : null));
    }

    public WaitingClock Clock { get; } = new(TableStates.Now, ResourceRemediation.LookEvery);

    public InMemoryLeaseHistory History { get; } = new();

    public SetValues Flows { get; } = new("own", "emergency");

    public SetValues Traffic { get; } = new("eu-central-1=100,eu-west-1=0;;", "eu-central-1=0,eu-west-1=100;;");

    public Incident Incident => Assert.Single(_store.All);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public InMemoryLeases<FailoverChange> Leases(string remediation) =>
        _leases.TryGetValue(remediation, out var known) ? known : _leases[remediation] = new();

    /// <summary>An alarm of the catalog goes off; gives what the incident asks for.</summary>
    public async Task<IReadOnlyList<RemediateEffect>> OpenAsync(string alarm, string resource)
    {
        var change = Alarms.Change(alarm, resource, AlarmState.Alarm, Clock.GetUtcNow());
        var outcome = await _pipeline.ReceiveAsync(new ChangedAlarm(change), Clock.GetUtcNow(), Stop);
        return [.. outcome.Decision.Effects.OfType<RemediateEffect>()];
    }

    /// <summary>A person approves; gives what the incident asks for then.</summary>
    public async Task<RemediateEffect> ApproveAsync() => Assert.IsType<RemediateEffect>(Assert.Single(
        (await _pipeline.ActAsync(Incident.Id, new PersonActed(PersonAction.Approve, "ann"), Clock.GetUtcNow(), Stop))!.Effects));

    public Task<JsonNode> AskAsync(RemediateEffect repair) => InvokeAsync(Events.Sns(Events.Remediation(repair)));

    public async Task<JsonNode> InvokeAsync(string json) =>
        JsonNode.Parse((await RuntimeLoop.InvokeAsync(_function.FailOver, json, TimeSpan.FromSeconds(25))).Body)!;

    /// <summary>Something that is as it is set to be.</summary>
    internal sealed class SetValues(string usual, string fallback) : IRemediable<FailoverState, FailoverChange>
    {
        public string Value { get; set; } = usual;

        public FailoverGap? Missing { get; set; }

        public Task<FailoverState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
            Task.FromResult(new FailoverState
            {
                Resource = resource,
                Missing = Missing,
                Now = Value,
                NowWords = Value,
                Fallback = fallback,
                FallbackWords = fallback,
                IsOver = Missing is null && Value == fallback,
            });

        public Task<ChangeOutcome> ApplyAsync(string resource, FailoverChange change, CancellationToken cancellationToken)
        {
            Value = change.To;
            return Task.FromResult(ChangeOutcome.Done);
        }
    }
}
