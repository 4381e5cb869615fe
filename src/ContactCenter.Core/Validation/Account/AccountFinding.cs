using System.Text.Json.Serialization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Something in an account that is not as the configuration has it.</summary>
/// <param name="Check">Which check: one word, such as <c>queues</c>.</param>
/// <param name="What">The thing: <c>queue "Billing"</c>.</param>
/// <param name="Found">What is wrong with it, as the rest of a sentence: <c>is not in the instance</c>.</param>
/// <param name="Right">What would be right.</param>
public sealed record AccountFinding(string Check, string What, string Found, string Right)
{
    /// <summary>True for what keeps somebody from being told: it stands in the list of the reach test, where there is one.</summary>
    [JsonIgnore]
    public bool ConcernsReach { get; init; }

    /// <summary>Makes a finding of a whole sentence, as it stands in the table: German puts the parts of one in another order.</summary>
    /// <param name="check">Which check.</param>
    /// <param name="what">The thing.</param>
    /// <param name="found">Gives the sentence about a thing, which begins with it.</param>
    /// <param name="right">What would be right.</param>
    internal static AccountFinding Of(string check, string what, Func<string, string> found, string right) =>
        new(check, what, found("").TrimStart(), right);

    /// <inheritdoc/>
    public override string ToString() => Sentences.ListOf($"{What} {Found}", Right);
}
