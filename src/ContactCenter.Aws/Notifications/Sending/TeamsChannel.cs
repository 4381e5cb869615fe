using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>A Teams channel through a Workflows webhook; the address with its signature is the secret.</summary>
internal sealed partial class TeamsChannel(HttpSender http, ISecretSource secrets, LinkSource links) : INotificationChannel
{
    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var offered = await links.ForAsync(effect, $"Teams {endpoint.To}", cancellationToken);
        await PostAsync(secret, TeamsRenderer.Render(effect.Message, offered), cancellationToken);
        return null;
    }

    /// <summary>
    /// Workflows accepts what it then fails to post, and tells nobody: a test of it proves less than that of other channels.
    /// </summary>
    public async ValueTask<NoticeAnswer> SendNoticeAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        await PostAsync(await secrets.OfAsync(endpoint, cancellationToken), NoticeRenderer.Teams(notice), cancellationToken);
        return new NoticeAnswer(NoticeOutcome.Unproven, Sentences.ReceiptTeams);
    }

    private async ValueTask PostAsync(Secret secret, JsonObject card, CancellationToken cancellationToken)
    {
        var reply = await http.SendAsync(
            HttpMethod.Post, http.Address(secret.FieldOrText("webhookUrl")), JsonText.Bytes(card), [], cancellationToken);

        // Teams is known to answer 200 and to say in the text that it failed
        if (Lie().Match(reply.Body) is { Success: true } lie)
        {
            var status = int.Parse(lie.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            throw new ChannelException(
                Sentences.AnsweredWithError($"{reply.Status}", $"{status}"),
                HttpSender.IsPassing(status));
        }
    }

    [GeneratedRegex("HTTP error ([0-9]{3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lie();
}
