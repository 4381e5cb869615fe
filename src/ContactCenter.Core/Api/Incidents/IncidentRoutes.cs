using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>Looking at incidents.</summary>
/// <param name="store">Where incidents are.</param>
/// <param name="policy">What the configuration says about incidents.</param>
public sealed class IncidentRoutes(IIncidentStore store, IncidentPolicy policy) : IApiRoutes
{
    /// <summary>The newest events that an incident is answered with.</summary>
    private const int NewestEvents = 100;

    private static readonly Dictionary<string, string> OfLists = new()
    {
        ["limit"] = "How many entries, 1 to 200; 50 where nothing is said.",
        ["after"] = "Where the page before ended: its next.",
        ["language"] = "Language of sentences, such as de; English where nothing is said.",
    };

    private static readonly Dictionary<string, string> OfOne = new() { ["language"] = OfLists["language"] };

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("/me", ApiRole.Viewer, "Who you are here, and what you may do.", ApiJson.Default.CallerView, static (call, _) =>
            new(ApiAnswer.Of(new CallerView(call.Caller.Name, ApiDesk.Name(call.Caller.Role!.Value)), ApiJson.Default.CallerView))),
        ApiRoute.Get(
            "/incidents", ApiRole.Viewer, "Incidents that are not over, the worst first.", ApiJson.Default.IncidentPage, ListAsync) with
        {
            Query = new Dictionary<string, string>(OfLists)
            {
                ["severity"] = "Only of these severities, separated by commas: P1,P2.",
                ["state"] = "Only in these states, separated by commas: open,acknowledged,mitigated.",
                ["owner"] = "Only of this owner.",
            },
        },
        ApiRoute.Get("/incidents/{id}", ApiRole.Viewer, "One incident.", ApiJson.Default.IncidentDetails, FindAsync) with
        {
            IsVersioned = true,
            Query = OfOne,
        },
        ApiRoute.Get(
            "/incidents/{id}/timeline", ApiRole.Viewer, "What happened in an incident.", ApiJson.Default.TimelinePage, TimelineAsync) with
        {
            Query = OfLists,
        },
    ];

    /// <summary>What is answered where there is no such incident.</summary>
    internal static ApiAnswer Unknown { get; } =
        ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchIncidentNow);

    /// <summary>At which number or address somebody was reached is for those who may have to reach them.</summary>
    internal static bool HidesAddresses(ApiCall call) => call.Caller.Role < ApiRole.Responder;

    /// <summary>The language that a call asks for.</summary>
    internal static Translation WordsOf(ApiCall call) => Translation.Into(call.Query("language"));

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!PageToken.TryRead(call.Query("after"), 3, out var after))
        {
            return PageToken.Refused;
        }

        var (found, unreadable, limit) = (new List<Correlation>(), 0, call.Limit());
        await foreach (var correlation in store.ActiveAsync(_ => unreadable++, cancellationToken))
        {
            if (IsWanted(call, correlation.Incident!))
            {
                found.Add(correlation);
            }
        }

        var words = WordsOf(call);
        Correlation[] rest =
        [
            .. found.Select(static correlation => (Place: PlaceOf(correlation.Incident!), correlation))
                .OrderBy(static entry => entry.Place, PlaceOrder)
                .SkipWhile(entry => after is not null && PlaceOrder.Compare(entry.Place, after) <= 0)
                .Select(static entry => entry.correlation)
                .Take(limit + 1),
        ];
        var page = rest.Take(limit).Select(correlation => IncidentSummary.Of(correlation.Incident!, correlation.Version, policy, words));
        var next = rest.Length > limit ? PageToken.Make(PlaceOf(rest[limit - 1].Incident!)) : null;
        return ApiAnswer.Of(new IncidentPage([.. page], unreadable, next), ApiJson.Default.IncidentPage);
    }

    private static readonly Comparer<string[]> PlaceOrder = Comparer<string[]>.Create(static (one, other) => one
        .Zip(other, string.CompareOrdinal)
        .FirstOrDefault(static difference => difference != 0));

    /// <summary>By what the list is sorted; a time with all its digits sorts as text.</summary>
    private static string[] PlaceOf(Incident incident) =>
    [
        $"{(int)incident.Severity}",
        incident.OpenedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        incident.Id,
    ];

    private static bool IsWanted(ApiCall call, Incident incident) =>
        Names(call.Query("severity"), $"{incident.Severity}")
        && Names(call.Query("state"), $"{incident.State}")
        && Names(call.Query("owner"), incident.Owner);

    private static bool Names(string? wanted, string value) =>
        wanted is null || wanted.Split(',', StringSplitOptions.TrimEntries).Contains(value, StringComparer.OrdinalIgnoreCase);

    private async ValueTask<ApiAnswer> FindAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(call.Path["id"], cancellationToken) is not { Incident: { } incident } correlation)
        {
            return Unknown;
        }

        var (words, hides) = (WordsOf(call), HidesAddresses(call));
        var timeline = await store.TimelineAsync(incident.Id, cancellationToken);
        var newest = timeline.Skip(Math.Max(0, timeline.Count - NewestEvents))
            .Select(happened => TimelineEntry.Of(happened, words, hides));
        return Answer(IncidentDetails.Of(incident, correlation.Version, policy, words, [.. newest]));
    }

    /// <summary>An incident with its version as an ETag.</summary>
    internal static ApiAnswer Answer(IncidentDetails details, int status = 200) =>
        ApiAnswer.Of(details, ApiJson.Default.IncidentDetails, status) with { Version = details.Version };

    private async ValueTask<ApiAnswer> TimelineAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!PageToken.TryRead(call.Query("after"), 1, out var after)
            || !int.TryParse(after?[0] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return PageToken.Refused;
        }

        var (words, limit) = (WordsOf(call), call.Limit());
        var timeline = await store.TimelineAsync(call.Path["id"], cancellationToken);
        if (timeline.Count == 0)
        {
            return Unknown;
        }

        TimelineEntry[] rest =
        [
            .. timeline.Where(happened => happened.Number > last)
                .Take(limit + 1)
                .Select(happened => TimelineEntry.Of(happened, words, HidesAddresses(call))),
        ];
        var next = rest.Length > limit
            ? PageToken.Make(rest[limit - 1].Number.ToString(CultureInfo.InvariantCulture))
            : null;
        return ApiAnswer.Of(new TimelinePage([.. rest.Take(limit)], next), ApiJson.Default.TimelinePage);
    }
}
