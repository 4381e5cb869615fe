using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Notifications.HandOver;

/// <summary>Gathers what there is to tell of a hand-over.</summary>
/// <param name="settings">What holds now.</param>
/// <param name="desk">What is promised.</param>
/// <param name="incidents">What is open.</param>
/// <param name="history">What was over.</param>
/// <param name="acts">What was decided.</param>
public sealed class HandOverReader(
    SettingsView settings, IncidentDesk desk, IIncidentStore incidents, IIncidentHistory history, ISettingsStore acts)
{
    /// <summary>So many of the newest decisions are looked at.</summary>
    private const int MaximumActs = 50;

    private const int MaximumPages = 3;
    private const int PageSize = 100;

    /// <summary>
    /// What would be told of a schedule if it were handed over now, to whoever comes next; null: nobody takes turns in it.
    /// </summary>
    /// <param name="schedule">Name of the schedule.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<HandOverFacts?> PreviewAsync(string schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var effective = await settings.GetAsync();
        if (effective.Schedule(schedule) is not { } turns)
        {
            return null;
        }

        var current = turns.At(now);
        return await ReadAsync(
            schedule,
            new Escalation.HandOver(now, current, current is null ? null : turns.At(current.To)),
            effective,
            await desk.PolicyNowAsync(),
            now,
            cancellationToken);
    }

    /// <summary>What there is to tell of a hand-over.</summary>
    /// <param name="schedule">Name of the schedule.</param>
    /// <param name="moment">Who goes, who comes.</param>
    /// <param name="effective">What holds now.</param>
    /// <param name="policy">What is promised.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<HandOverFacts> ReadAsync(
        string schedule,
        Escalation.HandOver moment,
        EffectiveSettings effective,
        IncidentPolicy policy,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var open = new List<Incident>();
        await foreach (var correlation in incidents.ActiveAsync(static _ => { }, cancellationToken))
        {
            open.Add(correlation.Incident!);
        }

        open =
        [
            .. open.OrderBy(static incident => incident.Exercise is not null)
                .ThenBy(static incident => incident.Severity)
                .ThenBy(static incident => incident.OpenedAt),
        ];
        var bare = new HandOverFacts { Schedule = schedule, Moment = moment, Open = [.. open] };
        var done = new List<TimelineEvent>();
        foreach (var incident in open.Take(PageSize))
        {
            done.AddRange((await incidents.TimelineAsync(incident.Id, cancellationToken))
                .Where(entry => entry.Kind == TimelineKind.Person && entry.At >= bare.Since));
        }

        return bare with
        {
            Acts = [.. done.OrderBy(static entry => entry.At)],
            Over = [.. (await OverAsync(bare.Since, now, cancellationToken)).OrderBy(static record => record.ResolvedAt)],
            Decided =
            [
                .. (await acts.ActsAsync(before: null, MaximumActs, cancellationToken)).Where(act => act.At >= bare.Since).Reverse(),
            ],
            Running = [.. effective.Settings.All.Where(setting => setting.Holds(now))],
            Windows =
            [
                .. effective.Configuration.Maintenance
                    .Where(window => window.From <= now && now < window.To)
                    .Where(window => !effective.Settings.All.OfType<PlannedWork>().Any(work => work.Reason == window.Name))
                    .Select(static window => (window.Name, window.To)),
            ],
            Promised = HandOverFacts.PromisedNext(open, policy),
        };
    }

    /// <summary>What ended in the turn, of what was heard of in this month and the one before.</summary>
    private async Task<List<IncidentRecord>> OverAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = new List<IncidentRecord>();
        var month = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var one in new[] { month, month.AddMonths(-1) })
        {
            string? after = null;
            for (var page = 0; page < MaximumPages; page++)
            {
                var found = await history.MonthAsync(one, PageSize, after, cancellationToken);
                over.AddRange(found.Records.Where(record => record.ResolvedAt >= since));
                after = found.Next;
                if (after is null)
                {
                    break;
                }
            }
        }

        return over;
    }
}
