using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Core.Contacts.Surveys;

/// <summary>What became of a request to record a survey.</summary>
/// <param name="Status"><c>ok</c>, or what is missing: <c>no_contact</c>, <c>no_rating</c> or <c>bad_rating</c>.</param>
/// <param name="Survey">The survey when the status is <c>ok</c>, else null.</param>
public sealed record SurveyReading(string Status, Survey? Survey)
{
    /// <summary>What a block that stores input stores of a silent caller, on its branch of success (seen in accounts).</summary>
    private const string Silence = "Timeout";

    /// <summary>The status of a request that is complete.</summary>
    public const string Ok = "ok";

    /// <summary>
    /// Reads a request: <c>rating</c>, else <c>dtmf</c> or <c>digits</c> of the block, is 1 to 5, or a sentence that names one;
    /// <c>comment</c> is masked here, before anybody can store it. A comment alone is complete too. A chain of contacts is rated by
    /// <c>ratedContactId</c>, when the survey is a contact of its own.
    /// </summary>
    /// <param name="request">What the flow sent.</param>
    /// <param name="configuration">It has the queues: another name is not kept, because each name is a metric.</param>
    /// <param name="topics">Topics of the classifier, for the same reason.</param>
    /// <param name="now">The time.</param>
    public static SurveyReading Of(
        FlowRequest request, ContactCenterConfiguration configuration, IEnumerable<string> topics, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rated = request.Find(SurveyPlan.RatedAttribute)?.Trim() ?? request.ContactId;
        if (rated is not { Length: > 0 and <= 256 } contact || !contact.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return new SurveyReading("no_contact", null);
        }

        // only of the block: an attribute of this name could be an answer to another question
        var given = Parameter(request, "rating") ?? Parameter(request, "dtmf") ?? Parameter(request, "digits");
        var comment = Comment(request);
        return (given, Rating(given)) switch
        {
            (null, _) when comment is null => new SurveyReading("no_rating", null),
            (not null, null) when comment is null => new SurveyReading("bad_rating", null),
            var (_, rating) => new SurveyReading(Ok, new Survey(
                contact,
                rating,
                comment,
                NamedQueue.Find(request.Find("ratedQueue") ?? request.Queue, configuration)?.Name,
                Known(request.Find("topic"), topics),
                now)),
        };
    }

    private static string? Parameter(FlowRequest request, string name) =>
        request.Parameters.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value and not (FlowValue.None or Silence) ? value : null;

    /// <summary>Keys end with # where the customer presses it; who writes says more than the number.</summary>
    private static int? Rating(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text.TrimEnd('#', '*'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating))
        {
            return rating is >= 1 and <= Survey.Best && rating == decimal.Truncate(rating) ? (int)rating : null;
        }

        return RatingText.Find(text);
    }

    private static string? Comment(FlowRequest request)
    {
        if (request.Find("comment") is not { } said || said.Trim() == FlowValue.None)
        {
            return null;
        }

        return MaskedText.Of(said.Trim(), Survey.MaximumComment);
    }

    private static string? Known(string? name, IEnumerable<string> names) =>
        name is null ? null : names.FirstOrDefault(known => string.Equals(known, name.Trim(), StringComparison.OrdinalIgnoreCase));
}
