namespace ContactCenter.Core.Contacts.Surveys;

/// <summary>Keeps surveys.</summary>
public interface ISurveyStore
{
    /// <summary>
    /// Stores a rating, a comment, or both. What is stored already stays, so that the same again changes nothing and a comment can follow a rating.
    /// </summary>
    /// <returns>True when the rating is new; false when there is none, or the contact had one.</returns>
    ValueTask<bool> AddAsync(Survey survey, CancellationToken cancellationToken);
}
