using System.Collections.Immutable;

namespace ContactCenter.Core.Notifications.Tasks;

/// <summary>A task in Amazon Connect, as <c>StartTaskContact</c> takes it.</summary>
/// <param name="Name">At most 512 characters.</param>
/// <param name="Description">At most 4096 characters.</param>
/// <param name="Attributes">Contact attributes, among them the queue; together at most 32,768 bytes.</param>
/// <param name="References">Addresses to show with the task, by name.</param>
/// <param name="ClientToken">The same for the same effect, so that a repetition starts no second task.</param>
public sealed record TaskContact(
    string Name,
    string Description,
    ImmutableSortedDictionary<string, string> Attributes,
    ImmutableSortedDictionary<string, Uri> References,
    string ClientToken);
