using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Learning.Routes;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Which queue and which level solves contacts of a topic, and what is proposed because of it.</summary>
public sealed class RouteAdviserTests
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    private static readonly RoutingSettings Routing = new()
    {
        Topics = new Dictionary<string, TopicRoute>
        {
            ["card_lost"] = new() { Queue = "Cards", Skill = "Cards", Level = 4, Emergency = true },
        },
    };

    [Fact]
    public void A_queue_that_solves_more_is_proposed_with_a_line_to_paste_that_keeps_the_rest_of_the_route()
    {
        var advice = Of(Count("Cards", 4, 200, 120), Count("Billing", 4, 100, 90));

        var proposal = Assert.Single(advice.Proposals);
        Assert.Equal(
            "\"card_lost\": { \"queue\": \"Billing\", \"skill\": \"Cards\", \"level\": 4, \"emergency\": true }", proposal.Change);
        Assert.False(proposal.IsLevel);
        Assert.Equal((200, 100), (proposal.Now.Solved.Of, proposal.Better.Solved.Of));
    }

    [Fact]
    public void A_level_that_solves_more_in_the_same_queue_is_proposed()
    {
        var proposal = Assert.Single(Of(Count("Cards", 4, 200, 120), Count("Cards", 5, 100, 90)).Proposals);

        Assert.True(proposal.IsLevel);
        Assert.Contains("\"queue\": \"Cards\", \"skill\": \"Cards\", \"level\": 5", proposal.Change, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Billing", 4, 49, 49)]
    [InlineData("Billing", 4, 100, 68)]
    [InlineData("Billing", 5, 100, 90)]
    [InlineData("Billing", null, 100, 90)]
    public void Nothing_is_proposed_by_few_contacts_by_chance_or_where_two_things_differ(string queue, int? level, int known, int solved) =>
        Assert.Empty(Of(Count("Cards", 4, 200, 120), Count(queue, level, known, solved)).Proposals);

    [Fact]
    public void Where_the_route_of_the_file_has_no_evidence_nothing_is_compared_with_it() =>
        Assert.Empty(Of(Count("Cards", 4, 20, 2), Count("Billing", 4, 100, 90)).Proposals);

    [Fact]
    public void Of_queues_that_solve_the_same_one_is_proposed_in_fewer_than_two_of_a_hundred_centers()
    {
        var random = new Random(22);
        var proposed = Enumerable.Range(0, 1000).Count(_ =>
            Of(Count("Cards", 4, 300, Solved(300)), Count("Billing", 4, 80, Solved(80)), Count("Support", 4, 80, Solved(80)))
                .Proposals.Length > 0);

        Assert.InRange(proposed, 0, 19);

        int Solved(int of) => Enumerable.Range(0, of).Count(_ => random.NextDouble() < 0.7);
    }

    [Fact]
    public void Days_are_put_together_and_the_interval_is_that_of_Wilson()
    {
        var advice = RouteAdviser.Of(
            [new OutcomeDay(Day, [Count("Cards", 4, 60, 50)]), new OutcomeDay(Day.AddDays(1), [Count("Cards", 4, 40, 30)])], [], Routing);

        var standing = Assert.Single(advice.Standings);
        Assert.Equal(0.8, standing.Solved.Value);
        Assert.Equal((0.7112, 0.8666), (Math.Round(standing.Interval!.Low, 4), Math.Round(standing.Interval.High, 4)));
    }

    [Fact]
    public void Agent_groups_stand_beside_each_other_the_most_loaded_first()
    {
        var at = new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
        var busy = GroupLoad.Of(
            "Cards",
            [
                new ProfileNumbers("Cards", at, 7200, 5400, 600, 0, 0) { Handled = 20, TransferredOut = 2 },
                new ProfileNumbers("Cards", at, 7200, null, 600, 0, 0) { Handled = 90, TransferredOut = 90 },
            ]);
        var idle = GroupLoad.Of("Billing", [new ProfileNumbers("Billing", at, 7200, 1800, 5400, 0, 0)]);

        var advice = RouteAdviser.Of([], [GroupLoad.Of("Night", []), idle, busy], Routing);

        Assert.Equal(
            [("Cards", 0.9), ("Billing", 0.25), ("Night", (double?)null)],
            advice.Groups.Select(static one => (one.Profile, one.Occupancy)));
        Assert.Equal((20, 2), (busy.Handled, busy.Transferred));
    }

    private static RouteAdvice Of(params RouteCount[] counts) => RouteAdviser.Of([new OutcomeDay(Day, counts)], [], Routing);

    private static RouteCount Count(string queue, int? level, int known, int solved) =>
        new("card_lost", queue, level) { Contacts = known, Known = known, Solved = solved };
}
