namespace ContactCenter.Core.Notifications.Answers;

/// <summary>A JSON document to post after the answer was given.</summary>
/// <param name="Address">Where.</param>
/// <param name="Body">What.</param>
public sealed record FollowUp(Uri Address, string Body);
