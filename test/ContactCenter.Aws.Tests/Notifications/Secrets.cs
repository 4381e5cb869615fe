using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>Secrets by name.</summary>
internal sealed class Secrets : ISecretSource
{
    public Dictionary<string, string> Texts { get; } = new()
    {
        ["webhook"] = "a key of the webhook",
        ["links"] = $$"""{"current": {"id": "k2", "key": "{{Convert.ToBase64String(new byte[32])}}" } }""",
    };

    public ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken) => Texts.TryGetValue(arn, out var text)
        ? ValueTask.FromResult(new Secret(text))
        : throw new ChannelException("its secret cannot be had", isPassing: true);
}
