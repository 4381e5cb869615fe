using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents;

/// <summary>
/// An item of the store cannot be read: something else has written it, or it was cut. It harms itself alone: whoever reads many goes
/// on with the others and tells of this one.
/// </summary>
/// <param name="item">The item, as people find it in the table.</param>
/// <param name="cause">What is wrong with it.</param>
public sealed class UnreadableItemException(string item, Exception? cause = null) : Exception(Sentences.CannotBeRead(item), cause)
{
    /// <summary>The item, as people find it in the table.</summary>
    public string Item { get; } = item;

    /// <summary>How it would have been carried out, where it is an effect and says so outside of what cannot be read; else null.</summary>
    public string? Lane { get; init; }
}
