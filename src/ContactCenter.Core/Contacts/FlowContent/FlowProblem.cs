namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>Something in the content of a flow or module that Amazon Connect refuses, or takes and does not do what was meant.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.Actions[3].Transitions.NextAction</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be right.</param>
/// <param name="Message">
/// What the service says of it, as it stands in the list <c>problems</c> of its answer; null: its words are not known, or it takes it.
/// </param>
public sealed record FlowProblem(string Path, string Found, string Expected, string? Message = null)
{
    /// <summary>Identifier of the action; null where it is not of one.</summary>
    public string? Action { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Action is null ? "" : $"{Action}: ")}{Path}: found {Found}; {Expected}{(Message is null ? "" : $" (Amazon Connect: {Message})")}";
}
