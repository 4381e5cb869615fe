using ContactCenter.Core.Contacts.Surveys;

namespace ContactCenter.Simulation.Stores;

/// <summary>Surveys in memory: the first rating of a contact counts, and the first comment.</summary>
public sealed class InMemorySurveys : ISurveyStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Survey> _kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(Survey survey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(survey);
        lock (_gate)
        {
            var before = _kept.GetValueOrDefault(survey.ContactId);
            _kept[survey.ContactId] = before is null
                ? survey
                : before with { Rating = before.Rating ?? survey.Rating, Comment = before.Comment ?? survey.Comment };
            return ValueTask.FromResult(survey.Rating is not null && before?.Rating is null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Survey>> SinceAsync(DateOnly day, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Survey>>(
            [
                .. _kept.Values.Where(survey => DateOnly.FromDateTime(survey.At.UtcDateTime) >= day)
                    .OrderByDescending(static survey => survey.At)
                    .ThenBy(static survey => survey.ContactId, StringComparer.Ordinal)
                    .Take(limit),
            ]);
        }
    }
}
