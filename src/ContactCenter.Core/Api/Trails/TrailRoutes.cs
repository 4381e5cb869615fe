using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Trails;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Trails;

/// <summary>Who did what to which thing, from the trail that is kept.</summary>
/// <param name="file">The file.</param>
/// <param name="trail">Where the trail is; not asked for where nobody may ask it.</param>
public sealed class TrailRoutes(ContactCenterConfiguration file, Func<ITrailStore> trail) : IApiRoutes
{
    /// <summary>Its path, which is written into the log also where it is only read.</summary>
    public const string Path = "/trail";

    /// <summary>Characters of a part that is looked for.</summary>
    private const int MaximumPart = 100;

    private const int MaximumLine = 500;

    /// <summary>So far back it is looked where nothing is said.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            Path,
            ApiRole.Administrator,
            "Who did what to which thing in a time, from the trail that is kept. Who asked is in the log of the function.",
            TrailJson.Default.TrailView,
            AskAsync) with
        {
            Query = new Dictionary<string, string>
            {
                ["from"] = "From then on; an hour before the end where nothing is said.",
                ["to"] = $"Before then, at most {TrailDesk.MaximumTime.TotalDays:0} days later; now where nothing is said.",
                ["who"] = "A part of who called: name, role, ARN or address, in any letter case.",
                ["what"] = "A part of the service or of what was called, such as connect:Update.",
                ["resource"] = "A part of what it was about.",
                ["region"] = "Only of this Region.",
                ["limit"] = "How many entries, 1 to 200; 50 where nothing is said.",
            },
            Cost = static _ => ApiRoute.OfManyReads,
        },
    ];

    private async ValueTask<ApiAnswer> AskAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!file.Audit.IsAsked)
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.TrailNotAsked);
        }

        if (!ApiTime.TryTime(call, "to", call.Now, out var to, out var refused)
            || !ApiTime.TryTime(call, "from", to - Usual, out var from, out refused))
        {
            return refused;
        }

        if (from >= to || to - from > TrailDesk.MaximumTime)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.TrailTimeWrong($"{TrailDesk.MaximumTime.TotalDays:0}"));
        }

        if (call.Query("region") is { } region && !region.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.RegionWrong);
        }

        var question = new TrailQuestion(from, to, Part(call, "who"), Part(call, "what"), Part(call, "resource"));
        var answer = await new TrailDesk(trail(), file.Instance.AccountId).AskAsync(
            question,
            call.Query("region") is { Length: > 0 } one ? one : null,
            call.Limit(),
            cancellationToken);
        return ApiAnswer.Of(new TrailView(from, to, answer), TrailJson.Default.TrailView) with { Reason = Asked(question) };
    }

    /// <summary>For the log: who asks what of a trail is itself worth a line.</summary>
    private static string Asked(TrailQuestion question) => CleanText.Line(
        string.Create(
            CultureInfo.InvariantCulture,
            $"asked the trail from {question.From:O} to {question.To:O}: who {question.Who}, what {question.What}, about {question.Resource}"),
        MaximumLine);

    private static string? Part(ApiCall call, string name) =>
        call.Query(name)?.Trim() is { Length: > 0 } part ? part[..Math.Min(part.Length, MaximumPart)] : null;
}

/// <summary>What a trail says of a time.</summary>
/// <param name="From">From then on.</param>
/// <param name="To">Before then.</param>
/// <param name="Answer">What was found.</param>
public sealed record TrailView(
    [property: Description("From then on.")] DateTimeOffset From,
    [property: Description("Before then.")] DateTimeOffset To,
    [property: Description("What was found, the newest first, and what was not read.")] TrailAnswer Answer);

/// <summary>Answers about the trail.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrailView))]
internal sealed partial class TrailJson : JsonSerializerContext;
