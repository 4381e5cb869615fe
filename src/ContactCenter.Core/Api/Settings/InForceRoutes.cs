using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Settings;

/// <summary>What comes of the file and of what people have decided over it.</summary>
/// <param name="store">Where settings are.</param>
/// <param name="file">The file.</param>
public sealed class InForceRoutes(ISettingsStore store, ContactCenterConfiguration file) : IApiRoutes
{
    private const int UsualDays = 7;
    private const int MaximumDays = 31;

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("/on-call", ApiRole.Viewer, "Who is on call, now and next.", SettingJson.Default.OnCallList, OnCallAsync) with
        {
            Query = new Dictionary<string, string>
            {
                ["schedule"] = "Only by this schedule.",
                ["at"] = "From this time on, such as 2026-11-30T18:00:00Z; now where nothing is said.",
                ["days"] = $"For so many days, 1 to {MaximumDays}; {UsualDays} where nothing is said.",
            },
        },
        ApiRoute.Get(
            "/thresholds",
            ApiRole.Viewer,
            "Alarms whose threshold is another than that of the file.",
            SettingJson.Default.ThresholdList,
            async (call, cancellationToken) => ApiAnswer.Of(
                new ThresholdList(ThresholdPlan.Differences(file, await store.ReadAsync(cancellationToken), call.Now)),
                SettingJson.Default.ThresholdList)),
        ApiRoute.Get(
            "/in-force",
            ApiRole.Viewer,
            "What holds now for customers and repairs: which queues are open, who stands in for them, what is announced.",
            SettingJson.Default.InForceView,
            InForceAsync),
    ];

    private async ValueTask<ApiAnswer> InForceAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var (alone, effective) = (
            EffectiveSettings.Of(file), EffectiveSettings.At(file, await store.ReadAsync(cancellationToken), call.Now));
        var forced = effective.Forced(call.Now);
        return ApiAnswer.Of(
            new InForceView(
                [
                    .. file.Queues.Select(queue => new QueueInForce(
                        queue.Name,
                        effective.Calendar.IsOpen(queue.Name, call.Now),
                        alone.Calendar.IsOpen(queue.Name, call.Now),
                        queue.Standby,
                        forced.Contains(queue.Name),
                        effective.Announcement(queue.Name, call.Now)?.Texts)),
                ],
                effective.Repairs(file.Remediation.Mode, call.Now),
                file.Remediation.Mode,
                effective.Freeze(call.Now) is not null),
            SettingJson.Default.InForceView);
    }

    private async ValueTask<ApiAnswer> OnCallAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!ApiTime.TryTime(call, "at", call.Now, out var at, out var refused))
        {
            return refused;
        }

        var days = UsualDays;
        if (call.Query("days") is { } number
            && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MaximumDays))
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.DaysWrong($"{MaximumDays}"));
        }

        if (call.Query("schedule") is { } name && !file.OnCall.ContainsKey(name))
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchSchedule);
        }

        var (alone, effective) = (
            EffectiveSettings.Of(file), EffectiveSettings.At(file, await store.ReadAsync(cancellationToken), call.Now));
        var views = file.OnCall.Keys
            .Where(schedule => call.Query("schedule") is not { } asked || asked == schedule)
            .Order(StringComparer.Ordinal)
            .Select(schedule => new OnCallView(
                schedule,
                [
                    .. SettingPreview.TurnsOf(alone.Schedule(schedule)!, effective.Schedule(schedule)!, at, at.AddDays(days))
                        .Select(static turn => new OnCallTurnView(turn.From, turn.To, turn.After, turn.Before)),
                ])
            {
                Participants =
                [
                    .. file.OnCall[schedule].Participants.Select(person =>
                        new OnCallPersonView(person.Name, person.TimeZone ?? file.OnCall[schedule].TimeZone ?? file.TimeZone)),
                ],
            });
        return ApiAnswer.Of(new OnCallList([.. views]), SettingJson.Default.OnCallList);
    }
}
