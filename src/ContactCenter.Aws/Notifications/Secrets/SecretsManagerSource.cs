using System.Collections.Concurrent;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Secrets;

/// <summary>
/// Secrets by a call of Secrets Manager, kept for <see cref="Kept"/>: for functions that need one so seldom that the extension, which
/// starts with every copy of them, would cost more.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="clock">Says what time it is.</param>
public sealed class SecretsManagerSource(IAmazonSecretsManager client, TimeProvider clock) : ISecretSource
{
    /// <summary>So long a secret is believed, and so long one that cannot be had is not asked for again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (long At, Secret? Secret)> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(arn, out var known) && clock.GetElapsedTime(known.At) < Kept)
        {
            return known.Secret ?? throw Unreadable(null);
        }

        try
        {
            var answer = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = arn }, cancellationToken);
            var secret = new Secret(answer.SecretString ?? "");
            _known[arn] = (clock.GetTimestamp(), secret);
            return secret;
        }
        catch (Exception failure) when (failure is AmazonSecretsManagerException or HttpRequestException)
        {
            _known[arn] = (clock.GetTimestamp(), null);
            throw Unreadable(failure);
        }
    }

    private static ChannelException Unreadable(Exception? failure) => new(
        Sentences.SecretsAnswered((failure as AmazonSecretsManagerException)?.ErrorCode ?? "nothing"),
        isPassing: true,
        innerException: failure);
}
