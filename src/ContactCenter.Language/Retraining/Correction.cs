using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Retraining;

/// <summary>What an agent says a contact was really about.</summary>
/// <param name="ContactId">The contact; it has one correction, the last one.</param>
/// <param name="Text">What the customer said or wrote, personal data masked.</param>
/// <param name="Topic">The right topic; <see cref="TrainingExample.OutOfScope"/> for none of them.</param>
/// <param name="At">When the agent said so.</param>
public sealed record Correction(string ContactId, string Text, string Topic, DateTimeOffset At)
{
    /// <summary>How long a correction is kept and learned from: a year of seasons, and then what customers ask has changed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>Characters of a text that are kept; the classifier reads no more.</summary>
    public const int MaximumText = 8192;

    /// <summary>Characters of the name of a topic.</summary>
    public const int MaximumTopic = 64;
}

/// <summary>Keeps what agents corrected.</summary>
public interface ICorrectionStore
{
    /// <summary>Stores a correction in the place of an earlier one of the same contact; storing it again changes nothing.</summary>
    ValueTask PutAsync(Correction correction, CancellationToken cancellationToken);

    /// <summary>All corrections that are kept, the newest first.</summary>
    ValueTask<IReadOnlyList<Correction>> AllAsync(CancellationToken cancellationToken);
}
