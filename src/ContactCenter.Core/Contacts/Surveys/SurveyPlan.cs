using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Surveys;

/// <summary>What follows from a survey: measurements, and a task when a valuable customer is unhappy. Pure.</summary>
public static class SurveyPlan
{
    /// <summary>Attribute of a task, or of a survey that is a contact of its own, with the contact that was rated.</summary>
    public const string RatedAttribute = "ratedContactId";

    /// <summary>Queue or topic of a survey that has none that is known.</summary>
    public const string Other = "other";

    /// <summary>
    /// The metrics of a rating that is new: <c>SurveyRating</c> 1 to 5, <c>SurveySatisfied</c> 100 or 0, by queue and by topic.
    /// </summary>
    public static IReadOnlyList<HookMetric> Metrics(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return survey.Rating is not { } rating ? [] : [.. By("QueueName", survey.Queue), .. By("Topic", survey.Topic)];

        IEnumerable<HookMetric> By(string dimension, string? value) =>
        [
            new(OwnMetricNames.SurveyRating, "Count", rating, dimension, value ?? Other),
            new("SurveySatisfied", "Percent", survey.IsSatisfied ? 100 : 0, dimension, value ?? Other),
        ];
    }

    /// <summary>The task, or null when there is no need of one.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="settings">When there is need of a task.</param>
    /// <param name="request">The request, which says who the customer is.</param>
    /// <param name="words">The language of the center; null: English.</param>
    public static TaskContact? Task(Survey survey, SurveySettings settings, FlowRequest request, Translation? words = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        var value = request.Find(settings.ValueAttribute)?.Trim();
        var isValuable = settings.ValuableValues.Count == 0
            || (value is not null && settings.ValuableValues.Contains(value, StringComparer.OrdinalIgnoreCase));
        if (survey.Rating is not { } rating || rating > settings.BadRating || !isValuable || settings.TaskQueue is not { } queue)
        {
            return null;
        }

        var (given, best) = (Number(rating), Number(Survey.Best));
        var text = $"{Say(Sentences.SurveyRated(given, best))} "
            + Say(Sentences.SurveyContact(survey.ContactId, survey.Queue ?? Other, survey.Topic ?? Other))
            + (survey.Comment is { } comment ? $"\n\n{Say(Sentences.SurveySays)} {comment}" : "");
        return new TaskContact(
            Say(Sentences.SurveyCallBack(given, best)),
            CleanText.Paragraphs(text, 4096),
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create("queue", queue),
                KeyValuePair.Create(RatedAttribute, survey.ContactId),
                KeyValuePair.Create("rating", rating.ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create("customerValue", FlowValue.Of(value)),
            ]),
            ImmutableSortedDictionary<string, Uri>.Empty,
            $"survey-{survey.ContactId}");

        string Say(string sentence) => (words ?? Translation.None).Of(sentence);

        static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
    }
}
