using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>Reads from the memory what a report is made of.</summary>
/// <param name="numbers">Half hours.</param>
/// <param name="waits">How long contacts waited.</param>
/// <param name="incidents">Incidents that were heard of.</param>
/// <param name="alarms">What alarms did.</param>
/// <param name="leases">What repairs held.</param>
/// <param name="reviews">What people have written.</param>
/// <param name="heard">What contacts were about.</param>
/// <param name="surveys">What customers said afterwards.</param>
/// <param name="promises">How promises to contacts were kept.</param>
/// <param name="centerDays">The days of the center.</param>
/// <param name="advice">What metrics of alarms were.</param>
/// <param name="selfService">What was finished without an agent.</param>
/// <param name="exercises">Exercises that are over.</param>
/// <param name="receipts">The last tests of people.</param>
/// <param name="configuration">Queues, profiles and targets.</param>
public sealed class ReportReader(
    ICenterNumbers numbers,
    IWaitDays waits,
    IIncidentHistory incidents,
    IAlarmHistory alarms,
    ILeaseHistory leases,
    IReviews reviews,
    IHeardContacts heard,
    ISurveyStore surveys,
    IPromisedContacts promises,
    ICenterDays centerDays,
    AdviceReader advice,
    SelfServiceReader selfService,
    IExerciseStore exercises,
    ReceiptBook receipts,
    ContactCenterConfiguration configuration)
{
    private const int PageSize = 100;
    private const int MaximumReviews = 200;

    /// <summary>Nobody holds more exercises in a quarter.</summary>
    private const int MaximumExercises = 100;

    /// <summary>Everything of a period and the one before it.</summary>
    public async ValueTask<ReportSources> ReadAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (from, to) = (period.Before.From, period.To);

        // forecasts learn from half a year, advice from four weeks of alarms and what people said in a quarter
        var learned = new DateTimeOffset(period.FirstDay.AddDays(-ForecastSection.MaximumLearned - 1), TimeOnly.MinValue, TimeSpan.Zero);
        var advised = Day(to).AddDays(-AlarmAdviser.Days) is var first && first < Day(from) ? first : Day(from);
        var queues = new List<QueueNumbers>();
        foreach (var queue in configuration.Queues)
        {
            queues.AddRange(await numbers.OfQueueAsync(queue.Name, learned < from ? learned : from, to, cancellationToken));
        }

        var profiles = new List<ProfileNumbers>();
        foreach (var profile in configuration.RoutingProfiles)
        {
            profiles.AddRange(await numbers.OfProfileAsync(profile.Name, from, to, cancellationToken));
        }

        var days = new List<AlarmDay>();
        for (var day = advised; day <= Day(to); day = day.AddDays(1))
        {
            days.AddRange(await alarms.DayAsync(day, cancellationToken));
        }

        return new ReportSources
        {
            Configuration = configuration,
            Queues = queues,
            Profiles = profiles,
            Waits = await waits.BetweenAsync(period.FirstDay, period.EndDay, cancellationToken),
            Incidents = await incidents.HeardOfAsync(
                to.AddDays(-AlarmAdviser.SilentDays) is var quarter && quarter < from ? quarter : from, to, cancellationToken),
            Alarms = days,
            Metrics = await advice.MetricsAsync(
                configuration,
                [.. days.Where(day => day.Day >= Day(to).AddDays(-AlarmAdviser.Days))],
                to,
                cancellationToken),
            Heard = await heard.SinceAsync(period.Before.FirstDay, cancellationToken),
            Surveys = await surveys.SinceAsync(Day(from), CustomerSection.MaximumSurveys, cancellationToken),
            Leases = await LeasesAsync(from, to, cancellationToken),
            Days = await centerDays.BetweenAsync(period.EndDay.AddDays(-GrowthSeries.Days), period.EndDay, cancellationToken),
            Reviews = await reviews.NewestAsync(MaximumReviews, cancellationToken),
            SelfService = await selfService.ReadAsync(period.Before.FirstDay, period.EndDay, cancellationToken),
            Exercises = await exercises.EndedAsync(before: null, MaximumExercises, cancellationToken),
            Receipts = await receipts.LastAsync(cancellationToken),
            Promises = configuration.Contacts.IsWatched
                ? await promises.SinceAsync(period.Before.FirstDay, cancellationToken) : [],
        };
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private async ValueTask<List<LeaseRecord>> LeasesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var found = new List<LeaseRecord>();
        foreach (var month in HistoryMonths.Between(from, to))
        {
            LeaseKey? after = null;
            IReadOnlyList<LeaseRecord> page;
            do
            {
                page = await leases.MonthAsync(month, PageSize, after, cancellationToken);
                found.AddRange(page.Where(lease => lease.GrantedAt >= from && lease.GrantedAt < to));
                after = page.Count > 0 ? page[^1].Key : null;
            }
            while (page.Count == PageSize);
        }

        return found;
    }
}
