using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.HandOver;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Reach;

/// <summary>Whether people can be reached, and what whoever comes on call would be told.</summary>
/// <param name="receipts">The last receipts.</param>
/// <param name="requests">Takes requests to whoever tests.</param>
/// <param name="handOvers">Gathers what there is to tell of a hand-over.</param>
/// <param name="policy">Who is on call.</param>
/// <param name="configuration">The audiences and schedules.</param>
public sealed class ReachRoutes(
    ReceiptBook receipts,
    IReachRequests requests,
    HandOverReader handOvers,
    IncidentPolicy policy,
    ContactCenterConfiguration configuration) : IApiRoutes
{
    private static readonly Dictionary<string, string> Language = new()
    {
        ["language"] = "Language of sentences, such as de; English where nothing is said.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/reach", ApiRole.Viewer, "The last receipt of every endpoint: who could be reached, and when.", ReachJson.Default.ReachList,
            ListAsync) with
        {
            Query = new Dictionary<string, string>(Language) { ["audience"] = "Only this audience or on-call schedule." },
            Cost = static _ => ApiRoute.OfManyReads,
        },
        ApiRoute.Post(
            "/reach", ApiRole.Responder, "Send a marked test to every endpoint of an audience or schedule; its receipts follow.",
            ReachJson.Default.ReachBody, ReachJson.Default.ReachAsked, AskAsync) with
        {
            Success = 202,
            Cost = static _ => ApiRoute.OfManyReads,
        },
        ApiRoute.Get(
            "/hand-over/{schedule}", ApiRole.Viewer, "What whoever comes on call would be told now.", ReachJson.Default.HandOverView,
            HandOverAsync) with
        {
            Query = new Dictionary<string, string>(Language) { ["timeZone"] = "IANA time zone beside UTC; none where nothing is said." },
            Cost = static _ => ApiRoute.OfManyReads,
        },
    ];

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Query("audience") is { } named && !IsKnown(named))
        {
            return Unknown;
        }

        var (words, hides) = (Translation.Into(call.Query("language")), IncidentRoutes.HidesAddresses(call));
        return ApiAnswer.Of(
            new ReachList(
            [
                .. (await receipts.LastAsync(cancellationToken, call.Query("audience")))
                    .Select(one => new ReachView(
                        one.Endpoint.Audience,
                        one.Endpoint.Owner,
                        one.Endpoint.Endpoint.Channel,
                        hides ? HiddenAddresses.Mark : one.Endpoint.Endpoint.To,
                        one.Last?.At,
                        one.Last?.Outcome,
                        one.Last is { } last ? hides ? HiddenAddresses.In(words.Of(last.Words)) : words.Of(last.Words) : null,
                        one.Last?.Id,
                        one.Last?.By)),
            ]),
            ReachJson.Default.ReachList);
    }

    private async ValueTask<ApiAnswer> AskAsync(ApiCall call, ReachBody body, CancellationToken cancellationToken)
    {
        if (!IsKnown(body.Audience))
        {
            return Unknown;
        }

        if (configuration.Shadow)
        {
            return ApiAnswer.Of(ApiProblem.Conflict, Replies.ShadowTestsNobody);
        }

        var id = Fingerprint.Of(call.RepeatMark ?? $"{call.Caller.Subject} {call.Now.UtcTicks} {body.Audience}");
        var request = new ReachRequest(id, body.Audience, body.Everyone, call.Caller.Name, call.Now);
        var asked = ReachPlan.Asked(configuration, policy, request, call.Now);
        if (asked.Count == 0)
        {
            return ApiAnswer.Of(
                ApiProblem.Conflict, Replies.NobodyOnCallNow);
        }

        await requests.AskAsync(request, cancellationToken);
        return ApiAnswer.Of(new ReachAsked(id, call.Now, asked.Count), ReachJson.Default.ReachAsked, status: 202);
    }

    private async ValueTask<ApiAnswer> HandOverAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (await handOvers.PreviewAsync(call.Path["schedule"], call.Now, cancellationToken) is not { } facts)
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchSchedule);
        }

        var notice = HandOverNote.For(facts, Reader.Of(call.Query("language"), call.Query("timeZone")), call.Now);
        return ApiAnswer.Of(new HandOverView(notice.Subject, [.. notice.Paragraphs]), ReachJson.Default.HandOverView);
    }

    private bool IsKnown(string audience) => configuration.Audiences.ContainsKey(audience) || configuration.OnCall.ContainsKey(audience);

    private static ApiAnswer Unknown =>
        ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchAudience);
}

/// <summary>Who is to be tested.</summary>
public sealed record ReachBody
{
    /// <summary>The audience.</summary>
    [Description("Name of an audience or on-call schedule.")]
    public required string Audience { get; init; }

    /// <summary>Whether all of a schedule.</summary>
    [Description("True: of a schedule everybody who takes turns, not only who is on call.")]
    public bool Everyone { get; init; }
}

/// <summary>A test is on its way.</summary>
/// <param name="Id">Id of the request.</param>
/// <param name="At">When it was asked for: receipts of it are not older.</param>
/// <param name="Endpoints">How many endpoints it is sent to.</param>
public sealed record ReachAsked(string Id, DateTimeOffset At, int Endpoints);

/// <summary>The last receipts.</summary>
/// <param name="Endpoints">Every endpoint, in the order of the configuration.</param>
public sealed record ReachList(IReadOnlyList<ReachView> Endpoints);

/// <summary>The last receipt of an endpoint; without a time it was never tested.</summary>
/// <param name="Audience">Name of the audience or schedule.</param>
/// <param name="Person">Whose it is, or null.</param>
/// <param name="Channel">The channel.</param>
/// <param name="To">The address; three asterisks for a viewer.</param>
/// <param name="At">When it was tested.</param>
/// <param name="Outcome">What it amounts to.</param>
/// <param name="Words">By whom it was accepted, why it was refused, or why nobody can know.</param>
/// <param name="Id">Under which the other side knows it.</param>
/// <param name="By">Who asked for the test; null: the week.</param>
public sealed record ReachView(
    string Audience,
    string? Person,
    Channel Channel,
    string To,
    DateTimeOffset? At,
    NoticeOutcome? Outcome,
    string? Words,
    string? Id,
    string? By);

/// <summary>What whoever comes would be told.</summary>
/// <param name="Subject">In a line.</param>
/// <param name="Paragraphs">In paragraphs, which may have lines.</param>
public sealed record HandOverView(string Subject, IReadOnlyList<string> Paragraphs);

/// <summary>Bodies and answers about reaching people.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnumConverter<Channel>)])]
[JsonSerializable(typeof(ReachBody))]
[JsonSerializable(typeof(ReachAsked))]
[JsonSerializable(typeof(ReachList))]
[JsonSerializable(typeof(HandOverView))]
internal sealed partial class ReachJson : JsonSerializerContext;
