using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Service;

/// <summary>What a caller is about to use.</summary>
/// <param name="Queue">The queue, or null.</param>
/// <param name="Topic">The topic, or null; its queue counts when there is no other.</param>
/// <param name="Uses">Names of APIs, functions and bots that the flow would use; empty: any.</param>
/// <param name="Language">Language of the announcement as a two-letter code, or null.</param>
/// <param name="ContactId">Id of the contact, or null.</param>
public sealed record ServiceNeed(string? Queue, string? Topic, IReadOnlyList<string> Uses, string? Language, string? ContactId = null)
{
    // A flow has fewer blocks than that.
    private const int MostUses = 50;

    /// <summary>
    /// Takes it from a request: <c>queue</c>, <c>topic</c>, <c>language</c>, and <c>uses</c> with names separated by commas; parameters of
    /// the block before attributes of the contact.
    /// </summary>
    public static ServiceNeed Of(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ServiceNeed(
            request.Find("queue")?.Trim() ?? request.Queue,
            request.Find("topic")?.Trim(),
            [.. (request.Find("uses") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostUses)],
            SpokenLanguage.Of(request),
            request.ContactId);
    }
}
