using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// Everything that is reached over HTTP and is not AWS: Slack, Teams, ServiceNow, a webhook, and the extension that gives secrets.
/// </summary>
internal sealed class PlayedHttp : HttpMessageHandler
{
    private static readonly string[] Telling =
        ["authorization", "idempotency-key", "x-contactcenter-timestamp", "x-contactcenter-signature", "x-sn-apikey"];

    private readonly ConcurrentQueue<OutsideCall> _calls = new();
    private int _messages;

    /// <summary>Secrets by the name at the end of their ARN.</summary>
    public static IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>
    {
        ["links"] = """
            {"current":{"id":"k2","key":"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="},
             "previous":{"id":"k1","key":"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="}}
            """,
        ["slack-app"] = """{"signingSecret":"slack-key"}""",
        ["slack-bot"] = """{"botToken":"xoxb-1"}""",
        ["slack-webhook"] = """{"webhookUrl":"https://hooks.slack.com/services/T1/B1/x"}""",
        ["teams"] = """{"webhookUrl":"https://teams.example.com/workflows/1"}""",
        ["servicenow"] = """{"user":"integration","password":"p"}""",
        ["servicenow-key"] = """{"apiKey":"sn-1"}""",
        ["servicenow-callback"] = """{"callbackKey":"callback-key","user":"integration"}""",
        ["webhook"] = """{"key":"webhook-key"}""",
        ["caller"] = """{"key":"a key of this deployment"}""",
    };

    /// <summary>Hosts that are broken, with what they answer.</summary>
    public ConcurrentDictionary<string, HttpStatusCode> Broken { get; } = new();

    /// <summary>The record that ServiceNow finds; null: none.</summary>
    public string? ServiceNowRecord { get; set; }

    /// <summary>What left, in order; not what was asked of the extension.</summary>
    public IReadOnlyList<OutsideCall> Calls => [.. _calls];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (address.IsLoopback)
        {
            return Secret(request);
        }

        _calls.Enqueue(new OutsideCall(
            address.Host,
            request.Method.Method,
            address.PathAndQuery,
            [.. Telling.Where(request.Headers.Contains).Select(name => (name, string.Join(',', request.Headers.GetValues(name))))],
            request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : ""));
        if (Broken.TryGetValue(address.Host, out var status))
        {
            return new HttpResponseMessage(status) { Headers = { { "Retry-After", "120" } } };
        }

        return Reply(address.Host switch
        {
            "slack.com" => $$"""{"ok":true,"channel":"C0123456789","ts":"1777896000.{{Interlocked.Increment(ref _messages):D6}}"}""",
            "hooks.slack.com" => "ok",
            "acme.service-now.com" when request.Method == HttpMethod.Get => $$"""{"result":[{{ServiceNowRecord}}]}""",
            "acme.service-now.com" => """{"result":{"sys_id":"9d385017c611228701d22104cc95c371"}}""",
            _ => "",
        });
    }

    /// <summary>As the extension of Secrets Manager answers, to whoever has the function's token.</summary>
    private static HttpResponseMessage Secret(HttpRequestMessage request)
    {
        var arn = Uri.UnescapeDataString(request.RequestUri!.Query["?secretId=".Length..]);
        return request.RequestUri.AbsolutePath == "/secretsmanager/get" && Secrets.TryGetValue(arn.Split(':')[^1], out var secret)
            && request.Headers.GetValues("X-Aws-Parameters-Secrets-Token").Single() == "token"
            ? Reply(new JsonObject { ["SecretString"] = secret }.ToJsonString())
            : new HttpResponseMessage(HttpStatusCode.BadRequest);
    }

    private static HttpResponseMessage Reply(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
