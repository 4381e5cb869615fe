using System.ComponentModel;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>
/// Muting the alarms of an incident from where they are told. What cannot be saved is refused before anything is done; then the incident
/// tells it, if it still fits, and then each alarm is muted. Who asks again with the same key after a failure in between mutes what is
/// missing.
/// </summary>
/// <param name="pipeline">Changes incidents.</param>
/// <param name="incidents">Where incidents are.</param>
/// <param name="policy">What the configuration says about incidents.</param>
/// <param name="desk">Changes settings.</param>
/// <param name="settings">Where settings are.</param>
/// <param name="file">The file.</param>
public sealed class MuteRoutes(
    IncidentPipeline pipeline,
    IIncidentStore incidents,
    IncidentPolicy policy,
    SettingsDesk desk,
    ISettingsStore settings,
    ContactCenterConfiguration file) : IApiRoutes
{
    /// <summary>More alarms than this are a window of planned work.</summary>
    private const int MaximumAlarms = 10;

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Post(
            "/incidents/{id}/mute",
            ApiRole.Responder,
            "Mute alarms of an incident until a time; for longer than a day it takes the role administrator.",
            ApiJson.Default.MuteBody,
            ApiJson.Default.MuteAnswer,
            MuteAsync) with
        {
            IsVersioned = true,
        },
    ];

    private async ValueTask<ApiAnswer> MuteAsync(ApiCall call, MuteBody body, CancellationToken cancellationToken)
    {
        if (await incidents.FindAsync(call.Path["id"], cancellationToken) is not { Incident: { } incident } correlation)
        {
            return IncidentRoutes.Unknown;
        }

        string[] names = body.Alarms is { Count: > 0 } named
            ? [.. named.Distinct(StringComparer.Ordinal)]
            :
            [
                .. correlation.Tracks.Where(track => track.Incident == incident.Number && track.IsRed)
                    .Select(static track => track.Name)
                    .Distinct(StringComparer.Ordinal),
            ];
        if (names.Length > MaximumAlarms)
        {
            return ApiAnswer.Of(
                ApiProblem.Invalid,
                $"These are {names.Length} alarms, and at most {MaximumAlarms} are muted at once: name some, or set planned work.");
        }

        Mute[] mutes =
        [
            .. names.Select(name => new Mute
            {
                Author = call.Caller.Name, Reason = body.Reason, From = call.Now, Until = body.Until, Alarm = name,
            }),
        ];
        if (await RefusedAsync(call, mutes, cancellationToken) is { } refused)
        {
            return refused;
        }

        var acted = ActRoutes.Marked(call, new PersonActed(PersonAction.Mute, call.Caller.Name)
        {
            Alarms = [.. names],
            Until = body.Until,
            Note = ActRoutes.Written(body.Reason),
        });
        var decision = await pipeline.ActAsync(incident.Id, acted, call.Now, cancellationToken);
        return ActRoutes.Refused(decision) ?? await SaveAsync(call, mutes, decision!, cancellationToken);
    }

    private async ValueTask<ApiAnswer?> RefusedAsync(ApiCall call, Mute[] mutes, CancellationToken cancellationToken)
    {
        var rules = new SettingRules(file);
        foreach (var mute in mutes)
        {
            if (SettingRoutes.Refused(call, before: null, mute) is { } forbidden)
            {
                return forbidden;
            }

            if (rules.Check(mute, call.Now) is { Count: > 0 } problems)
            {
                return SettingRoutes.Answer(new SettingRefused(problems), isSeen: false);
            }
        }

        var known = (await settings.ReadAsync(cancellationToken))[SettingKind.Mutes].Settings.Count(one => !one.IsOver(call.Now));
        return known + mutes.Length > SettingRules.MaximumOfKind
            ? ApiAnswer.Of(
                ApiProblem.Conflict, $"There are {known} mutes already, and at most {SettingRules.MaximumOfKind}: end some first.")
            : null;
    }

    private async ValueTask<ApiAnswer> SaveAsync(ApiCall call, Mute[] mutes, Decision decision, CancellationToken cancellationToken)
    {
        var acts = new List<SettingAct>();
        foreach (var mute in mutes)
        {
            var mark = SettingRoutes.MarkOf(call, $"-{Fingerprint.Of(mute.Alarm!)}");
            var outcome = await desk.SaveAsync(mute, mark, call.Now, cancellationToken);
            if (outcome is not SettingSaved { Act: var act })
            {
                return SettingRoutes.Answer(outcome, isSeen: false);
            }

            acts.Add(act);
        }

        var details = ActRoutes.Details(call, decision, policy);
        return ApiAnswer.Of(new MuteAnswer(details, acts), ApiJson.Default.MuteAnswer) with { Version = details.Version };
    }
}

/// <summary>Alarms rest.</summary>
public sealed record MuteBody
{
    /// <summary>Until when.</summary>
    [Description("Until when they are muted.")]
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why.</summary>
    [Description("Why; it stands on the timeline and with the mutes.")]
    public required string Reason { get; init; }

    /// <summary>Which.</summary>
    [Description("Whole names of alarms that take part; all that are red where nothing is said.")]
    public IReadOnlyList<string>? Alarms { get; init; }
}

/// <summary>What was muted.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Acts">An act for each alarm, by which it is undone.</param>
public sealed record MuteAnswer(IncidentDetails Incident, IReadOnlyList<SettingAct> Acts);
