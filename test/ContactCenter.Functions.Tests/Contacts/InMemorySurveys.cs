using ContactCenter.Core.Contacts.Surveys;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>Surveys in memory.</summary>
internal sealed class InMemorySurveys : ISurveyStore
{
    public Dictionary<string, Survey> Kept { get; } = [];

    public ValueTask<bool> AddAsync(Survey survey, CancellationToken cancellationToken)
    {
        var before = Kept.GetValueOrDefault(survey.ContactId);
        Kept[survey.ContactId] = before is null ? survey : before with { Rating = before.Rating ?? survey.Rating, Comment = before.Comment ?? survey.Comment };
        return ValueTask.FromResult(survey.Rating is not null && before?.Rating is null);
    }
}
