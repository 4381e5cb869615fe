using System.Text.Json;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>What Slack's Web API answered.</summary>
/// <param name="Error">Its name of the error; null when it is ok.</param>
/// <param name="Thread">Where the message stands, when it says so.</param>
internal sealed record SlackReply(string? Error, SlackThread? Thread)
{
    /// <summary>Id of the channel that was made, or null.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Errors that may pass (docs.slack.dev, "chat.postMessage", errors).</summary>
    private static readonly HashSet<string> Passing =
        ["ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout", "unreadable"];

    /// <summary>True when the message that should be changed is not there, or may not be changed any more.</summary>
    public bool IsGone => Error is "message_not_found" or "cant_update_message" or "edit_window_closed" or "thread_not_found";

    public static SlackReply Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return new SlackReply("unreadable", null);
            }

            var isOk = root.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True;
            return new SlackReply(
                isOk ? null : Text(root, "error") ?? "unknown", SlackThread.Parse($"{Text(root, "channel")} {Text(root, "ts")}"))
            {
                ChannelId = root.TryGetProperty("channel", out var channel)
                    && channel.ValueKind == JsonValueKind.Object
                    && Text(channel, "id") is { Length: > 1 and <= 32 } id
                    && id.All(char.IsAsciiLetterOrDigit) ? id : null,
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // half a letter in a name or a text is no answer of Slack
            return new SlackReply("unreadable", null);
        }
    }

    /// <exception cref="ChannelException">It is not ok.</exception>
    public void ThrowUnlessOk()
    {
        if (Error is { } error)
        {
            var name = error.Length <= 64 && error.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? error : "an error";
            throw new ChannelException(Sentences.SlackAnswered(name), Passing.Contains(error));
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
