using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>Reads requests to signed links: GET asks whether the reader means it, POST acts.</summary>
public static class LinkAnswers
{
    /// <summary>The form has no fields; a little is allowed for what browsers and proxies add.</summary>
    public const int MaximumBytes = 1024;

    /// <summary>
    /// Reads a request; the answer has a <see cref="PersonRequest"/> when the link is genuine, also for GET, which must not carry it out.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="keys">The keys that are valid.</param>
    /// <param name="now">The time.</param>
    /// <param name="center">The language of the center, for whoever is not known to read another.</param>
    public static Answer Read(AnswerRequest request, LinkKeys keys, DateTimeOffset now, Translation center)
    {
        var stranger = LinkLanguage.Of(request, isOurs: false, center);
        if (request.Method is not ("GET" or "HEAD" or "POST"))
        {
            return Refuse(
                405,
                Sentences.DoesNotWork,
                Sentences.OnlyBrowser,
                $"link: method {CleanText.Line(request.Method, 16)} refused",
                stranger);
        }

        if (request.Body.Length > MaximumBytes)
        {
            return Refuse(
                413,
                Sentences.DoesNotWork,
                Sentences.TooLarge,
                $"link: a body of {request.Body.Length} bytes refused, at most {MaximumBytes} are read",
                stranger);
        }

        if (request.Method == "POST" && request.MediaType is not (FormBody.MediaType or ""))
        {
            return Refuse(
                415,
                Sentences.DoesNotWork,
                Sentences.UseTheButton,
                $"link: content type \"{CleanText.Line(request.MediaType, 64)}\" refused",
                stranger);
        }

        var reading = SignedLinks.Read(request.Segment, keys, now);
        return reading switch
        {
            { Problem: LinkProblem.Expired, Claim: { } old } =>
                Refuse(
                    410,
                    Sentences.LinkTooOld,
                    Sentences.UseNewest,
                    $"link: expired at {old.ExpiresAt:u}, for {old.IncidentId}",
                    LinkLanguage.Of(request, isOurs: true, center)),
            { Problem: { } problem } =>
                Refuse(
                    403,
                    Sentences.LinkBroken,
                    Sentences.LinkIncomplete,
                    $"link: {Words(problem)}",
                    stranger),
            { Claim: { } claim } => Accept(request, claim, now),
            _ => throw new InvalidOperationException("a reading has a claim or a problem"),
        };
    }

    internal static Answer Refuse(int status, string title, string text, string reason, Translation words) =>
        new(status, LinkPage.Say(title, text, words), reason) { Headers = LinkPage.Headers };

    private static Answer Accept(AnswerRequest request, LinkClaim claim, DateTimeOffset now)
    {
        var acted = new PersonActed(claim.Action, CleanText.Line(claim.Recipient, 120))
        {
            Until = claim.Action == PersonAction.Snooze ? now + OfferedActions.Pause : null,
        };

        // an acknowledgement or a resolution done twice is done once; a pause would become longer, a further step would be taken, a later
        // repair approved unseen
        var replayKey = claim.Action is PersonAction.Snooze or PersonAction.Escalate or PersonAction.Approve
            ? ReplayWindow.Key("link", request.Segment)
            : null;
        return new Answer(
            200, "", $"link: {acted.By} {(request.Method == "POST" ? "asked for" : "looked at")} {acted.Action} of {claim.IncidentId}")
        {
            Headers = LinkPage.Headers,
            Request = new PersonRequest(claim.IncidentId, acted, replayKey, claim.ExpiresAt) { Claim = claim },
        };
    }

    private static string Words(LinkProblem problem) => problem switch
    {
        LinkProblem.Malformed => "the address is no link of ours",
        LinkProblem.UnknownKey => "signed with a key that is not valid",
        _ => "the signature is wrong",
    };
}
