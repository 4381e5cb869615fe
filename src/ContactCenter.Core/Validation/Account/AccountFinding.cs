namespace ContactCenter.Core.Validation.Account;

/// <summary>Something in an account that is not as the configuration has it.</summary>
/// <param name="Check">Which check: one word, such as <c>queues</c>.</param>
/// <param name="What">The thing: <c>queue "Billing"</c>.</param>
/// <param name="Found">What is wrong with it, as the rest of a sentence: <c>is not in the instance</c>.</param>
/// <param name="Right">What would be right.</param>
public sealed record AccountFinding(string Check, string What, string Found, string Right)
{
    /// <inheritdoc/>
    public override string ToString() => $"{What} {Found}; {Right}";
}
