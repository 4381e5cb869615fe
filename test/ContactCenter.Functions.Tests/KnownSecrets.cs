using ContactCenter.Aws.Notifications.Secrets;

namespace ContactCenter.Functions.Tests;

/// <summary>Secrets by name.</summary>
internal sealed class KnownSecrets(params (string Arn, string Text)[] secrets) : ISecretSource
{
    public ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Secret(secrets.Single(secret => secret.Arn == arn).Text));
}
