using System.Collections.Immutable;

namespace ContactCenter.Core.Notifications.Sns;

/// <summary>A message for an SNS topic.</summary>
/// <param name="Subject">For e-mail: printable ASCII, 1 to 99 characters.</param>
/// <param name="Body">JSON with a text for each protocol; goes with <c>MessageStructure=json</c>.</param>
/// <param name="Attributes">String attributes for filter policies.</param>
public sealed record SnsMessage(string Subject, string Body, ImmutableSortedDictionary<string, string> Attributes);
