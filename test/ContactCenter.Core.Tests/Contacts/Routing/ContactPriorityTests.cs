using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Routing;
using FsCheck;
using FsCheck.Fluent;
using static ContactCenter.Core.Tests.Contacts.Routing.RoutingCenter;

namespace ContactCenter.Core.Tests.Contacts.Routing;

public sealed class ContactPriorityTests
{
    [Fact]
    public void Without_anything_that_speaks_for_it_a_contact_has_everybodys_turn()
    {
        var priority = Of(new RoutingNeed { Segment = "unheard of", Urgency = "normal" });

        Assert.Equal((5, TimeSpan.Zero, false, 0), (priority.Level, priority.HeadStart, priority.IsEmergency, priority.Reasons.Count));
    }

    [Fact]
    public void Everything_that_speaks_for_a_contact_is_a_head_start_with_its_reason()
    {
        var priority = Of(new RoutingNeed { Segment = "gold", Urgency = "high", Sentiment = -0.8, RecentContacts = 3 });

        Assert.Equal((3, TimeSpan.FromSeconds(270 + 120 + 30 + 120)), (priority.Level, priority.HeadStart));
        Assert.Equal(
            ["segment gold: +270 s", "urgency high: +120 s", "an unhappy customer: +30 s", "contact 4 in some days: +120 s"],
            priority.Reasons);
    }

    [Fact]
    public void What_is_not_urgent_waits_a_minute_longer() =>
        Assert.Equal(
            (6, TimeSpan.FromMinutes(-1)),
            (Of(new RoutingNeed { Urgency = "low" }).Level, Of(new RoutingNeed { Urgency = "low" }).HeadStart));

    [Fact]
    public void An_emergency_comes_before_all_others()
    {
        var priority = Of(new RoutingNeed { Topic = "fraud" });

        Assert.Equal((2, true, "an emergency"), (priority.Level, priority.IsEmergency, priority.Reasons[0]));
        Assert.Equal(1, Of(new RoutingNeed { Topic = "fraud", Segment = "gold" }).Level);
    }

    [Theory]
    [InlineData(20, 0, 600, 3)]
    [InlineData(20, 10, 600, 3)]
    [InlineData(20, 11, 540, 3)]
    [InlineData(5, 4, 60, 4)]
    [InlineData(5, 4.5, 30, 5)]
    [InlineData(5, 5, 0, 5)]
    [InlineData(5, 5.5, -30, 6)]
    [InlineData(5, 60, -60, 6)]
    public void A_segment_gains_what_its_promise_is_shorter_within_the_bounds(double everybody, double segment, int head, int level)
    {
        var settings = new RoutingSettings
        {
            AnswerWithin = TimeSpan.FromMinutes(everybody),
            Segments = new Dictionary<string, SegmentSettings> { ["gold"] = new() { AnswerWithin = TimeSpan.FromMinutes(segment) } },
        };

        var priority = ContactPriority.Of(new RoutingNeed { Segment = "gold" }, settings);

        Assert.Equal((TimeSpan.FromSeconds(head), level), (priority.HeadStart, priority.Level));
    }

    [Theory]
    [InlineData("critical", 120)]
    [InlineData("high", 120)]
    [InlineData("normal", 0)]
    [InlineData("low", -60)]
    [InlineData(null, 0)]
    public void Urgency_is_worth_two_minutes_and_the_want_of_it_costs_one(string? urgency, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Of(new RoutingNeed { Urgency = urgency }).HeadStart);

    [Theory]
    [InlineData(-1.0, 30)]
    [InlineData(-0.4, 30)]
    [InlineData(-0.39, 0)]
    [InlineData(null, 0)]
    public void Only_a_customer_who_is_angry_counts_as_unhappy(double? sentiment, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Of(new RoutingNeed { Sentiment = sentiment }).HeadStart);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(3, 120)]
    public void Each_earlier_contact_is_worth_a_minute_and_the_third_nothing_more(int contacts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Of(new RoutingNeed { RecentContacts = contacts }).HeadStart);

    [Fact]
    public void A_priority_is_bounded_whatever_is_said() =>
        Prop.ForAll<double, int, NonNull<string>>((sentiment, contacts, word) =>
        {
            var priority = Of(new RoutingNeed
            {
                Sentiment = sentiment,
                RecentContacts = contacts < 0 ? 0 : contacts,
                Segment = word.Get,
                Urgency = contacts % 2 == 0 ? "critical" : word.Get,
                Topic = word.Get
            });
            return priority.Level is >= ContactPriority.First and <= ContactPriority.Last
                && priority.HeadStart >= ContactPriority.Latest
                && priority.HeadStart <= ContactPriority.Earliest;
        }).QuickCheckThrowOnFailure();

    private static ContactPriority Of(RoutingNeed need) => ContactPriority.Of(need, Center().Routing);
}
