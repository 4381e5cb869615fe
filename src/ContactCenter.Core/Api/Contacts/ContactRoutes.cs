using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Api.Contacts;

/// <summary>
/// What contacts are about: topics by the day and how they sounded, what customers say afterwards, and contacts of which the classifier
/// was not sure, for somebody to say what they were about.
/// </summary>
/// <param name="heard">What was heard.</param>
/// <param name="surveys">What customers say afterwards.</param>
/// <param name="corrections">What the next model learns.</param>
public sealed class ContactRoutes(IHeardContacts heard, ISurveyStore surveys, ICorrectionStore corrections) : IApiRoutes
{
    /// <summary>Four weeks and the four before them.</summary>
    private const int MaximumDays = 56;

    /// <summary>Surveys are listed for five weeks.</summary>
    private const int MaximumSurveyDays = 35;

    /// <summary>Nobody reads more comments.</summary>
    private const int MaximumSurveys = 500;

    private const int MaximumUnsure = 200;

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/contacts/topics",
            ApiRole.Viewer,
            "What contacts were about, by the day: numbers by topic, by unsure, out_of_scope and menu, and how they sounded.",
            ContactJson.Default.TopicDayList,
            TopicsAsync) with
        {
            Query = new Dictionary<string, string> { ["days"] = $"How many days, 1 to {MaximumDays}; 28 where nothing is said." },
        },
        ApiRoute.Get(
            "/contacts/surveys",
            ApiRole.Viewer,
            "What customers said about contacts after them, the newest first, personal data masked.",
            ContactJson.Default.SurveyList,
            async (call, cancellationToken) => ApiAnswer.Of(
                new SurveyList([.. await surveys.SinceAsync(FirstDay(call, MaximumSurveyDays), MaximumSurveys, cancellationToken)]),
                ContactJson.Default.SurveyList)) with
        {
            Query = new Dictionary<string, string> { ["days"] = $"How many days, 1 to {MaximumSurveyDays}; 28 where nothing is said." },
            Cost = static _ => ApiRoute.OfManyReads,
        },
        ApiRoute.Get(
            "/contacts/unsure",
            ApiRole.Responder,
            "Contacts of the last seven days of which the classifier was not sure, the newest first, personal data masked. None where "
                + "topics.keepUnsure is off.",
            ContactJson.Default.UnsureList,
            async (call, cancellationToken) => ApiAnswer.Of(
                new UnsureList(
                    [.. (await heard.UnsureAsync(call.Limit(most: MaximumUnsure), cancellationToken)).Select(UnsureView.Of)]),
                ContactJson.Default.UnsureList)) with
        {
            Query = new Dictionary<string, string> { ["limit"] = $"How many, 1 to {MaximumUnsure}; 50 where nothing is said." },
        },
        ApiRoute.Post(
            "/contacts/unsure/{id}",
            ApiRole.Responder,
            "Says what such a contact was about: the next retraining learns it, and it is asked no more.",
            ContactJson.Default.TopicBody,
            ContactJson.Default.CorrectedContact,
            CorrectAsync),
    ];

    private static DateOnly FirstDay(ApiCall call, int most)
    {
        var days = int.TryParse(call.Query("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            ? Math.Clamp(told, 1, most)
            : 28;
        return DateOnly.FromDateTime(call.Now.UtcDateTime).AddDays(1 - days);
    }

    private async ValueTask<ApiAnswer> TopicsAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var days = await heard.SinceAsync(FirstDay(call, MaximumDays), cancellationToken);
        return ApiAnswer.Of(
            new TopicDayList(
            [
                .. days.Select(static day => new TopicDayView(
                    day.Day,
                    [
                        .. day.Topics.Select(static topic => new TopicView(
                            topic.Key, topic.Value.Contacts, topic.Value.Sentiment, topic.Value.Scored)),
                    ])),
            ]),
            ContactJson.Default.TopicDayList);
    }

    private async ValueTask<ApiAnswer> CorrectAsync(ApiCall call, TopicBody body, CancellationToken cancellationToken)
    {
        if (await heard.FindAsync(call.Path["id"], cancellationToken) is not { } contact)
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.UnsureGone);
        }

        // another name would be a topic of its own in the next model, so only those count that are known
        string[] known =
        [
            .. contact.Topics
                .Concat((await heard.SinceAsync(FirstDay(call, MaximumDays), cancellationToken)).SelectMany(static day => day.Topics.Keys))
                .Where(TopicAnswer.IsTopic)
                .Append(TopicAnswer.OutOfScopeTopic)
                .Distinct(StringComparer.Ordinal),
        ];
        if (body.Topic is not { } topic || !known.Contains(topic, StringComparer.Ordinal))
        {
            return ApiAnswer.Of(
                ApiProblem.Invalid, Replies.TopicUnknown(string.Join(", ", known.Order())));
        }

        await corrections.PutAsync(new Correction(contact.ContactId, contact.Text, LearnedAs(topic), call.Now), cancellationToken);
        await heard.ForgetAsync(contact.Id, cancellationToken);
        return ApiAnswer.Of(new CorrectedContact(contact.ContactId, topic), ContactJson.Default.CorrectedContact);
    }

    private static string LearnedAs(string topic) => topic == TopicAnswer.OutOfScopeTopic ? TrainingExample.OutOfScope : topic;
}
