using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Slack;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>Reads clicks and commands that Slack sends. Nothing in a body counts before its signature was checked.</summary>
public static class SlackAnswers
{
    /// <summary>Slack sends the message along, and messages have at most 50 blocks; what is larger is not read.</summary>
    public const int MaximumBytes = 128 * 1024;

    /// <summary>A second click of the same person on the same button within this time is a slip of the finger.</summary>
    public static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Reads a request; the answer has a <see cref="PersonRequest"/> or a <see cref="SlackCommand"/> when somebody wants something.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="signingSecret">The app's signing secret.</param>
    /// <param name="now">The time.</param>
    public static Answer Read(AnswerRequest request, string signingSecret, DateTimeOffset now)
    {
        if (request.Method != "POST")
        {
            return Answer.Refuse(405, "POST only.", $"Slack: method {CleanText.Line(request.Method, 16)} refused");
        }

        if (request.Body.Length > MaximumBytes)
        {
            return Answer.Refuse(
                413, "Too large.", $"Slack: a body of {request.Body.Length} bytes refused, at most {MaximumBytes} are read");
        }

        if (request.MediaType != FormBody.MediaType)
        {
            return Answer.Refuse(
                415,
                "Expected a form.",
                $"Slack: content type \"{CleanText.Line(request.MediaType, 64)}\" refused, expected {FormBody.MediaType}");
        }

        var signature = request.Header("x-slack-signature");
        if (BodySignature.Problem(
            BodySignature.SlackVersion, Encoding.UTF8.GetBytes(signingSecret), request.Header("x-slack-request-timestamp"), signature,
            request.Body.Span, now) is { } problem)
        {
            return Answer.Refuse(401, "Not signed by Slack.", $"Slack: {problem}");
        }

        var key = ReplayWindow.Key("slack", signature!);
        return FormBody.Field(request.Body.Span, "payload") is { } payload && SlackClick.Read(payload) is { } click ? Read(click, key, now)
            : SlackCommand.Read(request.Body.Span, key) is { } command
                ? new Answer(200, "", $"Slack: {command.Person} wrote {command.Command}") { Command = command }
            : Answer.Refuse(
                400, "Neither a click on a button nor a command.", "Slack: the body is no block_actions interaction and no slash command");
    }

    private static Answer Read(SlackClick click, string replayKey, DateTimeOffset now)
    {
        if (SlackAction.IsLink(click.Action))
        {
            return new Answer(200, "", $"Slack: {click.Person} opened a link");
        }

        if (click.Acted(now) is not { } acted)
        {
            return Answer.Refuse(400, "Unknown action.", $"Slack: unknown action \"{CleanText.Line(click.Action, 64)}\"");
        }

        return IncidentName.IsOne(click.IncidentId)
            ? new Answer(200, "", $"Slack: {acted.By} asked for {acted.Action} of {click.IncidentId}")
            {
                Request = new PersonRequest(click.IncidentId, acted, replayKey, now + ReplayWindow.RememberFor)
                {
                    Places = click.Places,
                    SlackUser = click.UserId,
                    DoubleClickKey = acted.Action is PersonAction.Snooze or PersonAction.Escalate or PersonAction.Approve
                        ? $"click-{click.IncidentId}-{acted.Action}-{click.UserId}"
                        : null,
                },
                FollowUp = click.ResponseUrl is { } address ? new FollowUp(address, "") : null,
            }
            : Answer.Refuse(404, "Unknown incident.", $"Slack: \"{CleanText.Line(click.IncidentId, 64)}\" is no incident");
    }
}
