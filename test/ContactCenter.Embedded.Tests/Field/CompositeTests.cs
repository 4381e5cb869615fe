using ContactCenter.Core.Incidents;
using ContactCenter.Core.Tests.Monitoring.Parsing;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>A composite alarm and the children that it looks at are one incident, also where its message names none of them.</summary>
public sealed class CompositeTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly AlarmPayload Child = new()
    {
        At = Nine,
        Name = "cc-prod/queue-full/Billing",
        Metric = "QueueCapacityExceededError",
        Statistic = "Sum",
        Threshold = 1,
    };

    private static readonly AlarmPayload Ours = Child with
    {
        At = Nine.AddSeconds(4),
        Name = "cc-prod/customers-cut-off",
        Rule = "ALARM(\"cc-prod/customers-cut-off/part-1\") OR ALARM(\"cc-prod/customers-cut-off/part-2\")",
        Children = [],
    };

    private static readonly AlarmPayload Foreign = Ours with { Name = "everything", Rule = $"ALARM(\"{Child.Name}\")" };

    /// <summary>Rules of others that want the child red, as they are written.</summary>
    public static TheoryData<string> Rules =>
    [
        "ALARM(\"cc-prod/queue-full/Billing\")",
        "ALARM(cc-prod/queue-full/Billing) OR ALARM(other)",
        "(ALARM(\"other\") AND NOT ALARM(\"quiet\")) OR ALARM('cc-prod/queue-full/Billing')",
        $"ALARM(\"{Child.Arn}\") AND OK(\"other\")",
        "AT_LEAST(1, ALARM, (other, cc-prod/queue-full/Billing))",
        "NOT (OK(\"other\") AND NOT ALARM(\"x\")) OR INSUFFICIENT_DATA(\"cc-prod/queue-full/Billing\")",
        "alarm(\"cc-prod/queue-full/Billing\") or false",
    ];

    /// <summary>Rules that say nothing of the child, or want it not to be red.</summary>
    public static TheoryData<string> OtherRules =>
    [
        "ALARM(\"cc-prod/queue-full/Billing2\")", "NOT ALARM(\"cc-prod/queue-full/Billing\")", "OK(\"cc-prod/queue-full/Billing\")",
        "NOT (ALARM(\"other\") OR ALARM(\"cc-prod/queue-full/Billing\"))", "AT_LEAST(1, NOT ALARM, (cc-prod/queue-full/Billing))", "TRUE", "",
        "((((((", "ALARM(\"", "ALARM(\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:cc-prod/queue-full/Billing\")",
    ];

    public static TheoryData<PayloadShape> Shapes => [PayloadShape.SnsEvent, PayloadShape.EventBridgeEvent, PayloadShape.DirectAction];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_composite_of_ours_that_names_no_child_joins_what_the_catalog_has_it_look_at(PayloadShape shape) =>
        Assert.Equal("Queue Billing", Assert.Single(await OpenedAsync(Child.Bytes(shape), Ours.Bytes(shape))).Subject);

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_child_joins_a_composite_of_ours_that_was_heard_of_first_and_names_no_child(PayloadShape shape) =>
        _ = Assert.Single(await OpenedAsync(Ours.Bytes(shape), Child.Bytes(shape)));

    [Fact]
    public async Task Parts_of_a_rule_that_is_too_long_are_no_children() => _ = Assert.Single(await OpenedAsync(
        Child.Bytes(PayloadShape.SnsEvent),
        (Ours with { Children = [$"{Ours.Arn}/part-1"] }).Bytes(PayloadShape.SnsEvent)));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_composite_of_others_that_names_no_child_joins_what_its_rule_wants_red(string rule)
    {
        var composite = Foreign with { Rule = rule };
        foreach (var shape in Shapes)
        {
            Assert.Equal("Queue Billing", Assert.Single(await OpenedAsync(Child.Bytes(shape), composite.Bytes(shape))).Subject);
            _ = Assert.Single(await OpenedAsync(composite.Bytes(shape), Child.Bytes(shape)));
        }
    }

    [Theory]
    [MemberData(nameof(OtherRules))]
    public async Task A_composite_of_others_whose_rule_does_not_want_it_red_is_an_incident_of_its_own(string rule)
    {
        var composite = Foreign with { Rule = rule };
        Assert.Equal(2, (await OpenedAsync(Child.Bytes(PayloadShape.SnsEvent), composite.Bytes(PayloadShape.SnsEvent))).Count);
        Assert.Equal(2, (await OpenedAsync(composite.Bytes(PayloadShape.SnsEvent), Child.Bytes(PayloadShape.SnsEvent))).Count);
    }

    [Fact]
    public async Task The_reason_names_a_child_where_nothing_else_does()
    {
        var message = (Foreign with { Rule = "TRUE" }).Message();
        message["NewStateReason"] = $"{Child.Arn} transitioned to ALARM at Monday 02 March, 2026 09:00:00 UTC";

        _ = Assert.Single(await OpenedAsync(Child.Bytes(PayloadShape.SnsEvent), Sns(message.ToJsonString())));
    }

    [Fact]
    public async Task What_turns_red_long_after_a_composite_has_not_made_it_red_and_is_told_for_itself() => Assert.Equal(
        2,
        (await OpenedAsync(
            Foreign.Bytes(PayloadShape.SnsEvent), (Child with { At = Nine.AddMinutes(30) }).Bytes(PayloadShape.SnsEvent))).Count);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_over_when_all_of_it_is(bool isOurs)
    {
        var composite = isOurs ? Ours : Foreign;
        using var replay = new FieldReplay();
        await replay.HearAsync(composite.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync(Child.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync(FieldReplay.Recovery(Child, Nine.AddMinutes(3)));
        await replay.HearAsync(FieldReplay.Recovery(composite, Nine.AddMinutes(3)));
        await replay.PassAsync(60);

        Assert.Single(replay.Opened);
        Assert.Equal(IncidentState.Resolved, replay.Decided[^1].Decision.After.Incident!.State);
    }

    /// <summary>Whether the beginning or the end of the child is stored first.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Two_states_of_a_child_that_are_decided_in_the_same_moment_keep_no_incident_open(bool isOurs, bool isEndFirst)
    {
        var composite = isOurs ? Ours : Foreign;
        var store = new CrossingStore();
        using var replay = new FieldReplay(ports: services => services.AddSingleton<IIncidentStore>(provider =>
            store.Over(provider.GetRequiredService<InMemoryIncidentStore>())));
        await replay.HearAsync(composite.Bytes(PayloadShape.SnsEvent));
        var (begin, end) = (Sns(Child.Message().ToJsonString()), FieldReplay.Recovery(Child, Nine.AddMinutes(2)));
        await replay.PassToAsync(Nine.AddMinutes(3));

        // what is heard of second is decided after the first was read and before it is stored
        store.BeforeCommit = () => replay.HearLateAsync(System.Text.Encoding.UTF8.GetString(isEndFirst ? end : begin));
        await replay.HearLateAsync(System.Text.Encoding.UTF8.GetString(isEndFirst ? begin : end));
        await replay.HearAsync(FieldReplay.Recovery(composite, Nine.AddMinutes(4)));
        await replay.PassAsync(60);

        Assert.Null(store.BeforeCommit);
        Assert.All(
            replay.Decided.Select(static moment => moment.Decision.After.Incident).OfType<Incident>().GroupBy(static one => one.Id),
            static incident => Assert.Equal(IncidentState.Resolved, incident.Last().State));
    }

    private static async Task<IReadOnlyList<Incident>> OpenedAsync(params byte[][] events)
    {
        using var replay = new FieldReplay();
        await replay.PassToAsync(Nine);
        foreach (var one in events)
        {
            await replay.HearAsync(one);
        }

        await replay.PassAsync(5);
        return replay.Opened;
    }

    private static byte[] Sns(string message) => System.Text.Encoding.UTF8.GetBytes(AlarmPayload.SnsEvent(message).ToJsonString());

    /// <summary>Lets another delivery act after one has read and before it stores.</summary>
    private sealed class CrossingStore : IIncidentStore
    {
        private InMemoryIncidentStore? _store;

        public Func<Task>? BeforeCommit { get; set; }

        public CrossingStore Over(InMemoryIncidentStore store)
        {
            _store = store;
            return this;
        }

        public ValueTask<CorrelationPair> LoadAsync(
            Core.Monitoring.Alarms.CorrelationKey key, CancellationToken cancellationToken) => _store!.LoadAsync(key, cancellationToken);

        public ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken) =>
            _store!.FindAsync(incidentId, cancellationToken);

        public async ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken)
        {
            if (BeforeCommit is { } act)
            {
                BeforeCommit = null;
                await act();
            }

            return await _store!.CommitAsync(commit, cancellationToken);
        }

        public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
            _store!.DueAsync(now, limit, cancellationToken);

        public IAsyncEnumerable<Correlation> ActiveAsync(
            Action<UnreadableItemException> unreadable, CancellationToken cancellationToken) =>
            _store!.ActiveAsync(unreadable, cancellationToken);

        public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken) =>
            _store!.TimelineAsync(incidentId, cancellationToken);
    }
}
