using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.Center.Description;

/// <summary>A contact center to simulate: what it has, how much it gets, and how fast it works.</summary>
public sealed record CenterDescription
{
    /// <summary>Id of the Amazon Connect instance, as in the dimension <c>InstanceId</c>.</summary>
    public string InstanceId { get; init; } = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    /// <summary>Where its day begins and ends.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

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
            Queues = [.. names.Queues.Select(QueueDescription.ByPosition)],
            RoutingProfiles = RoutingProfileDescription.InHalves(names.RoutingProfiles, names.Queues),
            Flows = [.. names.Flows.DefaultIfEmpty("Inbound").Select((flow, i) => FlowDescription.ByPosition(flow, i, names.Queues)), .. names.OwnFlows.Select(FlowDescription.Own)],
            Functions = [.. names.Functions.Select((function, i) => Function(function, i, names, tables))],
            Bot = names.Bots is [var bot, ..] ? bot : null,
            Tables = tables,
            Apis = names.Apis,
        };
    }

    private static FunctionDescription Function(string name, int position, CenterNames names, TableDescription[] tables)
    {
        var function = FunctionDescription.ByPosition(name, position, tables, names.Apis);
        return names.Hooks.TryGetValue(name, out var api) ? function.AsHook(api, names.HookBudgetMilliseconds) : function;
    }
}
