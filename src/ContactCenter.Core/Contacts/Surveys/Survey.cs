using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Core.Contacts.Surveys;

/// <summary>What a customer says about a contact after it.</summary>
/// <param name="ContactId">The contact; it has one survey.</param>
/// <param name="Rating">1 to 5, or null when there is only a comment.</param>
/// <param name="Comment">What the customer said, personal data masked; null when there is nothing.</param>
/// <param name="Queue">Queue of the configuration that served, or null.</param>
/// <param name="Topic">Topic of the classifier, or null.</param>
/// <param name="At">When.</param>
public sealed record Survey(string ContactId, int? Rating, string? Comment, string? Queue, string? Topic, DateTimeOffset At)
{
    /// <summary>The two best of five count as satisfied, as is usual for CSAT.</summary>
    private const int Satisfied = 4;

    /// <summary>Whether the customer was satisfied; false also where there is no rating.</summary>
    public bool IsSatisfied => Rating >= Satisfied;

    /// <summary>The best rating.</summary>
    public const int Best = 5;

    /// <summary>Characters of a comment that are kept.</summary>
    public const int MaximumComment = 2000;

    /// <summary>How long surveys can be listed: the month that a report is about, the one before, and a few days.</summary>
    public static readonly TimeSpan Listed = TimeSpan.FromDays(70);

    /// <summary>How long surveys are kept: a year with its seasons, and the report about it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);
}

/// <summary>Keeps surveys.</summary>
public interface ISurveyStore
{
    /// <summary>
    /// Stores a rating, a comment, or both. What is stored already stays, so that the same again changes nothing and a comment can follow a
    /// rating.
    /// </summary>
    /// <returns>True when the rating is new; false when there is none, or the contact had one.</returns>
    ValueTask<bool> AddAsync(Survey survey, CancellationToken cancellationToken);

    /// <summary>The newest surveys since a day, each contact once.</summary>
    /// <param name="day">The first day, UTC; surveys are listed for <see cref="Survey.Listed"/>.</param>
    /// <param name="limit">So many at most; at least one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask<IReadOnlyList<Survey>> SinceAsync(DateOnly day, int limit, CancellationToken cancellationToken);
}

/// <summary>Starts tasks in the contact center.</summary>
public interface ISurveyTasks
{
    /// <summary>Starts a task; the same token again starts none.</summary>
    /// <param name="task">The task.</param>
    /// <param name="contactId">The contact that it is about.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken);
}
