using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;

namespace ContactCenter.Cli.Show;

/// <summary>
/// Nothing leaves this machine: a request is kept with the message that it is sent for, and answered as the other side does when it has
/// taken it.
/// </summary>
internal sealed class CapturedHttp : HttpMessageHandler
{
    private const string SysId = "00000000000000000000000000000001";

    private readonly AsyncLocal<List<SentRequest>?> _current = new();
    private string? _record;

    /// <summary>What clients of AWS send goes the same way.</summary>
    public HttpClientFactory ForAws() => new Factory(this);

    /// <summary>Keeps what is sent until the work is done.</summary>
    public async ValueTask<(T Answer, IReadOnlyList<SentRequest> Requests)> DuringAsync<T>(Func<ValueTask<T>> work)
    {
        var requests = new List<SentRequest>();
        _current.Value = requests;
        return (await work(), requests);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers
            .Where(static header => header.Key.ToUpperInvariant() is not ("AUTHORIZATION" or "X-SN-APIKEY" or "X-AMZ-SECURITY-TOKEN"))
            .ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value));
        _current.Value?.Add(new SentRequest(request.Method.Method, request.RequestUri!, headers, body));
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(Answer(request, body), Encoding.UTF8, "application/json"),
        };
    }

    /// <summary>
    /// What SNS, Amazon Connect, ServiceNow, PagerDuty, Jira and Slack answer; the others answer with their status alone.
    /// </summary>
    private string Answer(HttpRequestMessage request, string body)
    {
        if (body.StartsWith("Action=Publish", StringComparison.Ordinal))
        {
            return "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>shown</MessageId>"
                + "</PublishResult><ResponseMetadata><RequestId>shown</RequestId></ResponseMetadata></PublishResponse>";
        }

        if (request.RequestUri!.AbsolutePath.EndsWith("/contact/outbound-voice", StringComparison.Ordinal))
        {
            return """{"ContactId":"shown"}""";
        }

        if (request.RequestUri.AbsolutePath.StartsWith("/api/now/", StringComparison.Ordinal))
        {
            _record = request.Method == HttpMethod.Get ? _record : Record(body);
            return request.Method == HttpMethod.Get ? $"{{\"result\":[{_record}]}}" : $"{{\"result\":{_record}}}";
        }

        if (request.RequestUri.AbsolutePath == "/v2/enqueue")
        {
            return """{"status":"success","dedup_key":"shown"}""";
        }

        if (request.RequestUri.AbsolutePath.Contains("/v2/alerts", StringComparison.Ordinal))
        {
            return """{"requestId":"shown"}""";
        }

        return """{"ok":true,"channel":"C0SHOWN","ts":"1.000001"}""";
    }

    /// <summary>The record as ServiceNow finds it again: what is written later is written to it.</summary>
    private string Record(string body)
    {
        using var written = JsonDocument.Parse(body);
        using var before = JsonDocument.Parse(_record ?? "{}");
        string? Column(string name) => written.RootElement.TryGetProperty(name, out var now) ? now.GetString()
            : before.RootElement.TryGetProperty(name, out var old) ? old.GetString()
            : null;

        string[] columns = ["state", "correlation_id", "correlation_display"];
        var members = columns.Select(name => $"\"{name}\":\"{JsonEncodedText.Encode(Column(name) ?? "")}\"");
        return $"{{\"sys_id\":\"{SysId}\",{string.Join(',', members)}}}";
    }

    private sealed class Factory(CapturedHttp captured) : HttpClientFactory
    {
        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(captured, disposeHandler: false);
    }
}
