using System.ComponentModel;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>
/// Muting the alarms of an incident from where they are told. What does not fit is refused before anything is done; then each alarm is
/// muted, and last the incident tells it: whatever fails in between, no timeline tells of a mute that is not there. Who asks again with
/// the same key mutes what is missing; where it no longer fits by then, what was muted is undone.
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
        if (body.Alarms?.Contains(null) == true)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.AlarmHasName);
        }

        if (await incidents.FindAsync(call.Path["id"], cancellationToken) is not { Incident: { } incident } correlation)
        {
            return IncidentRoutes.Unknown;
        }

        var done = await desk.FindDoneAsync(SettingKind.Mutes, SettingRoutes.MarkOf(call), call.Now, cancellationToken);
        string[] names =
        [
            .. done.Select(static act => ((Mute)act.After!).Alarm!)
                .Concat(body.Alarms is { Count: > 0 } named ? named.OfType<string>() : RedIn(correlation, incident))
                .Distinct(StringComparer.Ordinal),
        ];
        if (names.Length > MaximumAlarms)
        {
            return ApiAnswer.Of(
                ApiProblem.Invalid,
                Replies.TooManyToMute($"{names.Length}", $"{MaximumAlarms}"));
        }

        Mute[] missing =
        [
            .. names.Skip(done.Count).Select(name => new Mute
            {
                Author = call.Caller.Name, Reason = body.Reason, From = call.Now, Until = body.Until, Alarm = name,
            }),
        ];
        var acted = ActRoutes.Marked(call, new PersonActed(PersonAction.Mute, call.Caller.Name)
        {
            Alarms = [.. names],
            Until = body.Until,
            Note = ActRoutes.Written(body.Reason),
        });
        var fits = await pipeline.PreviewAsync(incident.Id, acted, call.Now, cancellationToken);
        if (fits is { Action: IncidentAction.Repeated })
        {
            return Answer(call, done, fits);
        }

        var refused = await RefusedAsync(call, missing, cancellationToken) ?? ActRoutes.Refused(fits);
        return refused is null
            ? await SaveAsync(call, [.. done], missing, incident.Id, acted, cancellationToken)
            : await UndoneAsync(call, done, body.Reason, refused, cancellationToken);
    }

    private static IEnumerable<string> RedIn(Correlation correlation, Incident incident) =>
        correlation.Tracks.Where(track => track.Incident == incident.Number && track.IsRed).Select(static track => track.Name);

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
                ApiProblem.Conflict, Replies.TooManyMutes($"{known}", $"{SettingRules.MaximumOfKind}"))
            : null;
    }

    private async ValueTask<ApiAnswer> SaveAsync(
        ApiCall call, List<SettingAct> acts, Mute[] missing, string incidentId, PersonActed acted, CancellationToken cancellationToken)
    {
        foreach (var mute in missing)
        {
            var mark = SettingRoutes.MarkOf(call, $"-{Fingerprint.Of(mute.Alarm!)}");
            var outcome = await desk.SaveAsync(mute, mark, call.Now, cancellationToken);
            if (outcome is not SettingSaved { Act: var act })
            {
                var answer = SettingRoutes.Answer(outcome, isSeen: false);
                return await UndoneAsync(call, acts, mute.Reason, answer, cancellationToken);
            }

            acts.Add(act);
        }

        var decision = await pipeline.ActAsync(incidentId, acted, call.Now, cancellationToken);
        return ActRoutes.Refused(decision) is { } refused
            ? await UndoneAsync(call, acts, ((Mute)acts[0].After!).Reason, refused, cancellationToken)
            : Answer(call, acts, decision!);
    }

    /// <summary>It no longer fits, or not all of it could be saved: what was muted for it is undone, unless it is another by now.</summary>
    private async ValueTask<ApiAnswer> UndoneAsync(
        ApiCall call, IEnumerable<SettingAct> acts, string reason, ApiAnswer refused, CancellationToken cancellationToken)
    {
        foreach (var act in acts)
        {
            _ = await desk.UndoAsync(act.Id, new SettingAuthor(call.Caller.Name, reason), call.Now, cancellationToken);
        }

        return refused;
    }

    private ApiAnswer Answer(ApiCall call, IReadOnlyList<SettingAct> acts, Decision decision)
    {
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
    public IReadOnlyList<string?>? Alarms { get; init; }
}

/// <summary>What was muted.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Acts">An act for each alarm, by which it is undone.</param>
public sealed record MuteAnswer(IncidentDetails Incident, IReadOnlyList<SettingAct> Acts);
