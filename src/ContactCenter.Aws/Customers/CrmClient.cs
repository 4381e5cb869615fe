using System.Globalization;
using System.Net;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Aws.Customers;

/// <summary>One request to the customer system: no redirect is followed, and no more than <see cref="MaximumReply"/> is read.</summary>
public sealed class CrmClient(HttpClient http, ISecretSource secrets, CrmSettings settings)
{
    /// <summary>Largest reply in bytes. A customer is some kilobytes; what is larger is a mistake or an attack.</summary>
    public const int MaximumReply = 128 * 1024;

    /// <summary>A client that reaches no address which no other system may have, whatever name it hides behind.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 32,
        ConnectCallback = GuardedConnection.ConnectAsync,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="CrmException">It did not answer usefully.</exception>
    internal async ValueTask<CrmReply> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        _ = request.Headers.TryAddWithoutValidation("accept", "application/json");
        try
        {
            if (settings.Secret is { } arn && (await secrets.GetAsync(arn, cancellationToken)).FieldOrText("value") is { } secret)
            {
                _ = request.Headers.TryAddWithoutValidation(settings.Header, secret);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.NoContent or HttpStatusCode.Gone => new CrmReply(IsFound: false, default),

                // it works and has refused what it was asked for: that is no outage, and the breaker must not rest for one customer
                HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new CrmReply(
                    IsFound: false, default, string.Create(CultureInfo.InvariantCulture, $"it answered HTTP {(int)response.StatusCode}")),
                HttpStatusCode.OK => new CrmReply(IsFound: true, await ReadAsync(response.Content, cancellationToken)),
                var status =>
                    throw new CrmException(
                        string.Create(CultureInfo.InvariantCulture, $"it answered HTTP {(int)status}"), IsPassing((int)status)),
            };
        }
        catch (ChannelException failure)
        {
            throw new CrmException(failure.Message, failure.IsPassing);
        }
        catch (HttpRequestException failure)
        {
            // only the kind: the message names the address
            throw new CrmException($"it cannot be reached ({failure.HttpRequestError})", isPassing: true);
        }
        catch (IOException)
        {
            throw new CrmException("the connection broke", isPassing: true);
        }
    }

    // not 429: who asks to be asked less is not asked again at once
    private static bool IsPassing(int status) => status is 408 or 425 or >= 500;

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MaximumReply)
        {
            throw new CrmException("its reply is too large", isPassing: false);
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var reply = new MemoryStream();
        var buffer = new byte[8 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            reply.Write(buffer, 0, read);
            if (reply.Length > MaximumReply)
            {
                throw new CrmException("its reply is too large", isPassing: false);
            }
        }

        return reply.ToArray();
    }
}

/// <summary>What the customer system answered.</summary>
/// <param name="IsFound">False: there is no such customer.</param>
/// <param name="Body">The reply; empty when there is no such customer.</param>
/// <param name="Remark">What the log should say of it, or null.</param>
internal sealed record CrmReply(bool IsFound, ReadOnlyMemory<byte> Body, string? Remark = null);

/// <summary>
/// The customer system did not answer usefully. The reason names no address and nothing of the reply, so that it can be logged.
/// </summary>
internal sealed class CrmException(string reason, bool isPassing) : Exception(reason)
{
    /// <summary>True when another attempt may work.</summary>
    public bool IsPassing { get; } = isPassing;
}
