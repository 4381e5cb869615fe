namespace ContactCenter.Cli.Show;

/// <summary>A request that a channel would have sent.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Headers">Its headers but for those that carry a secret.</param>
/// <param name="Body">Its body; empty when it only asks.</param>
internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body);
