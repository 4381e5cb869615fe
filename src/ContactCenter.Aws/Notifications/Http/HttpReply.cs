namespace ContactCenter.Aws.Notifications.Http;

/// <summary>What an HTTP server answered with success.</summary>
/// <param name="Status">The status, 200 to 299.</param>
/// <param name="Body">The text, cut to what is worth looking at.</param>
internal sealed record HttpReply(int Status, string Body);
