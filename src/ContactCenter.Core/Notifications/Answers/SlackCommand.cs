using ContactCenter.Core.Common;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>What somebody wrote behind a slash command in Slack.</summary>
/// <param name="Command">The command with its slash: an app may have called it otherwise than <c>/incident</c>.</param>
/// <param name="Text">What stands behind it; may be empty.</param>
/// <param name="UserId">Who wrote it, as Slack knows the person.</param>
/// <param name="Person">Who wrote it, for the timeline.</param>
/// <param name="ChannelId">Id of the channel in which it was written, or empty.</param>
/// <param name="ChannelName">Its name, or empty; Slack does not always say it.</param>
/// <param name="Key">Under which the request is remembered, so that it acts once.</param>
public sealed record SlackCommand(
    string Command, string Text, string UserId, string Person, string ChannelId, string ChannelName, string Key)
{
    /// <summary>More than this is no command.</summary>
    private const int MaximumText = 1000;

    /// <summary>The channel as people name it.</summary>
    public string Channel => ChannelName.Length > 0 ? $"#{ChannelName}" : ChannelId;

    /// <summary>Reads the body of a slash command (docs.slack.dev, "Implementing slash commands"); null when it is none.</summary>
    /// <param name="body">The body, whose signature was checked.</param>
    /// <param name="key">Under which the request is remembered.</param>
    internal static SlackCommand? Read(ReadOnlySpan<byte> body, string key) =>
        FormBody.Field(body, "command") is { Length: > 1 and <= 32 } command
        && command[0] == '/'
        && FormBody.Field(body, "user_id") is { Length: > 0 and <= 32 } userId
        && userId.All(char.IsAsciiLetterOrDigit)
            ? new SlackCommand(
                CleanText.Line(command, 32),
                CleanText.Line(FormBody.Field(body, "text"), MaximumText).Trim(),
                userId,
                SlackPerson.Of(FormBody.Field(body, "user_name"), userId),
                CleanText.Line(FormBody.Field(body, "channel_id"), 32),
                CleanText.Line(FormBody.Field(body, "channel_name"), 100),
                key)
            : null;
}
