using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using FsCheck;
using FsCheck.Fluent;
using static ContactCenter.Core.Tests.Contacts.Routing.RoutingCenter;

namespace ContactCenter.Core.Tests.Contacts.Routing;

public sealed class QueueChoiceTests
{
    private static readonly RoutingNeed Billing = new() { Topic = "billing" };

    [Theory]
    [InlineData("billing", "Cards", "Billing")]
    [InlineData(null, "Cards", "Cards")]
    [InlineData("weather", "cards", "Cards")]
    [InlineData(null, "nowhere", "General")]
    [InlineData(null, null, "General")]
    public void The_queue_of_the_topic_counts_before_the_one_that_the_flow_asks_for(string? topic, string? asked, string expected) =>
        Assert.Equal(expected, Route(new RoutingNeed { Topic = topic, Queue = asked }).Queue.Name);

    [Fact]
    public void A_queue_that_keeps_its_promise_is_kept_although_another_is_sooner()
    {
        var decision = Route(Billing, [State("Billing", 10, waiting: 1), State("Cards", 20)]);

        Assert.Equal(("Billing", RoutingKind.Preferred), (decision.Queue.Name, decision.Kind));
    }

    [Fact]
    public void Agents_who_are_free_elsewhere_spare_a_wait_that_would_be_felt()
    {
        Assert.Equal("Cards", Route(Billing, [State("Billing", 9), State("Cards", 10, free: 5)]).Queue.Name);
        Assert.Equal("Billing", Route(Billing, [State("Billing", 11), State("Cards", 10, free: 5)]).Queue.Name);
    }

    [Fact]
    public void A_queue_that_breaks_its_promise_gives_way_to_one_that_is_sooner()
    {
        var decision = Route(Billing, [State("Billing", 2, waiting: 20), State("Cards", 10, free: 5)]);

        Assert.Equal(("Cards", RoutingKind.Overflow), (decision.Queue.Name, decision.Kind));
    }

    [Fact]
    public void A_queue_that_is_hardly_sooner_is_not_worth_the_change()
    {
        var decision = Route(Billing, [State("Billing", 2, waiting: 5), State("Cards", 2, waiting: 5)]);

        Assert.Equal(("Billing", RoutingKind.Preferred), (decision.Queue.Name, decision.Kind));
    }

    [Fact]
    public void A_queue_without_agents_gives_way_to_its_standby_and_that_to_the_default_queue()
    {
        Assert.Equal("Cards", Route(Billing, [State("Billing", 0), State("Cards", 1, waiting: 50), State("General", 0)]).Queue.Name);
        Assert.Equal("General", Route(Billing, [State("Billing", 0), State("Cards", 0), State("General", 1, waiting: 50)]).Queue.Name);
    }

    [Fact]
    public void A_queue_that_was_not_measured_is_better_than_one_without_agents() =>
        Assert.Equal("Cards", Route(Billing, [State("Billing", 0), State("General", 0)]).Queue.Name);

    [Fact]
    public void Without_agents_anywhere_the_contact_waits_where_it_belongs()
    {
        var decision = Route(Billing with { CanBeCalled = true }, [State("Billing", 0), State("Cards", 0), State("General", 0)]);

        Assert.Equal(("Billing", RoutingKind.Unstaffed, true), (decision.Queue.Name, decision.Kind, decision.OffersCallback));
    }

    [Fact]
    public void A_queue_with_an_incident_gives_way_to_its_standby_when_that_is_sooner_or_nothing_is_measured()
    {
        var incident = Incident("queue", "Billing");

        Assert.Equal(("Cards", RoutingKind.Incident), (Route(Billing, null, incident).Queue.Name, Route(Billing, null, incident).Kind));
        Assert.Equal(RoutingKind.Incident, Route(Billing, [State("Billing", 10, waiting: 1), State("Cards", 10, free: 1)], incident).Kind);
        Assert.Equal(RoutingKind.Preferred, Route(Billing, [State("Billing", 10, waiting: 1), State("Cards", 0)], incident).Kind);
    }

    [Theory]
    [InlineData("Cards", "Cards")]
    [InlineData("cards", "Cards")]
    [InlineData("nowhere", "General")]
    [InlineData(null, "General")]
    public void Whatever_has_no_other_queue_goes_to_the_default_one_else_to_the_first(string? name, string expected) =>
        Assert.Equal(expected, new ContactRouter(Center(center => center.Routing.DefaultQueue = name))
            .Route(new RoutingNeed(), new RoutingSituation(Now, null, null)).Queue.Name);

    [Fact]
    public void Stand_bys_follow_one_another_and_the_default_queue_comes_last_each_once()
    {
        var center = Center(static center =>
        {
            center.Queues[0].Standby = "Billing";
            center.Queues[2].Standby = "Billing";
        });

        Assert.Equal(["Billing", "Cards", "General"], QueueChoice.Able("billing", center).Select(static queue => queue.Name));
        Assert.Equal(["General", "Billing", "Cards"], QueueChoice.Able(null, center).Select(static queue => queue.Name));
    }

    [Theory]
    [InlineData(30, RoutingKind.Preferred)]
    [InlineData(29, RoutingKind.Overflow)]
    public void A_promise_is_kept_until_the_mean_wait_is_longer_than_it_where_half_of_the_contacts_count(int promise, RoutingKind kind) =>
        Assert.Equal(kind, Among([Outlook("Billing", 30, percent: 50), Outlook("Cards", 10)], promise).Kind);

    [Theory]
    [InlineData(80, 0.6, RoutingKind.Preferred)]
    [InlineData(80, 0.63, RoutingKind.Overflow)]
    [InlineData(99, 0.21, RoutingKind.Preferred)]
    [InlineData(99, 0.22, RoutingKind.Overflow)]
    [InlineData(100, 0.21, RoutingKind.Preferred)]
    [InlineData(100, 0.22, RoutingKind.Overflow)]
    public void The_more_contacts_the_promise_holds_for_the_shorter_the_mean_wait_has_to_be(
        double percent, double shareOfPromise, RoutingKind kind) =>
        Assert.Equal(kind, Among([Outlook("Billing", 1000 * shareOfPromise, percent), Outlook("Cards", 1)], 1000).Kind);

    [Theory]
    [InlineData(100, 69, RoutingKind.Overflow)]
    [InlineData(100, 70, RoutingKind.Preferred)]
    [InlineData(40, 79, RoutingKind.Overflow)]
    [InlineData(40, 80, RoutingKind.Preferred)]
    public void Another_queue_has_to_be_sooner_by_half_a_minute_or_half_of_the_promise(int promise, int other, RoutingKind kind) =>
        Assert.Equal(kind, Among([Outlook("Billing", 100), Outlook("Cards", other)], promise).Kind);

    [Fact]
    public void Of_those_that_are_sooner_the_soonest_is_taken() =>
        Assert.Equal("General", Among([Outlook("Billing", 900), Outlook("Cards", 200), Outlook("General", 100)], 60).Outlook.Queue.Name);

    [Fact]
    public void A_queue_with_an_incident_whose_agents_answer_as_soon_as_others_is_kept() =>
        Assert.Equal(RoutingKind.Preferred, Among([Outlook("Billing", 20, incident: "7Q2M9KXA-3"), Outlook("Cards", 20)], 120).Kind);

    [Fact]
    public void In_place_of_a_queue_with_an_incident_that_was_not_measured_one_without_is_taken()
    {
        var unknown = Outlook("Billing", null, incident: "7Q2M9KXA-3");
        QueueOutlook broken = Outlook("Cards", 5, incident: "7Q2M9KXA-4"), sound = Outlook("General", 60);

        Assert.Equal(sound.Queue, Among([unknown, broken, sound], 120).Outlook.Queue);
        Assert.Equal(("Billing", RoutingKind.Preferred), NameAndKind(Among([unknown, broken], 120)));
        Assert.Equal(("Billing", RoutingKind.Preferred), NameAndKind(Among([unknown, sound with { IsStaffed = false, Wait = null }], 120)));
        Assert.Equal(("General", RoutingKind.Incident), NameAndKind(Among([unknown, broken, sound with { IsStaffed = null }], 120)));
    }

    [Fact]
    public void Among_queues_that_were_not_measured_the_preferred_one_is_kept_while_it_has_no_incident() =>
        Assert.Equal(("Billing", RoutingKind.Preferred), NameAndKind(Among([Outlook("Billing", null), Outlook("Cards", 0)], 120)));

    [Fact]
    public void Each_choice_says_why()
    {
        var incident = Outlook("Billing", 60, incident: "7Q2M9KXA-3");
        QueueOutlook nobody = Outlook("Billing", 60) with { IsStaffed = false, Wait = null }, unmeasured = Outlook("Cards", null);

        Assert.Equal(
            [
                "Billing serves it",
                "Cards serves sooner than Billing",
                "incident 7Q2M9KXA-3 on Billing, and Cards serves sooner",
                "incident 7Q2M9KXA-3 on Billing",
                "nobody serves Billing",
                "nobody serves Billing",
                "nobody serves a queue that would do",
                "Billing; its state is not known",
            ],
            new[]
            {
                Among([Outlook("Billing", 0), Outlook("Cards", 0)], 120),
                Among([Outlook("Billing", 60), Outlook("Cards", 0)], 120),
                Among([incident, Outlook("Cards", 10)], 120),
                Among([incident with { IsStaffed = null, Wait = null }, unmeasured], 120),
                Among([nobody, Outlook("Cards", 10)], 120),
                Among([nobody, unmeasured], 120),
                Among([nobody], 120),
                Among([Outlook("Billing", null)], 120),
            }.Select(static choice => choice.Reason));
    }

    [Fact]
    public void States_that_are_stale_are_not_believed()
    {
        var decision = Route(Billing, [State("Billing", 0), State("Cards", 5, free: 5)], age: QueueStates.StaleAfter);

        Assert.Equal(("Billing", false), (decision.Queue.Name, decision.KnowsQueues));
        Assert.Contains("the state of the queues is not known", decision.Reasons);
    }

    [Fact]
    public void A_contact_never_goes_where_nobody_is_while_a_queue_that_can_serve_has_agents() =>
        Prop.ForAll<int[], bool>((numbers, hasIncident) =>
        {
            var states = new[] { "General", "Billing", "Cards" }
                .Select((name, i) =>
                    (Name: name, Numbers: numbers.Skip(i * 3).Append(0).Append(0).Append(0).Select(static n => Math.Abs(n % 7)).ToArray()))
                .Where(static entry => entry.Numbers[0] != 6)
                .Select(static entry =>
                    State(entry.Name, entry.Numbers[0], Math.Min(entry.Numbers[0], entry.Numbers[1]), 8 * entry.Numbers[2]))
                .ToArray();
            var decision = Route(Billing, states, hasIncident ? Incident("queue", "Billing") : null);
            return states.FirstOrDefault(state => state.Name == decision.Queue.Name) is not { AgentsStaffed: 0 }
                || states.All(static state => state.AgentsStaffed == 0);
        }).QuickCheckThrowOnFailure();

    private static QueueChoice Among(QueueOutlook[] able, int promise) => QueueChoice.Among(able, TimeSpan.FromSeconds(promise));

    private static (string Name, RoutingKind Kind) NameAndKind(QueueChoice choice) => (choice.Outlook.Queue.Name, choice.Kind);

    /// <summary>A queue with agents and so long a wait, or one that was not measured.</summary>
    private static QueueOutlook Outlook(string name, double? seconds, double percent = 80, string? incident = null) => new(
        new QueueSettings { Name = name, ServiceLevelPercent = percent },
        seconds is null ? null : true,
        seconds is { } wait ? TimeSpan.FromSeconds(wait) : null,
        incident);
}
