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
    public void A_queue_in_trouble_gives_way_to_its_standby_when_that_is_sooner_or_nothing_is_measured()
    {
        var trouble = Incident("queue", "Billing");

        Assert.Equal(("Cards", RoutingKind.Incident), (Route(Billing, null, trouble).Queue.Name, Route(Billing, null, trouble).Kind));
        Assert.Equal(RoutingKind.Incident, Route(Billing, [State("Billing", 10, waiting: 1), State("Cards", 10, free: 1)], trouble).Kind);
        Assert.Equal(RoutingKind.Preferred, Route(Billing, [State("Billing", 10, waiting: 1), State("Cards", 0)], trouble).Kind);
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
        Prop.ForAll<int[], bool>((numbers, isTrouble) =>
        {
            var states = new[] { "General", "Billing", "Cards" }
                .Select((name, i) =>
                    (Name: name, Numbers: numbers.Skip(i * 3).Append(0).Append(0).Append(0).Select(static n => Math.Abs(n % 7)).ToArray()))
                .Where(static entry => entry.Numbers[0] != 6)
                .Select(static entry =>
                    State(entry.Name, entry.Numbers[0], Math.Min(entry.Numbers[0], entry.Numbers[1]), 8 * entry.Numbers[2]))
                .ToArray();
            var decision = Route(Billing, states, isTrouble ? Incident("queue", "Billing") : null);
            return states.FirstOrDefault(state => state.Name == decision.Queue.Name) is not { AgentsStaffed: 0 }
                || states.All(static state => state.AgentsStaffed == 0);
        }).QuickCheckThrowOnFailure();
}
