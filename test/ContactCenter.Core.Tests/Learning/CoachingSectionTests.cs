using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Three groups of agents who finish contacts of two queues, half hour by half hour, from a seed.</summary>
public sealed class CoachingSectionTests
{
    private const string Cards = "Cards";
    private const string Savings = "Savings";
    private const string Night = "Night";
    private const string CardQueue = "Cards 1";
    private const string SavingQueue = "Savings 1";
    private static readonly string[] Groups = [Cards, Savings, Night];
    private static readonly string[] Queues = [CardQueue, SavingQueue];

    private static readonly ContactCenterConfiguration Center = SampleConfiguration.Read() with
    {
        RoutingProfiles = [.. Groups.Select(static group => new NamedResource { Name = group })],
    };

    private static readonly ReportPeriod Period = ReportPeriod.Month(new DateOnly(2026, 11, 1), TimeZoneInfo.Utc);

    [Fact]
    public void A_group_that_takes_longer_than_the_others_with_the_same_contacts_is_a_hint_and_no_other_group_is()
    {
        var coaching = Of(Half(1, static (group, queue) => group == Savings && queue == CardQueue ? 1.3 : 1))!;

        var hint = Assert.Single(coaching.Figures, static figure => figure is { IsHint: true, Measure: CoachingMeasure.Handling });

        Assert.Equal((Savings, CardQueue), (hint.Group, hint.Of));
    }

    [Fact]
    public void What_is_said_can_be_counted_again_from_the_half_hours()
    {
        var half = Half(2, static (_, _) => 1);

        var figure = Of(half)!.Figures.Single(static one => one is { Group: Cards, Of: CardQueue, Measure: CoachingMeasure.Transferred });

        Assert.Equal(Share(half, static group => group == Cards), (figure.Value.Value, figure.Value.Count));
        Assert.Equal(Share(half, static group => group != Cards), (figure.Others!.Value, figure.Others.Count));
        Assert.Equal(
            (double)half.Where(static one => one.Profile == Cards).Sum(static one => one.TransferredOut!.Value)
                / half.Where(static one => one.Profile == Cards).Sum(static one => one.Handled!.Value),
            figure.Own!.Value,
            12);
    }

    [Fact]
    public void Groups_that_are_alike_look_different_no_more_often_than_chance_makes_them()
    {
        var all = Enumerable.Range(0, 60).Select(static seed => Of(Half(seed, static (_, _) => 1))!).ToArray();

        // two and a half of a hundred would be by chance, and those that differ by a little are not told
        Assert.InRange(
            all.Sum(static one => one.Figures.Count(static figure => figure.IsHint)) / (double)all.Sum(static one => one.Compared),
            0,
            0.03);
    }

    [Fact]
    public void Half_hours_in_which_fewer_than_five_people_were_logged_in_are_left_out_and_counted()
    {
        var half = Half(3, static (_, _) => 1);
        var few = half.Select(static one => one.Profile == Night ? one with { OnlineSeconds = 4 * 1800 } : one).ToArray();

        var coaching = Of(few)!;

        Assert.Equal((2, 1), (coaching.Groups, coaching.SmallGroups));
        Assert.DoesNotContain(coaching.Figures, static figure => figure.Group == Night);
        Assert.Equal(few.Where(static one => one.Profile == Night).Sum(static one => one.Handled), coaching.LeftOut);
        Assert.Equal(
            Share(few, static group => group == Savings).Count,
            coaching.Figures.First(static one => one is { Group: Cards, Of: CardQueue }).Others!.Count);
    }

    [Fact]
    public void Of_a_queue_that_one_group_alone_finishes_nothing_is_compared()
    {
        var coaching = Of([.. Half(4, static (_, _) => 1).Where(static one => one.Profile == Cards)])!;

        Assert.NotEmpty(coaching.Figures);
        Assert.All(coaching.Figures, static figure => Assert.Null(figure.Others));
    }

    [Fact]
    public void Of_fewer_than_thirty_contacts_nothing_is_said() =>
        Assert.Empty(Of([.. Half(5, static (_, _) => 1).Where(static one => one.At < Period.From.AddHours(1))])!.Figures);

    [Fact]
    public void Ratings_are_those_of_the_group_that_finishes_what_comes_into_the_queue_and_are_compared_by_topic()
    {
        // each group has a queue of its own, and one topic is in both
        var half = Half(6, static (_, _) => 1).Select(static one => one with
        {
            Work = WorkByQueue.None.With(one.Profile == Cards ? CardQueue : SavingQueue, one.Work!.Queues[CardQueue]),
        }).Where(static one => one.Profile != Night).ToArray();
        var surveys = Enumerable.Range(0, 120).Select(static i => new Survey(
            $"c-{i}", i % 2 == 0 && i % 3 > 0 ? 2 : 5, null, i % 2 == 0 ? CardQueue : SavingQueue, "app", InHours(i))).ToArray();

        var hint = Assert.Single(
            Of(half, surveys)!.Figures, static figure => figure is { IsHint: true, Measure: CoachingMeasure.Satisfied });

        Assert.Equal((Cards, "app", 60L), (hint.Group, hint.Of, hint.Value.Count));
        Assert.Equal((20.0 / 60, 1.0), (hint.Value.Value, hint.Others!.Value));
    }

    [Fact]
    public void Ratings_of_a_queue_that_several_groups_share_are_of_none_of_them()
    {
        var surveys = Enumerable.Range(0, 120)
            .Select(static i => new Survey($"c-{i}", 1 + (i % 5), null, CardQueue, "app", InHours(i))).ToArray();

        Assert.DoesNotContain(
            Of(Half(7, static (_, _) => 1), surveys)!.Figures, static figure => figure.Measure == CoachingMeasure.Satisfied);
    }

    [Fact]
    public void A_topic_of_which_customers_come_again_more_often_is_a_hint_for_all_agents()
    {
        TopicDay[] heard =
        [
            .. Enumerable.Range(0, 30).Select(static day => TopicDay.Empty(Period.FirstDay.AddDays(day))
                .With("fees", new ReturnCount(40, 18 + (day % 3))).With("app", new ReturnCount(60, 9 + (day % 2)))
                .With("fees", new TopicCount(40, 40, 4000)).With("app", new TopicCount(60, 60, 6100))),
        ];

        var hint = Assert.Single(Of([], heard: heard)!.Figures, static figure => figure.IsHint);

        Assert.Equal((null, "fees", CoachingMeasure.Again, 1200L), (hint.Group, hint.Of, hint.Measure, hint.Value.Count));
    }

    [Fact]
    public void Nothing_is_compared_before_somebody_has_switched_it_on()
    {
        Assert.Null(Of(Half(8, static (_, _) => 1), isOn: false));
        Assert.False(new ReportSettings { To = [] }.Coaching);
    }

    [Fact]
    public void Ranges_hold_the_mean_of_all_days_as_often_as_they_say()
    {
        // days differ by a level of their own, which contacts that are taken for independent would hide
        var held = Enumerable.Range(0, 300).Count(static seed =>
        {
            var random = new Random(seed);
            var half = Enumerable.Range(0, 20).Select(day => Work(
                Cards, Period.From.AddDays(day), WorkByQueue.None.With(
                    CardQueue, new ProfileWork(50, (long)(50 * 300 * (0.8 + (0.4 * random.NextDouble()))), 0, 0)))).ToArray();
            var value = Of(half)!.Figures.First(static figure => figure.Measure == CoachingMeasure.Handling).Value;
            return value.Low <= 300 && value.High >= 300;
        });

        Assert.InRange(held / 300.0, 0.91, 0.985);
    }

    private static DateTimeOffset InHours(int i) => Period.From.AddDays(i / 4).AddHours(8 + (i % 4));

    private static (double Value, long Count) Share(IEnumerable<ProfileNumbers> half, Func<string, bool> isOf)
    {
        var work = half.Where(one => isOf(one.Profile) && one.OnlineSeconds > 4 * 1800).Select(static one => one.Work!.Queues[CardQueue])
            .ToArray();
        return ((double)work.Sum(static one => one.TransferredOut) / work.Sum(static one => one.Handled),
            work.Sum(static one => one.Handled));
    }

    private static CoachingSection? Of(
        IReadOnlyList<ProfileNumbers> half, Survey[]? surveys = null, TopicDay[]? heard = null, bool isOn = true) => PeriodReport.Of(
        Period,
        new ReportSources
        {
            Configuration = Center with { Reports = isOn ? new ReportSettings { To = [], Coaching = true } : null },
            Profiles = half,
            Surveys = surveys ?? [],
            Heard = heard ?? [],
        },
        ServiceLevelFormula.AmazonConnect).Coaching;

    private static ProfileNumbers[] Half(int seed, Func<string, string, double> slower)
    {
        var random = new Random(seed);
        return
        [
            .. HalfHours.Between(Period.From, Period.To).Where(static at => at.Hour is >= 8 and < 12).SelectMany(
                static _ => Groups, (at, group) => Work(group, at, Queues.Aggregate(WorkByQueue.None, (work, queue) =>
                {
                    var handled = random.Next(2, 7);
                    var seconds = Enumerable.Range(0, handled).Sum(_ => 300 * slower(group, queue) * (0.5 + random.NextDouble()));
                    return work.With(queue, new ProfileWork(
                        handled, (long)seconds, Enumerable.Range(0, handled).Sum(_ => random.Next(60)),
                        Enumerable.Range(0, handled).Count(_ => random.Next(8) == 0)));
                }))),
        ];
    }

    private static ProfileNumbers Work(string group, DateTimeOffset at, WorkByQueue work) =>
        new(group, at, (5 * 1800) - 60, 3600, 1800, 0, 0)
        {
            Handled = work.Queues.Values.Sum(static one => one.Handled),
            HandleSeconds = work.Queues.Values.Sum(static one => one.HandleSeconds),
            HoldSeconds = work.Queues.Values.Sum(static one => one.HoldSeconds),
            TransferredOut = work.Queues.Values.Sum(static one => one.TransferredOut),
            Work = work,
        };
}
