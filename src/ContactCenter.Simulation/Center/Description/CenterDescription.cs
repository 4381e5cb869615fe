using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.Center.Description;

/// <summary>A contact center to simulate: what it has, how much it gets, and how fast it works.</summary>
public sealed record CenterDescription
{
    /// <summary>Id of the Amazon Connect instance, as in the dimension <c>InstanceId</c>.</summary>
    public string InstanceId { get; init; } = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    /// <summary>Where its day begins and ends.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When its queues are served.</summary>
    public BusinessCalendar Calendar { get; init; } = BusinessCalendar.AlwaysOpen;

    /// <summary>What it does day and night, or null: it takes every call that comes, and nothing else.</summary>
    public HabitsDescription? Habits { get; init; }

    /// <summary>How many contacts come, and when.</summary>
    public TrafficDescription Traffic { get; init; } = new();

    /// <summary>Queues; at least one.</summary>
    public required IReadOnlyList<QueueDescription> Queues { get; init; }

    /// <summary>Groups of agents; every queue is served by at least one.</summary>
    public required IReadOnlyList<RoutingProfileDescription> RoutingProfiles { get; init; }

    /// <summary>Contact flows; at least one of voice.</summary>
    public required IReadOnlyList<FlowDescription> Flows { get; init; }

    /// <summary>Functions that every flow calls, in this order.</summary>
    public IReadOnlyList<FunctionDescription> Functions { get; init; } = [];

    /// <summary>The bot of the IVR, or null.</summary>
    public BotDescription? Bot { get; init; }

    /// <summary>Tables that the functions use.</summary>
    public IReadOnlyList<TableDescription> Tables { get; init; } = [];

    /// <summary>Namespace in which failures in the log of flows are counted; null: they are not.</summary>
    public string? FlowLogs { get; init; }

    /// <summary>External systems that the functions call.</summary>
    public IReadOnlyList<string> Apis { get; init; } = [];

    /// <summary>Calls that may be active at once.</summary>
    public int ConcurrentCallQuota { get; init; } = 400;

    /// <summary>Calls that may begin in one second.</summary>
    public int CallsPerSecondQuota { get; init; } = 8;

    /// <summary>Chats that may be active at once.</summary>
    public int ActiveChatQuota { get; init; } = 250;

    /// <summary>Contacts answered within this many seconds count for the service level.</summary>
    public int ServiceTargetSeconds { get; init; } = 20;

    /// <summary>Share of offered calls that an agent does not answer; each costs the caller 20 seconds more.</summary>
    public double MissedCallShare { get; init; } = 0.003;

    /// <summary>Service level that the staff is planned for, 0 to 1.</summary>
    public double PlannedServiceLevel { get; init; } = 0.95;

    /// <summary>Share of their time that planned staff may be busy, 0 to 1.</summary>
    public double PlannedOccupancy { get; init; } = 0.74;

    /// <summary>The example center: four queues, two routing profiles, three flows, four functions, a bot, two tables and a CRM.</summary>
    public static CenterDescription Example { get; } = Of(
        new CenterNames
        {
            InstanceId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            Queues = ["General", "Billing", "Cards", "Technical"],
            Flows = ["Inbound", "Cards-Hotline", "Chat"],
            Functions = ["classify-contact", "route-contact", "look-up-customer", "check-service"],
            Bots = [new BotDescription("ivr-main", "ABCDEFGHIJ", "TSTALIASID", "en_US")],
            Tables = [("customers", ["by-phone"]), ("contacts", [])],
            Apis = ["crm"],
            RoutingProfiles = ["Generalists", "Specialists"],
        });

    /// <summary>
    /// A center with these names and customary figures. A configuration does not say which function uses which table, nor who serves
    /// which queue, so positions decide: queues go to routing profiles in halves, the third function of every four looks customers up
    /// (first table and first API), the second and the fourth use the last table.
    /// </summary>
    /// <exception cref="ArgumentException">There is no queue.</exception>
    public static CenterDescription Of(CenterNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Queues.Count == 0)
        {
            throw new ArgumentException("A contact center needs at least one queue.", nameof(names));
        }

        var tables = names.Tables.Select((table, i) => new TableDescription
        {
            Name = table.Name,
            Indexes = table.Indexes,
            Provisioned = i == 0 ? new Throughput(40, 15) : new Throughput(25, 25),
            ReadsPerBusyAgent = i == 0 ? 0.08 : 0.02,
        }).ToArray();
        return new CenterDescription
        {
            InstanceId = names.InstanceId,
            TimeZone = names.TimeZone,
            Calendar = names.Calendar,
            Queues = [.. names.Queues.Select(QueueDescription.ByPosition)],
            RoutingProfiles = RoutingProfileDescription.InHalves(names.RoutingProfiles, names.Queues),
            Flows =
            [
                .. names.Flows.DefaultIfEmpty("Inbound").Select((flow, i) => FlowDescription.ByPosition(flow, i, names.Queues)),
                .. names.OwnFlows.Select(FlowDescription.Own)
            ],
            Functions = [.. names.Functions.Select((function, i) => Function(function, i, names, tables))],
            Bot = names.Bots is [var bot, ..] ? bot : null,
            Tables = tables,
            Apis = names.Apis,
            FlowLogs = names.FlowLogs,
        };
    }

    private static FunctionDescription Function(string name, int position, CenterNames names, TableDescription[] tables)
    {
        var function = FunctionDescription.ByPosition(name, position, tables, names.Apis);
        return names.Hooks.TryGetValue(name, out var hook) ? function.AsHook(hook, names.HookBudgetMilliseconds) : function;
    }
}

/// <summary>A queue.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Share">Its part of all calls, relative to the other queues.</param>
/// <param name="HandleSeconds">Mean handle time; handle times are exponential.</param>
/// <param name="PatienceSeconds">Mean time after which callers hang up; patience is exponential.</param>
/// <param name="Limit">Contacts that may wait at once.</param>
public sealed record QueueDescription(string Name, double Share, double HandleSeconds, double PatienceSeconds, int Limit = 150)
{
    private static readonly double[] Shares = [0.40, 0.25, 0.20, 0.15];
    private static readonly double[] HandleTimes = [220, 260, 200, 320];

    internal static QueueDescription ByPosition(string name, int position) =>
        new(name, Shares[position % Shares.Length], HandleTimes[position % HandleTimes.Length], PatienceSeconds: 420);
}

/// <summary>A group of agents who take contacts of the same queues, longest wait first.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Queues">Names of the queues.</param>
/// <param name="FixedAgents">Always this many agents; null: shifts of half an hour, planned for the expected load.</param>
public sealed record RoutingProfileDescription(string Name, IReadOnlyList<string> Queues, int? FixedAgents = null)
{
    internal static IReadOnlyList<RoutingProfileDescription> InHalves(IReadOnlyList<string> names, IReadOnlyList<string> queues)
    {
        IReadOnlyList<string> profiles = names.Count == 0 ? ["Agents"] : [.. names.Take(queues.Count)];
        return
        [
            .. profiles.Select((name, i) => new RoutingProfileDescription(
                name, [.. queues.Where((_, queue) => queue * profiles.Count / queues.Count == i)])),
        ];
    }
}

/// <summary>An Amazon Lex V2 bot.</summary>
/// <param name="Name">Name by which people know it.</param>
/// <param name="BotId">Bot id.</param>
/// <param name="AliasId">Alias id.</param>
/// <param name="Locale">Locale, such as <c>en_US</c>.</param>
public sealed record BotDescription(string Name, string BotId, string AliasId, string Locale);

/// <summary>A contact flow.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Share">Its part of all calls, relative to the other flows; 0 for a flow of chats.</param>
/// <param name="Queue">The queue to which it leads without asking, or null when the caller is asked.</param>
public sealed record FlowDescription(string Name, double Share, string? Queue = null)
{
    /// <summary>True for the flow of chats.</summary>
    public bool IsChat => Share == 0;

    /// <summary>A flow of this system: it asks what the call is about.</summary>
    internal static FlowDescription Own(string name) => new(name, 0.5);

    internal static FlowDescription ByPosition(string name, int position, IReadOnlyList<string> queues) => position switch
    {
        0 => new FlowDescription(name, 0.85),
        _ when name.Contains("chat", StringComparison.OrdinalIgnoreCase) => new FlowDescription(name, 0),
        _ =>
            new FlowDescription(
                name, 0.15, queues.FirstOrDefault(queue => name.Contains(queue, StringComparison.OrdinalIgnoreCase)) ?? queues[^1]),
    };
}

/// <summary>A DynamoDB table with provisioned capacity.</summary>
public sealed record TableDescription
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Names of its global secondary indexes; each starts with the table's capacity.</summary>
    public IReadOnlyList<string> Indexes { get; init; } = [];

    /// <summary>Capacity at the start.</summary>
    public Throughput Provisioned { get; init; } = new(25, 25);

    /// <summary>Read units per second that the desktop of each busy agent asks for.</summary>
    public double ReadsPerBusyAgent { get; init; }

    /// <summary>Read units asked of each index for each unit asked of the table.</summary>
    public double IndexReadsPerRead { get; init; } = 0.8;
}

/// <summary>A function that contact flows call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table that it needs, or null.</param>
/// <param name="Reads">Read units per call.</param>
/// <param name="Writes">Write units per call.</param>
/// <param name="Api">The external system that it asks, or null; it falls back to a default when that fails.</param>
/// <param name="Concurrency">Executions that may run at once.</param>
public sealed record FunctionDescription(
    string Name, string? Table = null, double Reads = 0, double Writes = 0, string? Api = null, int Concurrency = 10)
{
    // What remains is for the way there and back, the table and a cold start.
    private const double ShareOfTheWait = 0.625;

    /// <summary>Milliseconds that it gives the external system, a second attempt included: five eighths of what the flow waits.</summary>
    public double BudgetMilliseconds { get; init; } = FlowWait.Seconds * 1000 * ShareOfTheWait;

    /// <summary>By what a hook of this system counts its prepared answers, or null: it is none.</summary>
    public string? Hook { get; init; }

    /// <summary>Milliseconds after which it answers with what it has, or null: it has no deadline of its own.</summary>
    public double? DeadlineMilliseconds { get; init; }

    /// <summary>
    /// A hook of this system: it has a deadline and a prepared answer, and gives the system that it asks what is configured.
    /// </summary>
    internal FunctionDescription AsHook(HookName hook, double budgetMilliseconds) => this with
    {
        Hook = hook.Name,
        Api = hook.Api,
        BudgetMilliseconds = budgetMilliseconds,
        DeadlineMilliseconds = FlowWait.HookMilliseconds,
    };

    internal static FunctionDescription ByPosition(
        string name, int position, IReadOnlyList<TableDescription> tables, IReadOnlyList<string> apis)
    {
        var first = tables is [var head, ..] ? head.Name : null;
        var last = tables is [.., var tail] ? tail.Name : null;
        return (position % 4) switch
        {
            1 => new FunctionDescription(name, last, Reads: 0, Writes: 3),
            2 => new FunctionDescription(name, first, Reads: 4, Writes: 1, apis is [var api, ..] ? api : null),
            3 => new FunctionDescription(name, last, Reads: 3, Writes: 0),
            _ => new FunctionDescription(name),
        };
    }
}
