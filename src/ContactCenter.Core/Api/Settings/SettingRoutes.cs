using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Settings;

/// <summary>
/// Deciding something for a while, changing and ending it. Which role that takes depends on what is decided (<see cref="SettingAccess"/>).
/// </summary>
/// <param name="desk">Changes settings.</param>
/// <param name="store">Where they are; it is read each time, so that who has decided something sees it.</param>
/// <param name="file">The file.</param>
/// <param name="incidents">The alarms that are red, for previews.</param>
/// <param name="alarms">What alarms did, for previews.</param>
public sealed class SettingRoutes(
    SettingsDesk desk, ISettingsStore store, ContactCenterConfiguration file, IIncidentStore incidents, IAlarmHistory alarms) : IApiRoutes
{
    private const string ByKind = "A responder may change who is on call, mutes and planned work of a day, and stop repairs";

    private static readonly string Kinds = string.Join(", ", SettingKinds.All.Select(SettingKinds.NameOf));

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/settings",
            ApiRole.Viewer,
            "What people have decided over the file and is not over.",
            SettingJson.Default.SettingList,
            ListAsync) with
        {
            IsVersioned = true,
            Query = new Dictionary<string, string>
            {
                ["kind"] = $"Only of this kind: {Kinds}.",
                ["holds"] = "True: only what holds now, without what begins later.",
            },
        },
        ApiRoute.Get("/settings/{id}", ApiRole.Viewer, "One setting.", SettingJson.Default.SettingView, FindAsync) with
        {
            IsVersioned = true,
        },
        ApiRoute.Post(
            "/settings",
            ApiRole.Responder,
            $"Decide something for a while. {ByKind}; the rest takes the role administrator.",
            WantedSetting.Read,
            SettingJson.Default.SettingAct,
            Wanting(MakeAsync)) with
        {
            Body = WantedSetting.Described,
            BodyName = nameof(WantedSetting),
            Success = 201,
        },
        ApiRoute.Post(
            "/settings/preview",
            ApiRole.Viewer,
            "What a setting would do, before it is saved; problems says why it could not be.",
            WantedSetting.Read,
            SettingJson.Default.SettingPreview,
            Wanting(PreviewAsync)) with
        {
            Cost = static _ => ApiRoute.OfManyReads,
            Body = WantedSetting.Described,
            BodyName = nameof(WantedSetting),
        },
        ApiRoute.Put(
            "/settings/{id}",
            ApiRole.Responder,
            $"Put another version in the place of a setting. {ByKind}; the rest takes the role administrator.",
            WantedSetting.Read,
            SettingJson.Default.SettingAct,
            Wanting(ChangeAsync)) with
        {
            Body = WantedSetting.Described,
            BodyName = nameof(WantedSetting),
            IsVersioned = true,
        },
        ApiRoute.Post(
            "/settings/{id}/preview",
            ApiRole.Viewer,
            "What another version of a setting would do.",
            WantedSetting.Read,
            SettingJson.Default.SettingPreview,
            Wanting(async (call, wanted, cancellationToken) => await FindAsync(call.Path["id"], call.Now, cancellationToken) is { } before
                ? await PreviewAsync(call, Changed(wanted, before, call), cancellationToken)
                : Unknown)) with
        {
            Cost = static _ => ApiRoute.OfManyReads,
            Body = WantedSetting.Described,
            BodyName = nameof(WantedSetting),
        },
        ApiRoute.Post(
            "/settings/{id}/end",
            ApiRole.Responder,
            $"End a setting before its time. {ByKind}; the rest takes the role administrator.",
            SettingJson.Default.ReasonBody,
            SettingJson.Default.SettingAct,
            EndAsync) with
        {
            IsVersioned = true,
        },
    ];

    /// <summary>What is answered where there is no such setting.</summary>
    internal static ApiAnswer Unknown { get; } =
        ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchSetting);

    /// <summary>By what a repetition of a request is recognised in the settings themselves, in the transaction of the act.</summary>
    /// <param name="call">The request.</param>
    /// <param name="part">Which of the settings of one request.</param>
    internal static SettingMark? MarkOf(ApiCall call, string part = "") =>
        call.RepeatMark is { } mark ? new SettingMark(mark + part, call.Now + RememberFor) : null;

    /// <summary>What came of an act.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="isSeen">True: the caller has said which version was seen.</param>
    /// <param name="status">HTTP status when it is done.</param>
    internal static ApiAnswer Answer(SettingOutcome outcome, bool isSeen, int status = 200) => outcome switch
    {
        SettingSaved { Act: var act } => ApiAnswer.Of(act, SettingJson.Default.SettingAct, status) with
        {
            Version = act.After?.Version.ToString(CultureInfo.InvariantCulture),
        },
        SettingRefused { Problems: var problems } => ApiAnswer.Of(ApiProblem.Invalid, Replies.Ended(string.Join("; ", problems))),
        SettingOutdated { Current: var current } => ApiAnswer.Of(
            isSeen ? ApiProblem.Outdated : ApiProblem.Conflict,
            current is null
                ? Replies.SettingEnded
                : Replies.SettingSavedMeanwhile(current.Author, $"{current.Version}", current.Id)),
        _ => Unknown,
    };

    /// <summary>An hour: whoever got no answer asks again within seconds, and hooks read the marks with the settings.</summary>
    private static readonly TimeSpan RememberFor = TimeSpan.FromHours(1);

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var kind = SettingKinds.Find(call.Query("kind"));
        if (kind is null && call.Query("kind") is not null)
        {
            return UnknownKind;
        }

        var settings = await store.ReadAsync(cancellationToken);
        var all = kind is { } one ? settings[one].Settings : settings.All;
        Setting[] current = [.. all.Where(setting => !setting.IsOver(call.Now))];
        var shown = call.Query("holds") == "true" ? current.Where(setting => setting.Holds(call.Now)) : current;

        // what is over or begins changes the list without an act
        var version = kind is { } named ? settings[named].Version.ToString(CultureInfo.InvariantCulture) : settings.Stamp;
        return ApiAnswer.Of(new SettingList([.. shown.Select(SettingView.Of)]), SettingJson.Default.SettingList) with
        {
            Version = string.Create(
                CultureInfo.InvariantCulture, $"{version}-{current.Length}-{current.Count(setting => setting.Holds(call.Now))}"),
        };
    }

    /// <summary>What is answered where there is no such kind.</summary>
    internal static ApiAnswer UnknownKind { get; } = ApiAnswer.Of(
        ApiProblem.Invalid, Replies.NoSuchKind(Kinds));

    private async ValueTask<ApiAnswer> FindAsync(ApiCall call, CancellationToken cancellationToken) =>
        await FindAsync(call.Path["id"], call.Now, cancellationToken) is { } setting
            ? ApiAnswer.Of(SettingView.Of(setting), SettingJson.Default.SettingView) with
            {
                Version = setting.Version.ToString(CultureInfo.InvariantCulture),
            }
            : Unknown;

    private async ValueTask<Setting?> FindAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await store.ReadAsync(cancellationToken)).All.FirstOrDefault(setting => setting.Id == id && !setting.IsOver(now));

    private static ApiHandler<Setting> Wanting(ApiHandler<Setting> handle) => (call, wanted, cancellationToken) =>
        WantedSetting.SaysTooMuch(wanted)
            ? new(ApiAnswer.Of(ApiProblem.BadRequest, Replies.NotSaidInBody))
            : handle(call, wanted, cancellationToken);

    private async ValueTask<ApiAnswer> MakeAsync(ApiCall call, Setting wanted, CancellationToken cancellationToken) =>
        Refused(call, before: null, wanted)
            ?? Answer(
                await desk.SaveAsync(wanted with { Author = call.Caller.Name }, MarkOf(call), call.Now, cancellationToken),
                isSeen: false,
                status: 201);

    private async ValueTask<ApiAnswer> ChangeAsync(ApiCall call, Setting wanted, CancellationToken cancellationToken)
    {
        if (await FindAsync(call.Path["id"], call.Now, cancellationToken) is not { } before)
        {
            // somebody may have ended it since the same request was carried out, and its answer lost
            return await desk.FindDoneAsync(call.Path["id"], MarkOf(call), call.Now, cancellationToken) is { } done
                ? Answer(done, isSeen: call.Seen is not null)
                : Unknown;
        }

        var changed = Changed(wanted, before, call);
        return Refused(call, before, changed)
            ?? Answer(await desk.SaveAsync(changed, MarkOf(call), call.Now, cancellationToken), isSeen: call.Seen is not null);
    }

    /// <summary>The version that was seen; 0 means whatever it is, and no setting was ever saved less than once.</summary>
    private static int? Seen(ApiCall call) => call.Seen is { } seen ? seen is > 0 and < int.MaxValue ? (int)seen : int.MaxValue : null;

    private static Setting Changed(Setting wanted, Setting before, ApiCall call) => wanted with
    {
        Id = before.Id,
        Version = Seen(call) ?? 0,
        Author = call.Caller.Name,
        From = wanted.From == default ? before.From : wanted.From,
    };

    private async ValueTask<ApiAnswer> EndAsync(ApiCall call, ReasonBody body, CancellationToken cancellationToken)
    {
        var id = call.Path["id"];
        if (await FindAsync(id, call.Now, cancellationToken) is { } before && Refused(call, before, after: null) is { } refused)
        {
            return refused;
        }

        var by = new SettingAuthor(call.Caller.Name, body.Reason, Seen(call))
        {
            Mark = MarkOf(call),
        };
        return Answer(await desk.EndAsync(id, by, call.Now, cancellationToken), isSeen: call.Seen is not null);
    }

    /// <summary>The role of the route is the least; what is decided may take more.</summary>
    internal static ApiAnswer? Refused(ApiCall call, Setting? before, Setting? after) =>
        SettingAccess.Refusal(call.Caller.Role!.Value, before, after, call.Now) is { } refusal
            ? ApiAnswer.Of(ApiProblem.Forbidden, refusal)
            : null;

    private async ValueTask<ApiAnswer> PreviewAsync(ApiCall call, Setting wanted, CancellationToken cancellationToken)
    {
        var known = new List<Correlation>();
        var week = new List<AlarmDay>();
        if (SettingPreview.HasPast(wanted))
        {
            await foreach (var correlation in incidents.ActiveAsync(static _ => { }, cancellationToken))
            {
                if (correlation.Incident!.Exercise is null)
                {
                    known.Add(correlation);
                }
            }

            var first = DateOnly.FromDateTime((call.Now - SettingPreview.LooksBack).UtcDateTime);
            for (var day = first; day <= DateOnly.FromDateTime(call.Now.UtcDateTime); day = day.AddDays(1))
            {
                week.AddRange(await alarms.DayAsync(day, cancellationToken));
            }
        }

        var preview = SettingPreview.Of(
            wanted with { Author = call.Caller.Name }, file, await store.ReadAsync(cancellationToken), known, week, call.Now);
        return ApiAnswer.Of(preview, SettingJson.Default.SettingPreview);
    }
}
