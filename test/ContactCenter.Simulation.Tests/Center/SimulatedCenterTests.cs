using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.DynamoDb;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Tests.Center;

public sealed class SimulatedCenterTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly MetricDimension Instance = new("InstanceId", CenterDescription.Example.InstanceId);
    private readonly MetricStore _store = new();

    [Fact]
    public void A_hook_gives_the_external_system_what_the_configuration_says()
    {
        var center = CenterDescription.Of(new CenterNames
        {
            InstanceId = "i",
            Queues = ["Only"],
            Functions = ["look-up-customer", "other"],
            Hooks = new Dictionary<string, HookName> { ["look-up-customer"] = new("LookUpCustomer", "crm") },
            HookBudgetMilliseconds = 400,
            Apis = ["crm"],
        });

        Assert.Equal([400, 2500], center.Functions.Select(function => function.BudgetMilliseconds));
    }

    [Fact]
    public void Capacity_is_published_every_five_minutes_and_consumption_every_minute()
    {
        Advance(20);

        Assert.Equal(4, Published("AWS/DynamoDB", "ProvisionedReadCapacityUnits", 20, new MetricDimension("TableName", "customers")));
        Assert.Equal(20, Published("AWS/DynamoDB", "ConsumedReadCapacityUnits", 20, new MetricDimension("TableName", "customers")));
        Assert.InRange(Published("AWS/Connect", "ConcurrentTasks", 20, Instance, new("MetricGroup", "Tasks")), 3, 4);
        Assert.Equal(20, Published("AWS/Connect", "ConcurrentActiveChats", 20, Instance, new("MetricGroup", "Chats")));
    }

    [Fact]
    public void Services_are_silent_about_what_did_not_happen_and_the_own_collector_is_not()
    {
        _ = new SimulatedCenter(
            CenterDescription.Example with { Traffic = TrafficDescription.Constant(0) }, Morning, 1, _store).AdvanceMinute();

        Assert.Equal(0, Published("AWS/Connect", "QueueSize", 1, Instance, new("MetricGroup", "Queue"), new("QueueName", "Cards")));
        Assert.Equal(0, Published("AWS/Connect", "ConcurrentCalls", 1, Instance, new("MetricGroup", "VoiceCalls")));
        Assert.Equal(0, Published("AWS/DynamoDB", "ReadThrottleEvents", 1, new MetricDimension("TableName", "customers")));
        Assert.Equal(0, Published("AWS/Lambda", "Errors", 1, new MetricDimension("FunctionName", "route-contact")));
        Assert.Equal(1, Published("ContactCenter", "ContactsInQueue", 1, Instance, new("QueueName", "Cards"), new("Channel", "VOICE")));
    }

    [Fact]
    public void Call_utilisation_is_a_share_of_one_and_chat_utilisation_a_share_of_a_hundred()
    {
        Advance(60);

        Assert.InRange(Highest("ConcurrentCallsPercentage", "VoiceCalls"), 0.1, 1);
        Assert.InRange(Highest("ConcurrentActiveChatsPercentage", "Chats"), 10, 100);
    }

    [Fact]
    public void A_full_instance_turns_callers_away()
    {
        var center = new SimulatedCenter(CenterDescription.Example with { ConcurrentCallQuota = 20 }, Morning, 1, _store);
        var snapshot = Last(center, 30);

        Assert.InRange(snapshot.ActiveCalls, 1, 20);
        Assert.True(snapshot.Rejected > 50);
        Assert.Equal(1, Highest("ConcurrentCallsPercentage", "VoiceCalls"));
    }

    /// <summary>A block that asks a bot leaves by a branch of its own: Amazon Connect counts no error of the flow.</summary>
    [Fact]
    public void A_dead_bot_is_no_error_of_a_flow_and_a_dead_function_is()
    {
        Assert.Equal(0, FlowErrors(FaultKind.BotFails));
        Assert.InRange(FlowErrors(FaultKind.FunctionFails), 100, double.MaxValue);

        static double FlowErrors(FaultKind kind)
        {
            var store = new MetricStore();
            var center = new SimulatedCenter(
                CenterDescription.Example with { Functions = kind == FaultKind.BotFails ? [] : CenterDescription.Example.Functions },
                Morning, 1, store, [new(kind, null, TimeSpan.Zero, TimeSpan.FromHours(1), 1, "dead")]);
            _ = Last(center, 30);
            return center.Published.Where(static key => key.Name == "ContactFlowErrors")
                .Sum(key => store.Series(key).Read(MetricStore.MinuteOf(Morning), 30, MetricStatistic.Parse("Sum")) ?? 0);
        }
    }

    [Fact]
    public void Every_call_is_somewhere()
    {
        var snapshot = Last(new SimulatedCenter(CenterDescription.Example with { ConcurrentCallQuota = 60 }, Morning, 1, _store), 60);
        var arrived = Enumerable.Range(
            0,
            60).Sum(minute =>
                60 * _store.Series(MetricKey.Of("AWS/Connect", "CallsPerInterval", Instance, new("MetricGroup", "VoiceCalls")))
            .Read(MetricStore.MinuteOf(Morning) + minute, 1, MetricStatistic.Parse("Sum")) ?? 0);

        // Of the calls that are active, those who talk were already counted as answered.
        var talking = snapshot.Agents.Sum(group => group.Busy);
        Assert.Equal(
            arrived, snapshot.Rejected + snapshot.Total.Answered + snapshot.Total.Abandoned + snapshot.ActiveCalls - talking, 0.001);
    }

    [Fact]
    public void More_capacity_holds_after_the_table_has_grown()
    {
        var center = new SimulatedCenter(CenterDescription.Example, Morning, 1, _store);
        _ = center.AdvanceMinute();

        Assert.Equal(UpdateAnswer.Accepted, center.SetTableCapacity("customers", 200, 15));
        Assert.Equal(UpdateAnswer.ResourceInUse, center.SetTableCapacity("customers", 300, 15));
        Assert.Equal(new Throughput(40, 15), center.TableCapacity("customers"));
        _ = Last(center, 6);
        Assert.Equal(new Throughput(200, 15), center.TableCapacity("customers"));
    }

    [Fact]
    public void An_index_has_a_capacity_of_its_own()
    {
        var center = new SimulatedCenter(CenterDescription.Example, Morning, 1, _store);

        Assert.Equal(UpdateAnswer.Accepted, center.SetTableCapacity("customers", 30, 15, "by-phone"));
        _ = Last(center, 6);
        Assert.Equal(new Throughput(30, 15), center.TableCapacity("customers", "by-phone"));
        Assert.Equal(new Throughput(40, 15), center.TableCapacity("customers"));
    }

    [Fact]
    public void What_is_not_there_cannot_be_repaired()
    {
        var center = new SimulatedCenter(CenterDescription.Example, Morning, 1, _store);

        _ = Assert.Throws<ArgumentException>(() => center.SetTableCapacity("orders", 10, 10));
        _ = Assert.Throws<ArgumentException>(() => center.SetTableCapacity("customers", 10, 10, "by-name"));
        _ = Assert.Throws<ArgumentException>(() => center.SetFunctionConcurrency("unknown", 10));
    }

    [Fact]
    public void More_concurrency_ends_the_throttling_of_a_slow_function()
    {
        FaultWindow[] slow =
        [
            new(FaultKind.FunctionSlow, "route-contact", TimeSpan.Zero, TimeSpan.FromHours(2), 40, "route-contact is slow")
        ];
        var center = new SimulatedCenter(
            CenterDescription.Example with { Functions = [new FunctionDescription("route-contact", Concurrency: 2)] }, Morning, 1, _store,
            slow);
        _ = Last(center, 20);
        Assert.True(Throttles(0, 20) > 10);

        center.SetFunctionConcurrency("route-contact", 100);
        _ = Last(center, 20);
        Assert.Equal(0, Throttles(20, 20));
    }

    [Fact]
    public void Traffic_follows_the_hour_and_the_day()
    {
        var traffic = new TrafficDescription();
        var monday = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Unspecified);

        Assert.Equal(0.5, traffic.CallsPerSecond(monday.AddHours(10.5)), 1e-12);
        Assert.Equal((0.92 + 1.00) / 2 * 0.5, traffic.CallsPerSecond(monday.AddHours(10)), 1e-12);
        Assert.True(traffic.CallsPerSecond(monday.AddHours(3)) < 0.01);
        Assert.Equal(0.1, traffic.CallsPerSecond(monday.AddDays(-1).AddHours(10.5)), 1e-12);
    }

    [Fact]
    public void A_center_without_queues_is_refused() =>
        Assert.Throws<ArgumentException>(() => CenterDescription.Of(new CenterNames { InstanceId = "i", Queues = [] }));

    [Fact]
    public void A_center_with_a_queue_and_nothing_else_runs()
    {
        var snapshot = Last(
            new SimulatedCenter(CenterDescription.Of(new CenterNames { InstanceId = "i", Queues = ["Only"] }), Morning, 1, _store), 30);

        Assert.True(snapshot.Total.Answered > 100);
    }

    private void Advance(int minutes) => _ = Last(new SimulatedCenter(CenterDescription.Example, Morning, 1, _store), minutes);

    private static CenterSnapshot Last(SimulatedCenter center, int minutes)
    {
        var snapshot = center.AdvanceMinute();
        for (var minute = 1; minute < minutes; minute++)
        {
            snapshot = center.AdvanceMinute();
        }

        return snapshot;
    }

    private int Published(string @namespace, string name, int minutes, params MetricDimension[] dimensions)
    {
        var series = _store.Series(MetricKey.Of(@namespace, name, dimensions));
        return Enumerable.Range(
            0, minutes).Count(minute => series.Read(MetricStore.MinuteOf(Morning) + minute, 1, MetricStatistic.Parse("Sum")) is not null);
    }

    private double Highest(string name, string group) =>
        _store.Series(MetricKey.Of("AWS/Connect", name, Instance, new("MetricGroup", group)))
            .Read(MetricStore.MinuteOf(Morning), 60, MetricStatistic.Parse("Maximum"))!.Value;

    private double Throttles(int from, int minutes) =>
        _store.Series(MetricKey.Of("AWS/Lambda", "Throttles", new MetricDimension("FunctionName", "route-contact")))
            .Read(MetricStore.MinuteOf(Morning) + from, minutes, MetricStatistic.Parse("Sum"))!.Value;
}
