using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Settings;

/// <summary>The audit of settings: who did what, why, and undoing it.</summary>
/// <param name="desk">Changes settings.</param>
/// <param name="store">Where they are.</param>
public sealed class SettingActRoutes(SettingsDesk desk, ISettingsStore store) : IApiRoutes
{
    /// <summary>Where only one kind is asked for, so many acts of others are passed over for one page at most.</summary>
    private const int MaximumLooked = 1000;

    private const int PageSize = 100;

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/setting-acts",
            ApiRole.Viewer,
            "What was done to settings, the newest first.",
            SettingJson.Default.SettingActPage,
            ListAsync) with
        {
            Query = new Dictionary<string, string>
            {
                ["kind"] = "Only of settings of this kind; then a page may be shorter than asked for although it has a next.",
                ["limit"] = "How many entries, 1 to 200; 50 where nothing is said.",
                ["after"] = "Where the page before ended: its next.",
            },
        },
        ApiRoute.Get("/setting-acts/{id}", ApiRole.Viewer, "One act.", SettingJson.Default.SettingAct, FindAsync),
        ApiRoute.Post(
            "/setting-acts/{id}/undo",
            ApiRole.Responder,
            "Undo an act, unless the setting is another by now than the act has left it. It takes the role that deciding it so would take.",
            SettingJson.Default.ReasonBody,
            SettingJson.Default.SettingAct,
            UndoAsync),
    ];

    private static ApiAnswer Unknown { get; } = ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchAct);

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var kind = SettingKinds.Find(call.Query("kind"));
        if (kind is null && call.Query("kind") is not null)
        {
            return SettingRoutes.UnknownKind;
        }

        if (!PageToken.TryRead(call.Query("after"), 1, out var after))
        {
            return PageToken.Refused;
        }

        var (found, limit, before) = (new List<SettingAct>(), call.Limit(), after?[0]);
        for (var looked = 0; looked < MaximumLooked;)
        {
            var size = kind is null ? limit : PageSize;
            var page = await store.ActsAsync(before, size, cancellationToken);
            looked += page.Count;
            foreach (var act in page)
            {
                before = act.Id;
                if (kind is null || act.Kind == kind)
                {
                    found.Add(act);
                }

                if (found.Count == limit)
                {
                    return Page(found, before);
                }
            }

            if (page.Count < size)
            {
                return Page(found, next: null);
            }
        }

        return Page(found, before);
    }

    private static ApiAnswer Page(IReadOnlyList<SettingAct> acts, string? next) => ApiAnswer.Of(
        new SettingActPage(acts, next is null ? null : PageToken.Make(next)), SettingJson.Default.SettingActPage);

    private async ValueTask<ApiAnswer> FindAsync(ApiCall call, CancellationToken cancellationToken) =>
        await store.FindActAsync(call.Path["id"], cancellationToken) is { } act
            ? ApiAnswer.Of(act, SettingJson.Default.SettingAct)
            : Unknown;

    private async ValueTask<ApiAnswer> UndoAsync(ApiCall call, ReasonBody body, CancellationToken cancellationToken)
    {
        if (await store.FindActAsync(call.Path["id"], cancellationToken) is not { } act)
        {
            return Unknown;
        }

        var by = new SettingAuthor(call.Caller.Name, body.Reason) { Mark = SettingRoutes.MarkOf(call) };
        return SettingRoutes.Refused(call, act.After, act.Before)
            ?? SettingRoutes.Answer(await desk.UndoAsync(act.Id, by, call.Now, cancellationToken), isSeen: false);
    }
}
