using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>
/// Hints for coaching: where a group of agents (a routing profile) differs from the other groups with contacts of the same queue, or with
/// ratings of the same topic, beyond chance. Never of persons: nothing is counted of a half hour in which fewer than
/// <see cref="MinimumPeople"/> of a group were logged in, and groups stand by their names and in no order of merit.
/// </summary>
public sealed record CoachingSection
{
    /// <summary>So many people of a group were logged in at least, or the half hour is left out.</summary>
    public const int MinimumPeople = 5;

    /// <summary>Of fewer contacts, or ratings, nothing is said.</summary>
    public const int MinimumContacts = 30;

    /// <summary>Of a queue of which a group finished this share at least, all ratings are its own.</summary>
    public const double MinimumOwn = 0.95;

    private static readonly CoachingMeasure[] OfContacts = [CoachingMeasure.Handling, CoachingMeasure.Hold, CoachingMeasure.Transferred];

    /// <summary>What is known, by group, queue or topic, and measure.</summary>
    public ImmutableArray<CoachingFigure> Figures { get; init; } = [];

    /// <summary>Groups that were large enough at some time.</summary>
    public int Groups { get; init; }

    /// <summary>Groups that never were.</summary>
    public int SmallGroups { get; init; }

    /// <summary>Contacts of half hours that are left out.</summary>
    public long LeftOut { get; init; }

    /// <summary>How many figures are compared with others: of a hundred, two or three are hints by chance.</summary>
    public int Compared => Figures.Count(static figure => figure.Difference is not null);

    /// <summary>Counts it; null where nobody has switched it on.</summary>
    internal static CoachingSection? Of(ReportPeriod period, ReportSources sources)
    {
        if (sources.Configuration.Reports?.Coaching != true)
        {
            return null;
        }

        var all = sources.Profiles.Where(half => period.Has(half.At)).ToArray();
        var large = all.Where(IsLarge).ToArray();
        var groups = large.Select(static half => half.Profile).Distinct(StringComparer.Ordinal).Count();
        return new CoachingSection
        {
            Figures = [.. OfWork(large, period, sources), .. OfRatings(all, large, period, sources), .. OfTopics(period, sources)],
            Groups = groups,
            SmallGroups = all.Select(static half => half.Profile).Distinct(StringComparer.Ordinal).Count() - groups,
            LeftOut = all.Where(static half => !IsLarge(half)).Sum(static half => half.Handled ?? 0),
        };
    }

    /// <summary>More seconds online than one fewer can be in half an hour.</summary>
    private static bool IsLarge(ProfileNumbers half) => half.OnlineSeconds > (MinimumPeople - 1) * (long)HalfHours.Length.TotalSeconds;

    private static IEnumerable<CoachingFigure> OfWork(ProfileNumbers[] large, ReportPeriod period, ReportSources sources)
    {
        GroupDay[] days =
        [
            .. large.Where(static half => half.Work is not null)
                .SelectMany(
                    static half => half.Work!.Queues,
                    (half, queue) => new GroupDay(half.Profile, queue.Key, LocalDay.Of(half.At, period.Zone), queue.Value))
                .GroupBy(static one => (one.Group, one.Queue, one.Day))
                .Select(static day => new GroupDay(
                    day.Key.Group, day.Key.Queue, day.Key.Day,
                    day.Aggregate(ProfileWork.None, static (sum, one) => sum.Plus(one.Work)))),
        ];
        return
            from cell in days.GroupBy(static day => (day.Group, day.Queue))
                .OrderBy(static cell => cell.Key.Group, StringComparer.Ordinal)
                .ThenBy(static cell => cell.Key.Queue, StringComparer.Ordinal)
            from measure in OfContacts
            let value = Measured(cell, measure)
            where value is { Count: >= MinimumContacts }
            let others = Measured(days.Where(day => day.Queue == cell.Key.Queue && day.Group != cell.Key.Group), measure)
            select new CoachingFigure(cell.Key.Group, cell.Key.Queue, measure, value)
            {
                Topics =
                [
                    .. sources.Configuration.Routing.Topics.Where(topic => topic.Value.Queue == cell.Key.Queue)
                        .Select(static topic => topic.Key).Order(StringComparer.Ordinal),
                ],
                Own = Measured(days.Where(day => day.Group == cell.Key.Group), measure)?.Value,
                Others = others is { Count: >= MinimumContacts } ? others : null,
            };
    }

    private static Estimate? Measured(IEnumerable<GroupDay> days, CoachingMeasure measure)
    {
        (double, long)[] each =
        [
            .. days.GroupBy(static day => day.Day).Select(day => (
                (double)day.Sum(one => measure switch
                {
                    CoachingMeasure.Handling => one.Work.HandleSeconds,
                    CoachingMeasure.Hold => one.Work.HoldSeconds,
                    _ => one.Work.TransferredOut,
                }),
                day.Sum(static one => one.Work.Handled))),
        ];
        return measure == CoachingMeasure.Transferred ? Estimate.OfShareByDays(each) : Estimate.OfDays(each);
    }

    /// <summary>Who rates says no agent; but where one group finishes what comes into a queue, its ratings are of that group.</summary>
    private static IEnumerable<CoachingFigure> OfRatings(
        ProfileNumbers[] all, ProfileNumbers[] large, ReportPeriod period, ReportSources sources)
    {
        var owners = Owners(all, period, sources);
        var counted = large.Select(static half => (half.Profile, half.At)).ToHashSet();
        (string Group, Survey Survey)[] rated =
        [
            .. sources.Surveys
                .Where(survey => survey.Rating is not null && period.Has(survey.At) && owners.ContainsKey(survey.Queue ?? ""))
                .Select(survey => (Group: owners[survey.Queue!], Survey: survey))
                .Where(one => counted.Contains((one.Group, HalfHours.Begin(one.Survey.At)))),
        ];
        return
            from cell in rated.Where(static one => one.Survey.Topic is { } topic && TopicAnswer.IsTopic(topic))
                .GroupBy(static one => (one.Group, Topic: one.Survey.Topic!))
                .OrderBy(static cell => cell.Key.Group, StringComparer.Ordinal)
                .ThenBy(static cell => cell.Key.Topic, StringComparer.Ordinal)
            let value = Satisfied(cell)
            where value is { Count: >= MinimumContacts }
            let others = Satisfied(rated.Where(one => one.Survey.Topic == cell.Key.Topic && one.Group != cell.Key.Group))
            select new CoachingFigure(cell.Key.Group, cell.Key.Topic, CoachingMeasure.Satisfied, value)
            {
                Own = Satisfied(rated.Where(one => one.Group == cell.Key.Group))?.Value,
                Others = others is { Count: >= MinimumContacts } ? others : null,
            };
    }

    private static Estimate? Satisfied(IEnumerable<(string Group, Survey Survey)> rated) =>
        Estimate.Of(Satisfaction.Of(rated.Select(static one => one.Survey)));

    private static Dictionary<string, string> Owners(ProfileNumbers[] all, ReportPeriod period, ReportSources sources)
    {
        var finished = sources.Queues.Where(half => period.Has(half.At)).GroupBy(static half => half.Queue, StringComparer.Ordinal)
            .ToDictionary(
                static queue => queue.Key,
                static queue => queue.Sum(static half => half.Channels.Values.Sum(static channel => channel.Handled ?? 0)),
                StringComparer.Ordinal);
        return all.Where(static half => half.Work is not null)
            .SelectMany(static half => half.Work!.Queues, static (half, queue) => (half.Profile, Queue: queue.Key, queue.Value.Handled))
            .GroupBy(static one => one.Queue, StringComparer.Ordinal)
            .Select(queue => (
                Queue: queue.Key,
                All: Math.Max(finished.GetValueOrDefault(queue.Key), queue.Sum(static one => one.Handled)),
                Most: queue.GroupBy(static one => one.Profile, StringComparer.Ordinal)
                    .Select(static group => (Group: group.Key, Handled: group.Sum(static one => one.Handled)))
                    .MaxBy(static group => group.Handled)))
            .Where(static queue => queue.Most.Handled > 0 && queue.Most.Handled >= MinimumOwn * queue.All)
            .ToDictionary(static queue => queue.Queue, static queue => queue.Most.Group, StringComparer.Ordinal);
    }

    /// <summary>How customers sound, and who comes again, is known by topic and by no group: each topic beside all others.</summary>
    private static IEnumerable<CoachingFigure> OfTopics(ReportPeriod period, ReportSources sources)
    {
        var days = sources.Heard.Where(day => day.Day >= period.FirstDay && day.Day < period.EndDay).ToArray();
        var topics = days.SelectMany(static day => day.Topics.Keys.Concat(day.Returns.Keys))
            .Where(static topic => TopicAnswer.IsTopic(topic) && topic != FlowValue.None)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
            from topic in topics
            from figure in new[]
            {
                Beside(
                    topic, CoachingMeasure.Sentiment,
                    Estimate.OfDays([.. days.Select(day => Sounded(day, topic, isOf: true))]),
                    Estimate.OfDays([.. days.Select(day => Sounded(day, topic, isOf: false))])),
                Beside(
                    topic, CoachingMeasure.Again,
                    Estimate.OfShareByDays([.. days.Select(day => Returned(day, topic, isOf: true))]),
                    Estimate.OfShareByDays([.. days.Select(day => Returned(day, topic, isOf: false))])),
            }
            where figure is not null
            select figure;
    }

    private static CoachingFigure? Beside(string topic, CoachingMeasure measure, Estimate? value, Estimate? others) =>
        value is { Count: >= MinimumContacts } known
            ? new CoachingFigure(null, topic, measure, known) { Others = others is { Count: >= MinimumContacts } ? others : null } : null;

    private static (double Sum, long Count) Sounded(TopicDay day, string topic, bool isOf) => (
        day.Topics.Where(one => one.Key == topic == isOf).Sum(static one => (double)one.Value.SentimentSum / TopicCount.Parts),
        day.Topics.Where(one => one.Key == topic == isOf).Sum(static one => one.Value.Scored));

    private static (double Sum, long Count) Returned(TopicDay day, string topic, bool isOf) => (
        day.Returns.Where(one => one.Key == topic == isOf).Sum(static one => one.Value.Again),
        day.Returns.Where(one => one.Key == topic == isOf).Sum(static one => one.Value.Known));

    /// <summary>What a group finished of a queue on a day.</summary>
    private readonly record struct GroupDay(string Group, string Queue, DateOnly Day, ProfileWork Work);
}
