using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Contacts.Corrections;

/// <summary>
/// Texts without a topic that are there already: those that the center has put beside its training texts, and contacts of which the
/// classifier was not sure, where these are kept. Nothing is kept because of it.
/// </summary>
/// <param name="own">The texts of the center.</param>
/// <param name="heard">Contacts of which the classifier was not sure; null: none are kept.</param>
public sealed class KeptTexts(IUnlabelledTexts own, IHeardContacts? heard) : IUnlabelledTexts
{
    /// <summary>What one reading gives at most: the newest of a week.</summary>
    private const int MaximumUnsure = 1000;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> UnlabelledAsync(CancellationToken cancellationToken)
    {
        var unsure = heard is null ? [] : await heard.UnsureAsync(MaximumUnsure, cancellationToken);
        return [.. unsure.Select(static contact => contact.Text), .. await own.UnlabelledAsync(cancellationToken)];
    }
}
