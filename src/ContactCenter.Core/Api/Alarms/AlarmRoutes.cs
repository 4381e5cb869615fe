using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Alarms;

/// <summary>
/// The alarms that are deployed for this center: what they are compared with, how they stand, and whether they are worth it.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="settings">What people have decided.</param>
/// <param name="incidents">Incidents that are not over.</param>
/// <param name="past">The history of incidents, for what people said they were.</param>
/// <param name="alarms">What alarms did.</param>
public sealed class AlarmRoutes(
    ContactCenterConfiguration file, ISettingsStore settings, IIncidentStore incidents, IIncidentHistory past, IAlarmHistory alarms)
    : IApiRoutes
{
    private const int UsualDays = 7;
    private const int MaximumDays = 31;

    /// <summary>So many pages of a month of incidents are read for verdicts: a thousand incidents say enough about noise.</summary>
    private const int MaximumReads = 10;

    private const int PageSize = 100;

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/alarms",
            ApiRole.Viewer,
            "The alarms that are deployed for this center, with how they stand, how often they turned red, and what people said of it.",
            AlarmJson.Default.AlarmList,
            ListAsync) with
        {
            Cost = static _ => ApiRoute.OfManyReads,
            Query = new Dictionary<string, string>
            {
                ["name"] = "Only the alarm of this name; then its changes are there too.",
                ["text"] = "Only alarms with this in name, symptom or resource, in any letter case.",
                ["days"] = $"How many days are looked at, today among them, 1 to {MaximumDays}; {UsualDays} where nothing is said.",
                ["limit"] = "How many entries, 1 to 200; 50 where nothing is said.",
                ["after"] = "Where the page before ended: its next.",
                ["language"] = "Language of sentences, such as de; English where nothing is said.",
            },
        },
    ];

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!PageToken.TryRead(call.Query("after"), 1, out var after))
        {
            return PageToken.Refused;
        }

        var days = UsualDays;
        if (call.Query("days") is { } number
            && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MaximumDays))
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.DaysWrong($"{MaximumDays}"));
        }

        var decided = await settings.ReadAsync(cancellationToken);
        var effective = EffectiveSettings.At(file, decided, call.Now);
        var words = IncidentRoutes.WordsOf(call);
        var (name, text) = (call.Query("name"), call.Query("text") ?? "");
        var limit = call.Limit();
        BoundAlarm[] rest =
        [
            .. AlarmPlan.For(effective.Configuration)
                .Where(alarm => (name is null || alarm.Name == name) && Tells(alarm, text, words))
                .SkipWhile(alarm => after is not null && alarm.Name != after[0])
                .Skip(after is null ? 0 : 1)
                .Take(limit + 1),
        ];
        if (name is not null && rest.Length == 0)
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchAlarm);
        }

        var known = await KnownAsync(call.Now, days, cancellationToken);
        var differences = ThresholdPlan.Differences(file, decided, call.Now).ToDictionary(static one => one.Name, StringComparer.Ordinal);
        var policy = new IncidentPolicy(effective);
        return ApiAnswer.Of(
            new AlarmList(
                [
                    .. rest.Take(limit).Select(alarm => View(alarm, known, differences.GetValueOrDefault(alarm.Name), words) with
                    {
                        HeldUntil = policy.HeldUntil(
                            new CorrelationKey(alarm.Definition.Group, alarm.Resource, ""), call.Now, alarm.Name),
                        Changes = name is null ? null : [.. known.Moments[alarm.Name].OrderDescending()],
                    }),
                ],
                rest.Length > limit ? PageToken.Make(rest[limit - 1].Name) : null),
            AlarmJson.Default.AlarmList);
    }

    private static bool Tells(BoundAlarm alarm, string text, Translation words) => text.Length == 0
        || new[] { alarm.Name, alarm.Resource, alarm.Definition.Symptom, words.Of(alarm.Definition.Symptom) }
            .Any(word => word.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static AlarmView View(BoundAlarm alarm, Known known, ThresholdDifference? difference, Translation words)
    {
        var definition = alarm.Definition;
        AlarmMoment[] moments = [.. known.Moments[alarm.Name].Order()];
        DateTimeOffset[] reds = [.. moments.Where(static moment => moment.State == AlarmState.Alarm).Select(static moment => moment.At)];
        IncidentRecord[] records = [.. known.Records[alarm.Name].DistinctBy(static record => record.Id)];
        return new AlarmView
        {
            Name = alarm.Name,
            Alarm = definition.Id,
            Resource = alarm.Resource,
            Group = definition.Group,
            Symptom = words.Of(definition.Symptom),
            Description = words.Of(definition.Description),
            Severity = definition.Severity,
            Owner = definition.Owner,
            Runbook = definition.Runbook,
            Remediation = definition.Remediation,
            Comparison = definition.Comparison,
            Threshold = definition.AnomalyBand is null ? definition.Threshold : null,
            Limit = definition.AnomalyBand is { } band
                ? band.ToString(CultureInfo.InvariantCulture)
                : MetricText.Format(definition.Threshold, definition.Scale),
            LimitOfFile = difference is null ? null : MetricText.Format(difference.OfFile, definition.Scale),
            ThresholdSource = definition.ThresholdSource,
            Setting = difference?.Setting.Id,
            Datapoints = definition.DatapointsToAlarm,
            Periods = definition.EvaluationPeriods,
            PeriodSeconds = definition.Period.TotalSeconds,
            State = moments.Length > 0 ? moments[^1].State : null,
            Since = moments.Length > 0 ? moments[^1].At : null,
            LastRedAt = reds.Length > 0 ? reds[^1] : null,
            Reds =
            [
                .. Enumerable.Range(0, known.Days)
                    .Select(day => reds.Count(at => DateOnly.FromDateTime(at.UtcDateTime) == known.First.AddDays(day))),
            ],
            Incidents = records.Length,
            Noise = records.Count(static record => record.Verdict == VerdictKind.Noise),
            Real = records.Count(static record => record.Verdict == VerdictKind.Real),
            Incident = known.Followed.GetValueOrDefault(alarm.Name),
        };
    }

    /// <summary>
    /// The history is seconds late, and what is not over is known at once, so both are looked at. A change that both have counts once: the
    /// history keeps milliseconds.
    /// </summary>
    private async ValueTask<Known> KnownAsync(DateTimeOffset now, int days, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var first = today.AddDays(1 - days);
        var moments = new List<(string Name, AlarmMoment Moment)>();
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            moments.AddRange((await alarms.DayAsync(day, cancellationToken))
                .SelectMany(static one => one.Moments.Select(moment => (one.Name, moment))));
        }

        var followed = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var correlation in incidents.ActiveAsync(static _ => { }, cancellationToken))
        {
            // what an exercise makes up turns no alarm red
            if (correlation.Incident!.Exercise is not null)
            {
                continue;
            }

            foreach (var track in correlation.Tracks)
            {
                moments.AddRange(track.Moments.Where(moment => DateOnly.FromDateTime(moment.At.UtcDateTime) >= first)
                    .Select(moment => (track.Name, ToMilliseconds(moment))));
                followed[track.Name] = correlation.Incident.Id;
            }
        }

        var records = new List<(string Name, IncidentRecord Record)>();
        foreach (var month in new[] { today, today.AddMonths(-1) })
        {
            string? after = null;
            for (var reads = 0; reads < MaximumReads && (reads == 0 || after is not null); reads++)
            {
                var page = await past.MonthAsync(month, PageSize, after, cancellationToken);
                records.AddRange(page.Records.SelectMany(static record => record.Alarms.Select(alarm => (alarm.Name, record))));
                after = page.Next;
            }
        }

        return new(
            first,
            days,
            moments.Distinct().ToLookup(static one => one.Name, static one => one.Moment, StringComparer.Ordinal),
            followed,
            records.ToLookup(static one => one.Name, static one => one.Record, StringComparer.Ordinal));
    }

    private static AlarmMoment ToMilliseconds(AlarmMoment moment) =>
        moment with { At = DateTimeOffset.FromUnixTimeMilliseconds(moment.At.ToUnixTimeMilliseconds()) };

    /// <summary>What is known of alarms, by their names.</summary>
    private sealed record Known(
        DateOnly First,
        int Days,
        ILookup<string, AlarmMoment> Moments,
        IReadOnlyDictionary<string, string> Followed,
        ILookup<string, IncidentRecord> Records);
}
