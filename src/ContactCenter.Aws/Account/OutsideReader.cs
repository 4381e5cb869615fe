using System.Text.Json;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Notifications.Sending;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>
/// What Slack says of a token, ServiceNow of its table of incidents, and Jira of a key. Nothing is sent but the question.
/// </summary>
internal sealed class OutsideReader(HttpClient http, Uri slack, TimeProvider clock)
{
    private const string Scopes = "x-oauth-scopes";

    /// <summary>Characters of an error that are told; Slack's are words such as <c>invalid_auth</c>.</summary>
    private const int MaximumError = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    // where Slack is played by this machine, the others may be too
    private readonly HttpSender _sender = new(http, clock, isRehearsal: slack.IsLoopback);

    /// <summary>Scopes of a token; Slack writes them into a header of every answer.</summary>
    public async Task<SlackAccess> SlackAsync(string token, CancellationToken cancellationToken)
    {
        var (reply, scopes) = await AskAsync(
            HttpMethod.Post, new Uri(_sender.Address(slack.AbsoluteUri), "auth.test"), [new("authorization", $"Bearer {token}")],
            cancellationToken);
        var root = Parse(reply, "Slack");
        return new SlackAccess(
            [.. (scopes ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Member(root, "ok") is { ValueKind: JsonValueKind.True } ? null
                : Member(root, "error") is { ValueKind: JsonValueKind.String } error && TextOf(() => error.GetString()) is { } text
                    ? CleanText.Line(text, MaximumError)
                    : Sentences.SlackSilent);
    }

    /// <summary>Which of the fields that are written there are: a record holds only those that exist and may be read.</summary>
    public async Task<IReadOnlyList<string>> ServiceNowAsync(
        string host, Secret secret, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var table = ServiceNowChannel.Table(_sender, host);
        var (reply, _) = await AskAsync(
            HttpMethod.Get,
            new Uri($"{table.AbsoluteUri}?sysparm_limit=1&sysparm_fields={string.Join(',', fields)}"),
            ServiceNowChannel.Headers(secret),
            cancellationToken);
        var root = Parse(reply, "ServiceNow");
        return Member(root, "result") is { ValueKind: JsonValueKind.Array } result
            ? result.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } record
                ? [.. record.EnumerateObject().Select(static member => TextOf(() => member.Name)).OfType<string>()]
                // an empty table tells nothing of its fields
                : fields
            : throw new ChannelException(Sentences.ServiceNowOtherwise, isPassing: true);
    }

    /// <summary>Whether Jira takes a key: it is asked for a request that there never was, and says that only to who may ask.</summary>
    public async Task<JiraAccess> JiraAsync(string site, Secret secret, CancellationToken cancellationToken)
    {
        try
        {
            var status = JiraChannel.Status(JiraChannel.Alerts(_sender, site), Guid.Empty.ToString());
            _ = await AskAsync(HttpMethod.Get, status, JiraChannel.Headers(secret), cancellationToken);
            return new JiraAccess(IsTaken: true);
        }
        catch (ChannelException answered) when (answered.Status is 404)
        {
            return new JiraAccess(IsTaken: true);
        }
        catch (ChannelException answered) when (answered.Status is 401 or 403 or 422)
        {
            return new JiraAccess(IsTaken: false);
        }
    }

    private async Task<(string Body, string? Scopes)> AskAsync(
        HttpMethod method, Uri address, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var reply = await _sender.SendAsync(method, address, null, headers, either.Token);
            return (reply.Body, reply.Header(Scopes));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChannelException(Sentences.NotInTime, isPassing: true);
        }
    }

    private static JsonElement? Member(JsonElement json, string name)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (TextOf(() => member.Name) == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Half a letter in a name or a text is valid to the parser and no text.</summary>
    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement Parse(string reply, string who)
    {
        try
        {
            using var document = JsonDocument.Parse(reply);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Unreadable();
        }
        catch (JsonException)
        {
            throw Unreadable();
        }

        ChannelException Unreadable() => new(Sentences.AnsweredOtherwise(who), isPassing: true);
    }
}
