using System.Net.Http.Headers;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Http;

/// <summary>Sends requests and says of failures whether they may pass. Addresses can be secrets, so no failure names one.</summary>
internal sealed class HttpSender(HttpClient http, TimeProvider clock, bool isRehearsal = false)
{
    private const int MaximumReply = 64 * 1024;

    /// <summary>
    /// A client with the settings that channels need: no redirects (which would carry secrets elsewhere), no limit of its own.
    /// </summary>
    /// <param name="isGuarded">True: it reaches no address that no other system may have.</param>
    public static HttpClient CreateClient(bool isGuarded) => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = isGuarded ? GuardedConnection.ConnectOrAskExtensionAsync : null,
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>An address that may be posted to: encrypted, and on another machine. A rehearsal posts to its own.</summary>
    /// <exception cref="ChannelException">It is none.</exception>
    public Uri Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (isRehearsal && address.IsLoopback || address.Scheme == Uri.UriSchemeHttps && !WebAddress.IsOwnMachine(address))
            ? address
            : throw new ChannelException(Sentences.NotHttps, isPassing: false);

    /// <summary>Sends JSON.</summary>
    /// <exception cref="ChannelException">The server cannot be reached or did not answer with success.</exception>
    public async ValueTask<HttpReply> SendAsync(
        HttpMethod method, Uri address, byte[]? json, IEnumerable<KeyValuePair<string, string>> headers,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.TryAddWithoutValidation("content-type", "application/json; charset=utf-8");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await ReadAsync(response.Content, cancellationToken);
            var status = (int)response.StatusCode;
            return status is >= 200 and < 300
                ? new HttpReply(status, body, response.Headers)
                : throw new ChannelException(
                    Sentences.AnsweredHttp($"{status}"), IsPassing(status), RetryAfter(response))
                {
                    Status = status,

                    // who stands before the server has handed the request on, and got no answer either
                    MayHaveArrived = status is 502 or 504,
                };
        }
        catch (HttpRequestException failure)
        {
            // only the kind: the message names the address
            throw new ChannelException(Sentences.NotReached($"{failure.HttpRequestError}"), isPassing: true)
            {
                MayHaveArrived = failure.HttpRequestError == HttpRequestError.ResponseEnded,
            };
        }
        catch (IOException)
        {
            throw new ChannelException(Sentences.ConnectionBroke, isPassing: true) { MayHaveArrived = true };
        }
    }

    /// <summary>True for what may pass: the server is broken, busy or too slow.</summary>
    public static bool IsPassing(int status) => status is 408 or 425 or 429 or >= 500;

    private static async ValueTask<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaximumReply];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } positive && positive < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

/// <summary>What an HTTP server answered with success.</summary>
/// <param name="Status">The status, 200 to 299.</param>
/// <param name="Body">The text, cut to what is worth looking at.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record HttpReply(int Status, string Body, HttpResponseHeaders Headers)
{
    /// <summary>A header, or null.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
