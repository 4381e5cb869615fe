using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>A week or a month of a contact center, with every number that is known of it, beside the period before.</summary>
public sealed record PeriodReport
{
    /// <summary>So many alarms are listed, the noisiest first.</summary>
    public const int MaximumAlarms = 15;

    /// <summary>The first day.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>A week or a month.</summary>
    public required PeriodKind Kind { get; init; }

    /// <summary>By which formula service levels count.</summary>
    public required ServiceLevelFormula Formula { get; init; }

    /// <summary>All queues and channels together.</summary>
    public required QueueTotals Totals { get; init; }

    /// <summary>The same in the period before.</summary>
    public required QueueTotals Before { get; init; }

    /// <summary>Whether anything is known of the period before.</summary>
    public bool HasBefore { get; init; }

    /// <summary>Queues by channel, the largest problem first: by how many were missed beyond the target.</summary>
    public ImmutableArray<QueueSection> Queues { get; init; } = [];

    /// <summary>How long contacts waited, by queue and channel.</summary>
    public ImmutableArray<WaitSection> Waits { get; init; } = [];

    /// <summary>Queues, and of how many days it is not known how long their contacts waited.</summary>
    public ImmutableArray<DataGap> WaitGaps { get; init; } = [];

    /// <summary>How promises to contacts were kept, in the order of the file.</summary>
    public ImmutableArray<PromiseSection> Promises { get; init; } = [];

    /// <summary>Days, in order.</summary>
    public ImmutableArray<DayTotals> Days { get; init; } = [];

    /// <summary>Agents by routing profile.</summary>
    public ImmutableArray<ProfileSection> Profiles { get; init; } = [];

    /// <summary>Incidents by severity.</summary>
    public ImmutableArray<SeveritySection> Severities { get; init; } = [];

    /// <summary>Incidents by owner.</summary>
    public ImmutableArray<OwnerSection> Owners { get; init; } = [];

    /// <summary>P1 and P2 incidents.</summary>
    public int Grave { get; init; }

    /// <summary>The same in the period before.</summary>
    public int GraveBefore { get; init; }

    /// <summary>Incidents of which somebody heard at night.</summary>
    public int AtNight { get; init; }

    /// <summary>The same in the period before.</summary>
    public int AtNightBefore { get; init; }

    /// <summary>Whom they reached.</summary>
    public ImmutableArray<PagedSection> Paged { get; init; } = [];

    /// <summary>Availability of parts that had a P1.</summary>
    public ImmutableArray<AvailabilitySection> Availability { get; init; } = [];

    /// <summary>Alarms, the noisiest first.</summary>
    public ImmutableArray<AlarmSection> Alarms { get; init; } = [];

    /// <summary>What would make them worth hearing, chosen in the weeks before and tried in the last week of the period.</summary>
    public ImmutableArray<AlarmAdvice> Advice { get; init; } = [];

    /// <summary>Calls of each queue as they were forecast, and as they are for the next weeks.</summary>
    public ImmutableArray<ForecastSection> Forecasts { get; init; } = [];

    /// <summary>Days of the weeks until its end of which something is kept; 0: nothing is kept of days.</summary>
    public int DaysKept { get; init; }

    /// <summary>What went up or down over these weeks beyond chance, and which limits are near.</summary>
    public ImmutableArray<TrendSection> Trends { get; init; } = [];

    /// <summary>What customers were in touch about and what they thought.</summary>
    public CustomerSection Customers { get; init; } = new();

    /// <summary>What customers wrote in surveys and public reviews; nothing of their words.</summary>
    public CommentDigest Comments { get; init; } = new();

    /// <summary>Hints for coaching; null where nobody has switched them on.</summary>
    public CoachingSection? Coaching { get; init; }

    /// <summary>What was finished without an agent; null: nothing is known of it.</summary>
    public SelfServiceSection? SelfService { get; init; }

    /// <summary>Who has practised, and at whom tests arrived.</summary>
    public PractiseSection Practised { get; init; } = new();

    /// <summary>Repairs.</summary>
    public ImmutableArray<RemediationSection> Repairs { get; init; } = [];

    /// <summary>Actions that are agreed and not done, the most overdue first.</summary>
    public ImmutableArray<OpenAction> Actions { get; init; } = [];

    /// <summary>What a meeting about it has to talk about.</summary>
    public MeetingAgenda Agenda { get; init; } = new();

    /// <summary>Reviews that are not done.</summary>
    public int OpenReviews { get; init; }

    /// <summary>Half hours of which nothing is known.</summary>
    public ImmutableArray<DataGap> Gaps { get; init; } = [];

    /// <summary>Counts it. Pure: the same sources make the same report.</summary>
    public static PeriodReport Of(ReportPeriod period, ReportSources sources, ServiceLevelFormula formula)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(sources);
        var (from, to, before) = (period.From, period.To, period.Before);
        var earlier = before.From;
        QueueNumbers[] now = [.. sources.Queues.Where(half => half.At >= from && half.At < to)];
        QueueNumbers[] then = [.. sources.Queues.Where(half => half.At >= earlier && half.At < from)];
        IncidentRecord[] incidents = [.. sources.Incidents.Where(one => one.DetectedAt >= from && one.DetectedAt < to)];
        IncidentRecord[] incidentsThen = [.. sources.Incidents.Where(one => one.DetectedAt >= earlier && one.DetectedAt < from)];
        QueueSection[] queues =
        [
            .. Sections(now, then, sources)
                .OrderByDescending(queue => Excess(queue, formula)).ThenBy(static queue => queue.Queue, StringComparer.Ordinal),
        ];
        var alarms = AlarmSection.Of(sources.Alarms, incidents, from, to);
        var actions = OpenAction.Of(sources.Reviews, period.EndDay);
        return new PeriodReport
        {
            FirstDay = period.FirstDay,
            LastDay = period.EndDay.AddDays(-1),
            Kind = period.Kind,
            Formula = formula,
            Totals = Sum(now),
            Before = Sum(then),
            HasBefore = then.Length > 0,
            Queues = [.. queues],
            Waits = WaitSection.Of(period, sources, [.. queues.Select(static queue => (queue.Queue, queue.Channel))]),
            WaitGaps = WaitSection.Missing(period, sources),
            Promises = PromiseSection.Of(period, sources),
            Days = ByDay(now, period.Zone),
            Profiles = Profiled(sources.Profiles.Where(half => half.At >= from && half.At < to)),
            Severities = IncidentSections.BySeverity(incidents, incidentsThen),
            Owners = IncidentSections.ByOwner(incidents),
            Grave = incidents.Count(IncidentSections.IsGrave),
            GraveBefore = incidentsThen.Count(IncidentSections.IsGrave),
            AtNight = IncidentSections.AtNight(incidents, period.Zone),
            AtNightBefore = IncidentSections.AtNight(incidentsThen, period.Zone),
            Paged = IncidentSections.Paged(incidents, period.Zone),
            Availability = IncidentSections.Availability(sources.Incidents, from, to),
            Alarms = alarms,
            Advice =
            [
                .. AlarmAdviser.Of(
                    [.. sources.Alarms.Where(day => day.Day >= period.EndDay.AddDays(-AlarmAdviser.Days) && day.Day <= period.EndDay)],
                    [.. sources.Incidents.Where(one => one.DetectedAt < to)],
                    to,
                    TimeSpan.FromMinutes(1),
                    period.Zone,
                    sources.Metrics).Take(MaximumAlarms),
            ],
            Forecasts = ForecastSection.Of(period, sources),
            DaysKept = sources.Days.Count,
            Trends = TrendSection.For(sources.Days),
            Customers = CustomerSection.Of(period, sources),
            Comments = Written(period, sources),
            Coaching = CoachingSection.Of(period, sources),
            SelfService = SelfServiceSection.Of(period, sources.SelfService),
            Practised = PractiseSection.Of(period, sources),
            Repairs = RemediationSection.Of(sources.Leases.Where(lease => lease.GrantedAt >= from && lease.GrantedAt < to)),
            Actions = actions,
            Agenda = MeetingAgenda.Of(
                sources, [.. incidents.Select(one => RemediationEffect.Judged(one, sources.Leases))], actions, alarms, period.Zone),
            OpenReviews = sources.Reviews.Count(static review => review.State != ReviewState.Done),
            Gaps = Missing(period, sources, now),
        };
    }

    /// <summary>Those of the period, of surveys and of a file; what nobody knows the day of is left out and counted.</summary>
    private static CommentDigest Written(ReportPeriod period, ReportSources sources)
    {
        HeardComment[] all =
        [
            .. sources.Comments.Where(one => one.Day >= period.FirstDay && one.Day < period.EndDay),
            .. CommentReader.Of(sources.Surveys.Where(survey => period.Has(survey.At)), sources.Configuration, period.Zone),
        ];
        return CommentDigest.Of(all, examples: 0) with { Undated = sources.Comments.Count(static one => one.Day is null) };
    }

    private static QueueTotals Sum(IEnumerable<QueueNumbers> half) => half
        .SelectMany(static one => one.Channels.Values).Select(QueueTotals.Of).Aggregate(new QueueTotals(), QueueTotals.Add);

    private static IEnumerable<QueueSection> Sections(QueueNumbers[] now, QueueNumbers[] then, ReportSources sources)
    {
        var before = Totalled(then);
        var targets = sources.Configuration.Queues.ToDictionary(
            static queue => queue.Name, static queue => queue.ServiceLevelPercent / 100, StringComparer.Ordinal);
        return Totalled(now).Select(one => new QueueSection(
            one.Key.Queue,
            one.Key.Channel,
            one.Value,
            before.GetValueOrDefault(one.Key) ?? new QueueTotals(),
            targets.GetValueOrDefault(one.Key.Queue, new Configuration.QueueSettings { Name = one.Key.Queue }.ServiceLevelPercent / 100)));
    }

    private static Dictionary<(string Queue, ContactChannel Channel), QueueTotals> Totalled(IEnumerable<QueueNumbers> half)
    {
        var totals = new Dictionary<(string, ContactChannel), QueueTotals>();
        foreach (var one in half)
        {
            foreach (var (channel, numbers) in one.Channels)
            {
                var key = (one.Queue, channel);
                totals[key] = (totals.GetValueOrDefault(key) ?? new QueueTotals()) + QueueTotals.Of(numbers);
            }
        }

        return totals;
    }

    /// <summary>How many were missed beyond what the target allows.</summary>
    private static double Excess(QueueSection queue, ServiceLevelFormula formula)
    {
        var level = queue.Totals.By(formula);
        return level.Of - level.Met - ((1 - queue.Target) * level.Of);
    }

    private static ImmutableArray<DayTotals> ByDay(IEnumerable<QueueNumbers> now, TimeZoneInfo zone) =>
    [
        .. now.GroupBy(half => LocalDay.Of(half.At, zone))
            .Select(static day => new DayTotals(day.Key, Sum(day)))
            .OrderBy(static day => day.Day),
    ];

    private static ImmutableArray<ProfileSection> Profiled(IEnumerable<ProfileNumbers> half) =>
    [
        .. half.GroupBy(static one => one.Profile, StringComparer.Ordinal)
            .Select(static profile => ProfileSection.Of(profile.Key, [.. profile]))
            .OrderBy(static profile => profile.Profile, StringComparer.Ordinal),
    ];

    /// <summary>A queue or a profile that is configured and of which half hours are not there.</summary>
    private static ImmutableArray<DataGap> Missing(ReportPeriod period, ReportSources sources, QueueNumbers[] now)
    {
        var all = period.HalfHourCount;
        var queues = now.GroupBy(static half => half.Queue, StringComparer.Ordinal)
            .ToDictionary(
                static queue => queue.Key, static queue => queue.DistinctBy(static half => half.At).Count(), StringComparer.Ordinal);
        var profiles = sources.Profiles.Where(half => period.Has(half.At)).GroupBy(static half => half.Profile, StringComparer.Ordinal)
            .ToDictionary(static one => one.Key, static one => one.DistinctBy(static half => half.At).Count(), StringComparer.Ordinal);
        return
        [
            .. sources.Configuration.Queues.Select(queue => new DataGap(queue.Name, all - queues.GetValueOrDefault(queue.Name), all))
                .Concat(sources.Configuration.RoutingProfiles.Select(
                    profile => new DataGap(profile.Name, all - profiles.GetValueOrDefault(profile.Name), all)))
                .Where(static gap => gap.Missing > 0)
                .OrderByDescending(static gap => gap.Missing),
        ];
    }
}
