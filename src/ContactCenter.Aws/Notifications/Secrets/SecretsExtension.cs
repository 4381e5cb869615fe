using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Secrets;

/// <summary>
/// Secrets Manager through the local address of its Lambda extension (AWS documentation, "Use AWS Secrets Manager secrets in AWS Lambda
/// functions"). Secrets are kept for five minutes, so a new one is in use soon after a rotation; while the extension does not answer,
/// what was read within the last hour still counts.
/// </summary>
/// <param name="http">Sends the request.</param>
/// <param name="clock">The clock.</param>
/// <param name="address">Address of the extension.</param>
/// <param name="token">The session token of the function, which the extension asks for; read anew each time, because it changes.</param>
/// <param name="region">The Region of the function, whose Secrets Manager the extension asks: a secret is read from its replica there.
/// Null: as it is named.</param>
public sealed class SecretsExtension(
    HttpClient http, TimeProvider clock, Uri address, Func<string?> token, string? region = null) : ISecretSource
{
    /// <summary>Where the extension listens unless it is told otherwise.</summary>
    public static readonly Uri DefaultAddress = new("http://localhost:2773/");

    /// <summary>How long a secret counts without being read again.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>How long it counts when it cannot be read again.</summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromHours(1);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (Secret Secret, DateTimeOffset ReadAt)> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken)
    {
        var isKnown = _known.TryGetValue(arn, out var known);
        if (isKnown && clock.GetUtcNow() - known.ReadAt < FreshFor)
        {
            return known.Secret;
        }

        try
        {
            var secret = await ReadAsync(arn, cancellationToken);
            _known[arn] = (secret, clock.GetUtcNow());
            return secret;
        }
        catch (ChannelException failure) when (isKnown && failure.IsPassing && clock.GetUtcNow() - known.ReadAt < UsableFor)
        {
            return known.Secret;
        }
    }

    private async ValueTask<Secret> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(address, $"secretsmanager/get?secretId={Uri.EscapeDataString(SecretReplica.In(region, arn))}"));
        request.Headers.TryAddWithoutValidation("X-Aws-Parameters-Secrets-Token", token());
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw Unavailable(Sentences.SecretsAnswered($"{(int)response.StatusCode}"), IsPassing(response.StatusCode));
            }

            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(either.Token));
            return document.RootElement.TryGetProperty("SecretString", out var text) && text.GetString() is { Length: > 0 } value
                ? new Secret(value)
                : throw Unavailable(Sentences.SecretEmpty, isPassing: false);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException)
        {
            throw Unavailable(Sentences.SecretsSilent, isPassing: true);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(Sentences.SecretsLate, isPassing: true);
        }
    }

    /// <summary>The cause is left out: its text may hold what must not be seen.</summary>
    private static ChannelException Unavailable(string why, bool isPassing) => new(Sentences.SecretUnavailable(why), isPassing);

    private static bool IsPassing(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
}
