namespace ContactCenter.Core.Notifications.Links;

/// <summary>The keys that are valid: the one that signs, and while keys are being changed the one before it.</summary>
/// <param name="Current">Signs, and is accepted.</param>
/// <param name="Previous">Is accepted, so that links that were sent before the change still work; or null.</param>
public sealed record LinkKeys(LinkKey Current, LinkKey? Previous = null)
{
    /// <summary>The key of an id, or null when it is not valid (any longer).</summary>
    public LinkKey? Find(string id) => id == Current.Id ? Current : id == Previous?.Id ? Previous : null;
}
