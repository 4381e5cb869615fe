using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Forecasting;
using static ContactCenter.Core.Tests.Contacts.Routing.RoutingCenter;

namespace ContactCenter.Core.Tests.Contacts.Routing;

public sealed class ContactRouterTests
{
    private static readonly RoutingNeed Caller = new() { Topic = "billing", CanBeCalled = true };

    [Theory]
    [InlineData(2, 0, "150")]
    [InlineData(2, 2, "288")]
    [InlineData(10, 0, "30")]
    public void The_wait_is_predicted_by_Erlang_A(int agents, int waiting, string seconds) =>
        Assert.Equal(seconds, Route(Caller, [State("Billing", agents, waiting: waiting)]).ToHookAnswer().Values["predictedWaitSeconds"]);

    [Fact]
    public void Who_finds_a_free_agent_does_not_wait() =>
        Assert.Equal(TimeSpan.Zero, Route(Caller, [State("Billing", 2, free: 1)]).PredictedWait);

    [Fact]
    public void The_wait_behind_nobody_is_until_the_first_agent_is_free()
    {
        Assert.Equal(30, ErlangA.WaitBehind(0, 10, 300, 180), 9);
        Assert.Equal((1 / (10.0 / 300)) + (1 / ((10.0 / 300) + (1.0 / 180))), ErlangA.WaitBehind(1, 10, 300, 180), 9);
    }

    [Fact]
    public void A_callback_is_offered_when_the_wait_is_long_and_the_customer_can_be_called()
    {
        QueueState[] full = [State("Billing", 1, waiting: 30), State("Cards", 1, waiting: 30), State("General", 1, waiting: 30)];

        Assert.True(Route(Caller, full).OffersCallback);
        Assert.False(Route(Caller with { CanBeCalled = false }, full).OffersCallback);
        Assert.False(Route(Caller, [State("Billing", 10)]).OffersCallback);
    }

    [Fact]
    public void It_is_offered_when_one_in_four_would_give_up_and_sooner_to_those_who_are_promised_much()
    {
        QueueState[] fiftySeconds = [State("Billing", 6), State("Cards", 6), State("General", 6)];

        Assert.False(Route(Caller, fiftySeconds).OffersCallback);
        Assert.True(Route(Caller, [State("Billing", 5), State("Cards", 5), State("General", 5)]).OffersCallback);
        Assert.True(new ContactRouter(Center(static center =>
            center.Routing.Segments = new Dictionary<string, SegmentSettings>
            {
                ["gold"] = new() { AnswerWithin = TimeSpan.FromSeconds(20) }
            }))
            .Route(Caller with { Segment = "gold" }, new RoutingSituation(Now, new QueueStates(Now, fiftySeconds), null)).OffersCallback);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Where_the_configuration_names_a_wait_a_callback_is_offered_from_it_on(int after, bool expected)
    {
        var router = new ContactRouter(Center(center => center.Routing.CallbackAfter = TimeSpan.FromSeconds(after)));

        // ten agents, five minutes a contact, nobody before: thirty seconds
        var situation = new RoutingSituation(Now, new QueueStates(Now, [State("Billing", 10)]), null);

        Assert.Equal(expected, router.Route(Caller, situation).OffersCallback);
    }

    [Fact]
    public void Who_has_a_head_start_waits_only_for_those_who_came_earlier_still()
    {
        QueueState[] states = [State("Billing", 10, waiting: 40)];

        Assert.Equal(TimeSpan.FromSeconds(30), Route(Caller with { Topic = "fraud" }, [State("Cards", 10, waiting: 40)]).PredictedWait);
        Assert.True(Route(Caller with { Segment = "gold" }, states).PredictedWait < Route(Caller, states).PredictedWait);
    }

    [Fact]
    public void Outside_business_hours_the_flow_is_told_so_and_no_callback_is_offered()
    {
        var decision = new ContactRouter(Closed()).Route(Caller, new RoutingSituation(Now, null, null));

        Assert.Equal((false, RoutingKind.Closed, false), (decision.IsOpen, decision.Kind, decision.OffersCallback));
    }

    [Theory]
    [InlineData("fraud", "Cards", "Cards")]
    [InlineData("fraud", "General", "General")]
    [InlineData("fraud", "Billing", "Billing")]
    [InlineData("billing", "Billing", null)]
    [InlineData("fraud", null, null)]
    public void While_the_center_is_closed_only_an_emergency_goes_to_whoever_is_there(string topic, string? staffed, string? queue)
    {
        string[] names = ["General", "Billing", "Cards"];
        var states = new QueueStates(Now, [.. names.Select(name => State(name, name == staffed ? 1 : 0))]);

        var decision = new ContactRouter(Closed()).Route(Caller with { Topic = topic }, new RoutingSituation(Now, states, null));

        Assert.Equal((queue is not null, queue), (decision.IsOpen, decision.IsOpen ? decision.Queue.Name : null));
    }

    [Fact]
    public void While_the_center_is_closed_and_the_queues_are_not_known_an_emergency_is_told_so()
    {
        var old = new QueueStates(Now - QueueStates.StaleAfter, [State("Cards", 1)]);

        Assert.False(new ContactRouter(Closed()).Route(Caller with { Topic = "fraud" }, new RoutingSituation(Now, old, null)).IsOpen);
    }

    [Theory]
    [InlineData("Billing", "Cards", RoutingKind.Overflow)]
    [InlineData("Billing,Cards", "General", RoutingKind.Overflow)]
    [InlineData("Cards,General", "Billing", RoutingKind.Preferred)]
    [InlineData("Billing,Cards,General", "Billing", RoutingKind.Closed)]
    public void Nobody_is_sent_into_a_closed_queue_while_another_can_serve(string closed, string expected, RoutingKind kind)
    {
        var router = new ContactRouter(Center(center => Close(center, closed.Split(','))));

        // the closed ones are the ones with free agents: those who go home soon
        QueueState[] states =
        [
            .. new[]
            {
                "General", "Billing", "Cards"
            }.Select(name => State(name, 5, free: closed.Contains(name, StringComparison.Ordinal) ? 3 : 0))
        ];
        var decision = router.Route(Caller, new RoutingSituation(Now, new QueueStates(Now, states), null));

        Assert.Equal((expected, kind), (decision.Queue.Name, decision.Kind));
        Assert.Equal(kind != RoutingKind.Closed, decision.IsOpen);
    }

    [Fact]
    public void A_queue_with_hours_of_its_own_is_served_while_the_center_is_closed()
    {
        var center = Closed();
        center.Queues[2].Hours = [Always];
        center.Queues[2].OpenOnHolidays = true;

        var card = new ContactRouter(center).Route(new RoutingNeed { Queue = "Cards" }, new RoutingSituation(Now, null, null));
        var other = new ContactRouter(center).Route(new RoutingNeed { Queue = "General" }, new RoutingSituation(Now, null, null));

        Assert.Equal((true, "Cards"), (card.IsOpen, card.Queue.Name));
        Assert.False(other.IsOpen);
        Assert.Contains("the center is closed", other.Reasons);
    }

    [Theory]
    [InlineData("fraud", "General", "General", RoutingKind.Preferred)]
    [InlineData("fraud", "Billing", "Billing", RoutingKind.Preferred)]
    [InlineData("fraud", "Cards,General", "Cards", RoutingKind.Preferred)]
    [InlineData("fraud", "", "Cards", RoutingKind.Unstaffed)]
    [InlineData("card", "General", "Cards", RoutingKind.Unstaffed)]
    public void An_emergency_whose_queue_is_open_with_nobody_in_it_goes_to_whoever_is_there(
        string topic, string staffed, string queue, RoutingKind kind)
    {
        var router = new ContactRouter(Center(center =>
        {
            center.Queues = [.. center.Queues.Select(one => one with { Id = $"0a1b2c3d-0000-4000-8000-00000000000{one.Name.Length}" })];
            Close(center, ["General", "Billing"]);
        }));
        var names = staffed.Split(',');
        var states = new QueueStates(
            Now, [.. new[] { "General", "Billing", "Cards" }.Select(name => State(name, names.Contains(name) ? 1 : 0))]);

        var decision = router.Route(Caller with { Topic = topic, Queue = "Cards" }, new RoutingSituation(Now, states, null));

        Assert.Equal((true, queue, kind), (decision.IsOpen, decision.Queue.Name, decision.Kind));
        Assert.Equal(
            queue != "Cards", decision.Reasons.Contains("nobody is in the queues that are open, and agents are there for an emergency"));
    }

    [Fact]
    public void A_closed_queue_is_named_as_the_reason()
    {
        var router = new ContactRouter(Center(center => Close(center, ["Billing"])));

        Assert.Contains(
            "Billing is closed, Cards; its state is not known", router.Route(Caller, new RoutingSituation(Now, null, null)).Reasons);
    }

    [Fact]
    public void The_answer_names_the_queue_by_its_ARN_and_has_every_attribute_of_the_prepared_one()
    {
        var router = new ContactRouter(Center());
        var answer = Route(Caller, [State("Billing", 2)]).ToHookAnswer();

        Assert.Equal(
            "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/queue/0a1b2c3d-0000-4000-8000-000000000002",
            answer.Values["queueArn"]);
        Assert.Equal(router.Default.ToHookAnswer(isDefault: true).Values.Keys, answer.Values.Keys);
    }

    [Fact]
    public void A_need_is_read_from_parameters_and_attributes_and_what_makes_no_sense_is_left_out()
    {
        var need = RoutingNeed.Of(new FlowRequest
        {
            Channel = "VOICE",
            CustomerAddress = "+15550100001",
            LanguageCode = "de-DE",
            Queue = "Cards",
            Attributes = new Dictionary<string, string>
            {
                ["tier"] = "gold",
                ["topic"] = "unsure",
                ["sentiment"] = "NaN",
                ["recentContacts"] = "-4",
                ["urgency"] = "HIGH"
            },
        });

        Assert.Equal(
            new RoutingNeed
            {
                Queue = "Cards",
                Segment = "gold",
                Language = "de",
                Urgency = "high",
                CanBeCalled = true,
                Traits = new ContactTraits("VOICE", "de", IsSeveral: null, CameBefore: null),
            },
            need);
    }

    [Fact]
    public void A_configuration_without_queues_cannot_route_and_is_told_what_to_add() =>
        Assert.Contains(
            "$.queues",
            Assert.Throws<ArgumentException>(() => new ContactRouter(Center(static center => center.Queues = []))).Message,
            StringComparison.Ordinal);

    private static ContactCenterConfiguration Closed()
    {
        var closed = Center(static center => center.Holidays = [DateOnly.FromDateTime(Now.UtcDateTime)]);
        closed.BusinessHours = [new OpeningHours { Days = [DayOfWeek.Monday], From = new TimeOnly(8, 0), To = new TimeOnly(20, 0) }];
        return closed;
    }

    private static OpeningHours Always => new() { Days = Enum.GetValues<DayOfWeek>(), From = TimeOnly.MinValue, To = TimeOnly.MinValue };

    private static void Close(ContactCenterConfiguration center, string[] queues)
    {
        foreach (var queue in center.Queues.Where(queue => queues.Contains(queue.Name)))
        {
            queue.Hours = [new OpeningHours { Days = [Now.AddDays(1).DayOfWeek], From = new TimeOnly(8, 0), To = new TimeOnly(9, 0) }];
        }
    }
}
