using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;

namespace ContactCenter.Embedded.Ports;

/// <summary>Secrets of this machine: the one that was given, or well-known ones that no deployment has.</summary>
public sealed class TestSecrets : ISecretSource
{
    /// <summary>What requests to try out are signed with when no secret is given.</summary>
    public const string Key = "a-key-for-trying-out-and-nothing-else";

    /// <summary>The secret with the mark of synthetic contacts.</summary>
    internal const string SyntheticMark = "SYNTHETIC_MARK_ARN";

    private const string CallerKey = "CALLER_KEY_ARN";

    /// <summary>The secret with the key of signed links.</summary>
    internal const string Links = $$"""{"current":"{{Key}}"}""";

    /// <summary>The secret as Secrets Manager holds it, or null.</summary>
    public string? Text { get; set; }

    /// <summary>The value of an environment variable that names a secret.</summary>
    public static string? Variable(string name) =>
        name is "LINK_SECRET_ARN" or "SLACK_SIGNING_SECRET_ARN" or "SERVICENOW_CALLBACK_SECRET_ARN" or "PAGERDUTY_WEBHOOK_SECRET_ARN"
            or "JIRA_WEBHOOK_SECRET_ARN" or "POST_WEBHOOK_SECRET_ARN" or CallerKey
            ? name
            : null;

    /// <inheritdoc/>
    public ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken) => new(new Secret(Text ?? arn switch
    {
        "LINK_SECRET_ARN" => Links,
        CallerKey => $$"""{"key":"{{Key}}"}""",
        SyntheticMark => $$"""{"mark":"{{Key}}"}""",
        "SLACK_SIGNING_SECRET_ARN" => $$"""{"signingSecret":"{{Key}}"}""",
        "PAGERDUTY_WEBHOOK_SECRET_ARN" or "JIRA_WEBHOOK_SECRET_ARN" or "POST_WEBHOOK_SECRET_ARN" => Key,
        "SERVICENOW_CALLBACK_SECRET_ARN" => $$"""{"callbackKey":"{{Key}}","user":"contactcenter"}""",
        _ => throw new ChannelException("no such secret is on this machine", isPassing: false),
    }));
}
