using System.Collections.Immutable;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>What is needed to believe a callback of ServiceNow.</summary>
/// <param name="Key">Key of the HMAC that the instance's business rule sends.</param>
/// <param name="IntegrationUser">The user as whom we write; what this user changed is our own echo.</param>
public sealed record ServiceNowCallback(ImmutableArray<byte> Key, string IntegrationUser)
{
    /// <summary>The user alone: a key is never written down.</summary>
    public override string ToString() => $"callbacks of ServiceNow, but not of {IntegrationUser}";
}
