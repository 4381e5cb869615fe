using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Core.Common;
using ContactCenter.Core.Notifications.Slack;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>Slack's Web API, which answers 200 whatever happened: what counts is <c>ok</c> in the body.</summary>
internal sealed class SlackApi(HttpSender http, Uri address, string token)
{
    public async ValueTask<SlackReply> CallAsync(SlackCall call, CancellationToken cancellationToken)
    {
        var method = call.Method ?? throw new ArgumentException("a call to the webhook is none to the Web API", nameof(call));
        var reply = await http.SendAsync(
            HttpMethod.Post, new Uri(http.Address(address.AbsoluteUri), method), JsonText.Bytes(call.Body),
            [new("authorization", $"Bearer {token}")], cancellationToken);
        return SlackReply.Read(reply.Body);
    }
}
