using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Infra.Packaging;
using ContactCenter.Infra.Stacks;

namespace ContactCenter.Infra;

/// <summary>All stacks of one configuration, in the order in which they stand on each other.</summary>
internal sealed class Deployment
{
    private readonly string _package;
    private readonly string _hooks;
    private readonly string _console;

    /// <summary>Adds the stacks to an application.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="configuration">A configuration without problems.</param>
    /// <param name="package">Folder of the functions.</param>
    /// <param name="packed">The files in which they are deployed, with the configuration in them; null: the folder as it is.</param>
    public Deployment(Construct scope, ContactCenterConfiguration configuration, string package, PackedFunctions? packed = null)
    {
        configuration = ShadowDeployment.Of(configuration);
        Configuration = DeployedBot.In(configuration);
        _package = packed?.Functions ?? package;
        _hooks = packed?.Hooks ?? _package;
        ModelLayer = packed?.Model ?? package;
        EncoderLayer = packed?.Encoder;
        StandIns = FunctionPackage.StandIns(package);
        IsNative = FunctionPackage.IsNative(package);
        _console = packed?.Console ?? package;
        if (DeployedBot.IsIn(configuration))
        {
            Bot = new BotStack(scope, this);
            Configuration = DeployedBot.In(configuration, Bot.BotId, Bot.AliasId);
        }

        Alarms = [.. AlarmPlan.For(Configuration)];
        Monitoring = new MonitoringStack(scope, this);
        AddAlarmStacks(scope);
        _ = new ObservabilityStack(scope, this);
        Incidents = new IncidentsStack(scope, this, Monitoring.Key, Monitoring.Alarms);
        Remediation = new RemediationStack(scope, this);
        _ = new HeartbeatStack(scope, this, Monitoring.Key, Monitoring.Alarms);
        Contacts = new ContactsStack(scope, this);
        var flows = new ContactFlowsStack(scope, this);
        Failover = configuration.Failover is null ? null : new FailoverStack(scope, this, Incidents, flows);
        if (configuration.Answers.PostWebhookSecret is { } posts)
        {
            _ = new PostsStack(scope, this, flows, posts);
        }

        if (configuration.Synthetic is not null)
        {
            _ = new SyntheticStack(scope, this, flows);
        }

        Audit = new AuditStack(scope, this);
        if (configuration.Api is { } api)
        {
            var people = new ApiStack(scope, this, Incidents, api);
            if (configuration.Console is { } console)
            {
                _ = new ConsoleStack(scope, this, people, console);
            }
        }

        if (configuration.StatusPage is { } page)
        {
            _ = new StatusStack(scope, this, page);
        }

        _ = new CollectionStack(scope, this);
        if (configuration.Sentiment.ContactLens)
        {
            _ = new ContactLensStack(scope, this);
        }

        if (configuration.Account.WeeklyCheck.Enabled)
        {
            _ = new AccountStack(scope, this);
        }

        AddStandby(scope);
    }

    /// <summary>The configuration; a bot that is deployed stands in it by the ids that CloudFormation will put in.</summary>
    public ContactCenterConfiguration Configuration { get; }

    /// <summary>Who changed what.</summary>
    public AuditStack Audit { get; }

    /// <summary>The bot that is deployed, or null.</summary>
    public BotStack? Bot { get; }

    /// <summary>Every alarm of the configuration.</summary>
    public IReadOnlyList<BoundAlarm> Alarms { get; }

    /// <summary>What the layer with the packaged model is deployed from.</summary>
    public string ModelLayer { get; }

    /// <summary>What the layer with the encoder is deployed from; null where none was made.</summary>
    public string? EncoderLayer { get; }

    /// <summary>Whether the functions are natively compiled.</summary>
    public bool IsNative { get; }

    /// <summary>The groups of AWS packages for which the functions hold stand-ins; null where nobody knows.</summary>
    public IReadOnlyList<string>? StandIns { get; }

    /// <summary>Names of stacks, alarms, topics and functions.</summary>
    public DeploymentNames Names => DeploymentNames.Of(Configuration);

    /// <summary>What a function is deployed from, with the configuration in it.</summary>
    public FunctionCode CodeOf(SystemFunction function) => function.Package switch
    {
        SystemPackage.Hooks => new(FunctionPackage.Handler, _hooks),
        SystemPackage.Console => new(ConsoleFunction.Handler, _console),
        _ => new(FunctionPackage.Handler, _package),
    };

    /// <summary>The account and Region of the Amazon Connect instance: metrics and events are only there.</summary>
    public Amazon.CDK.Environment Home => new() { Account = Configuration.Instance.AccountId, Region = Configuration.Instance.Region };

    /// <summary>Alarms and the topics that they tell.</summary>
    public MonitoringStack Monitoring { get; }

    /// <summary>From an alarm to the people.</summary>
    public IncidentsStack Incidents { get; }

    /// <summary>What repairs.</summary>
    public RemediationStack Remediation { get; }

    /// <summary>What fails over; null where nothing may be.</summary>
    public FailoverStack? Failover { get; }

    /// <summary>What contact flows call.</summary>
    public ContactsStack Contacts { get; }

    /// <summary>The pipeline once more in a second Region, with the alarms on itself and without those on the center.</summary>
    private void AddStandby(Construct scope)
    {
        if (Configuration.StandbyRegion is { } region)
        {
            var place = new StandbyPlace(new Amazon.CDK.Environment { Account = Configuration.Instance.AccountId, Region = region });
            var standby = new StandbyStack(scope, this, place);
            var incidents = new IncidentsStack(scope, this, standby.Key, standby.Alarms, place);
            _ = new HeartbeatStack(scope, this, standby.Key, standby.Alarms, place);
            if (RemediableFailovers.Traffic(Configuration).Count > 0)
            {
                _ = new FailoverStack(scope, this, incidents, flows: null, place);
            }
        }
    }

    /// <summary>The alarms of one of the stacks that share them, counted from 0.</summary>
    public IEnumerable<BoundAlarm> AlarmsOf(int share) =>
        Alarms.Where(alarm => AlarmStacks.Of(alarm, Configuration.Monitoring.Stacks) == share);

    /// <summary>Each after the one before, so that an alarm that moves gives up its name first; the composites last.</summary>
    private void AddAlarmStacks(Construct scope)
    {
        ContactCenterStack before = Monitoring;
        for (var share = 1; share < Configuration.Monitoring.Stacks; share++)
        {
            var more = new MoreAlarmsStack(scope, this, share);
            more.AddDependency(before);
            before = more;
        }

        new OverallStack(scope, this).AddDependency(before);
    }
}
