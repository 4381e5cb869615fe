using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Account;

/// <summary>
/// An account at one address: Amazon Connect, Amazon Lex, Service Quotas, Slack and ServiceNow answer from what is recorded in
/// <c>test/Recorded/account</c> and nothing else; every other request goes on to the emulator.
/// </summary>
internal sealed class RecordedAccount : IAsyncDisposable
{
    private readonly HttpClient _emulator = new();
    private readonly Uri _forward;
    private readonly ContactCenterConfiguration _configuration;
    private readonly JsonArray _responses;
    private readonly Dictionary<string, (string Member, JsonObject Written)> _written = new(StringComparer.Ordinal);
    private LocalHttpServer _server = null!;

    private RecordedAccount(Uri forward, ContactCenterConfiguration configuration)
    {
        (_forward, _configuration) = (forward, configuration);
        var text = File.ReadAllText(Repository.File("test", "Recorded", "account", "responses.json"))
            .Replace("{instanceArn}", configuration.Instance.Arn, StringComparison.Ordinal)
            .Replace("{instance}", configuration.Instance.Id, StringComparison.Ordinal);
        _responses = JsonNode.Parse(text)!.AsArray();
    }

    public Uri Address => _server.Address;

    /// <summary>What was written to services that answer from records, in order.</summary>
    public List<(string Path, JsonObject Body)> Writes { get; } = [];

    public static async Task<RecordedAccount> StartAsync(Uri emulator, ContactCenterConfiguration configuration)
    {
        var account = new RecordedAccount(emulator, configuration);
        account._server = await LocalHttpServer.StartAsync(account.HandleAsync);
        return account;
    }

    /// <summary>Does something in the emulator that the clients of this repository have no operation for.</summary>
    public async Task<string> DoAsync(string service, string body, string? target = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _forward) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new(target is null ? "application/x-www-form-urlencoded" : "application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation(
            "authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/{_configuration.Instance.Region}/{service}/aws4_request, SignedHeaders=host, Signature=x");
        if (target is not null)
        {
            request.Headers.TryAddWithoutValidation("x-amz-target", target);
        }

        using var response = await _emulator.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, answer);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _emulator.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var form = context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true
            ? Encoding.UTF8.GetString(body.ToArray()).Split('&').First(static pair => pair.StartsWith("Action=", StringComparison.Ordinal))
            : null;
        var target = context.Request.Headers["x-amz-target"].ToString();
        var what = target.StartsWith("ServiceQuotas", StringComparison.Ordinal)
            ? target
            : form ?? $"{context.Request.Path}{context.Request.QueryString}";
        var asked = $"{context.Request.Method} {what}";
        var found = _responses.FirstOrDefault(response => asked.StartsWith((string)response!["request"]!, StringComparison.Ordinal));
        if (found is null)
        {
            await ForwardAsync(context, body.ToArray());
            return;
        }

        context.Response.StatusCode = (int?)found["status"] ?? 200;
        if ((string?)found["error"] is { } error)
        {
            context.Response.Headers["x-amzn-errortype"] = error;
        }

        foreach (var (name, value) in found["headers"]?.AsObject() ?? [])
        {
            context.Response.Headers[name] = (string?)value;
        }

        context.Response.ContentType = found["xml"] is null ? "application/json" : "text/xml";
        await context.Response.WriteAsync((string?)found["xml"] ?? Answer(context.Request, found, body.ToArray()).ToJsonString());
    }

    /// <summary>
    /// What is recorded, with what was written there since: a write names the member of the answer that it changes, and who reads the same
    /// path then sees it.
    /// </summary>
    private JsonNode Answer(HttpRequest request, JsonNode found, byte[] body)
    {
        var answer = found["body"]!.DeepClone();
        var path = request.Path.Value!;
        if ((string?)found["writes"] is { } member)
        {
            var written = JsonNode.Parse(body)!.AsObject();
            Writes.Add((path, written));
            _written[member.Length == 0 ? path : path[..path.LastIndexOf('/')]] = (member, written);
        }
        else if (_written.TryGetValue(path, out var change))
        {
            var target = change.Member.Length == 0 ? answer : answer[change.Member]!;
            foreach (var (name, value) in change.Written)
            {
                target[name] = value?.DeepClone();
            }
        }

        return answer;
    }

    private async Task ForwardAsync(HttpContext context, byte[] body)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(_forward, context.Request.Path + context.Request.QueryString));
        request.Content = body.Length == 0 ? null : new ByteArrayContent(body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!name.Equals("host", StringComparison.OrdinalIgnoreCase)
                && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                _ = request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        using var response = await _emulator.SendAsync(request);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in response.Headers)
        {
            if (name.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        await context.Response.Body.WriteAsync(await response.Content.ReadAsByteArrayAsync());
    }
}
