using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Engine.People;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// People and tools answer: read the request, let it act once, say what came of it. What is refused changes nothing. A function
/// only translates HTTP to <see cref="AnswerRequest"/> and <see cref="Answer"/> to HTTP.
/// </summary>
public sealed class PersonAnswers(IIncidentStore store, IncidentPipeline pipeline, IncidentPolicy policy, INotebook notebook)
{
    /// <summary>A click in Slack. The answer's <see cref="Answer.FollowUp"/> brings the message up to date.</summary>
    public async ValueTask<Answer> SlackAsync(
        AnswerRequest request, string signingSecret, Uri? dashboard, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = SlackAnswers.Read(request, signingSecret, now);
        if (answer.Request is not { } read)
        {
            return answer;
        }

        var asked = read with { Acted = read.Acted with { By = SlackPerson.NameOf(policy, read.SlackUser, read.Acted.By) } };
        if (await ActAsync(asked, now, cancellationToken) is not { After.Incident: { } incident } decision)
        {
            return Answer.Refuse(404, "Unknown incident.", $"Slack: there is no incident {asked.IncidentId}");
        }

        if (decision.Action == IncidentAction.Repeated)
        {
            return Acts.IsMarked(incident, asked.ReplayKey!, now)
                ? Answer.Refuse(409, "Already done.", $"Slack: a copy of a request for {asked.IncidentId} refused")
                : new Answer(200, "", $"Slack: a second click of {asked.Acted.By} for {asked.IncidentId} ignored");
        }

        foreach (var place in asked.Places)
        {
            // never in the place of a thread that the bot itself began
            _ = await notebook.TryAddAsync(
                SlackThread.NoteName(incident.Id, place.Channel),
                place.Thread.ToString(),
                now + SlackThread.RememberFor,
                cancellationToken);
        }

        return answer with { FollowUp = Refresh(answer.FollowUp, incident, asked, decision, dashboard, now) };
    }

    /// <summary>A signed link: GET asks, POST acts.</summary>
    public async ValueTask<Answer> LinkAsync(AnswerRequest request, LinkKeys keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = LinkAnswers.Read(request, keys, now, policy.Anybody.Words);
        if (answer.Request is not { Claim: { } claim } linked)
        {
            return answer;
        }

        var words = LinkLanguage.Of(request, isOurs: true, policy.Anybody.Words);

        // links know the address that they were sent to; people know each other by name
        var asked = linked with { Acted = linked.Acted with { By = policy.NameOf(linked.Acted.By) } };
        if (await store.FindAsync(asked.IncidentId, cancellationToken) is not { Incident: { } incident })
        {
            return LinkAnswers.Refuse(
                404,
                Sentences.NoSuchIncident,
                Sentences.OverAnother,
                $"link: there is no incident {asked.IncidentId}",
                words);
        }

        if (!incident.IsActive)
        {
            return IsOver(incident.Id, words);
        }

        if (request.Method != "POST")
        {
            return answer with { Body = LinkPage.Confirm(claim, incident, words), Request = null };
        }

        // links that were used while that was noted beside the incident: they are valid for hours
        if (asked.ReplayKey is { } key && await notebook.FindAsync(key, cancellationToken) is not null)
        {
            return IsDone(asked.IncidentId, words);
        }

        return await ActAsync(asked, now, cancellationToken) switch
        {
            // it ended between the look and the act
            null or { Action: IncidentAction.Ignored, After.Incident.IsActive: false } => IsOver(asked.IncidentId, words),
            { Action: IncidentAction.Repeated } => IsDone(asked.IncidentId, words),
            _ => answer with
            {
                Body = LinkPage.Say(
                    Sentences.ThankYou,
                    OfferedActions.Done(asked.Acted.Action, asked.Acted.By, Sentences.IncidentNamed(asked.IncidentId)),
                    words),
            },
        };
    }

    /// <summary>A callback of ServiceNow.</summary>
    public async ValueTask<Answer> ServiceNowAsync(
        AnswerRequest request, ServiceNowCallback callback, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = ServiceNowAnswers.Read(request, callback, now);
        if (answer.Request is not { } asked)
        {
            return answer;
        }

        return await ActAsync(asked, now, cancellationToken) switch
        {
            null => Answer.Refuse(404, "Unknown incident.", $"ServiceNow: there is no incident {asked.IncidentId}"),
            { Action: IncidentAction.Repeated } =>
                Answer.Refuse(409, "Already done.", $"ServiceNow: a copy of a request for {asked.IncidentId} refused"),
            _ => answer,
        };
    }

    /// <summary>
    /// A webhook of PagerDuty. A note tells PagerDuty's own name of the incident alone, so that is remembered from what came before. What
    /// changes nothing is a success too: after a few refusals PagerDuty would tell nothing more for a day.
    /// </summary>
    public async ValueTask<Answer> PagerDutyAsync(
        AnswerRequest request, ImmutableArray<ImmutableArray<byte>> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = PagerDutyAnswers.Read(request, keys, now);
        if (answer.ToolName is not { } name)
        {
            return answer;
        }

        if (name.IncidentId is { } known)
        {
            _ = await notebook.TryAddAsync(name.Note, known, now + ToolName.RememberFor, cancellationToken);
        }

        return answer.Request is not { } asked ? answer
            : (name.IncidentId ?? await notebook.FindAsync(name.Note, cancellationToken)) is { } incidentId
                ? await ToolActedAsync(answer, asked with { IncidentId = incidentId }, "PagerDuty", now, cancellationToken)
            : new Answer(200, "Nothing to do.", "PagerDuty: an act on an incident that is none of ours");
    }

    /// <summary>A webhook of Jira Service Management, who by the names of the configuration.</summary>
    public async ValueTask<Answer> JiraAsync(
        AnswerRequest request, ImmutableArray<byte> token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = JiraAnswers.Read(request, token, now);
        return answer.Request is { } asked
            ? await ToolActedAsync(
                answer,
                asked with { Acted = asked.Acted with { By = $"{policy.NameOf(asked.Acted.By)} (Jira)" } },
                "Jira",
                now,
                cancellationToken)
            : answer;
    }

    private async ValueTask<Answer> ToolActedAsync(
        Answer answer, PersonRequest asked, string tool, DateTimeOffset now, CancellationToken cancellationToken) =>
        await ActAsync(asked, now, cancellationToken) switch
        {
            null => new Answer(200, "Nothing to do.", $"{tool}: there is no incident {asked.IncidentId}"),
            { Action: IncidentAction.Repeated } =>
                new Answer(200, "Already done.", $"{tool}: a copy of a request for {asked.IncidentId} ignored"),
            _ => answer,
        };

    private static Answer IsDone(string incidentId, Translation words) => LinkAnswers.Refuse(
        200,
        Sentences.DoneAlready,
        Sentences.RecordedBefore,
        $"link: a repeated request for {incidentId} ignored",
        words);

    private static Answer IsOver(string incidentId, Translation words) => LinkAnswers.Refuse(
        200,
        Sentences.OverAlready,
        Sentences.ResolvedUnchanged(incidentId),
        $"link: {incidentId} is over, nothing to do",
        words);

    /// <summary>
    /// Acts. What a repetition is recognised by is stored with the act: a request whose answer was lost counts when it was stored, and can
    /// be made again when it was not.
    /// </summary>
    private ValueTask<Decision?> ActAsync(PersonRequest asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var marks = ImmutableArray.CreateBuilder<ActMark>();
        if (asked.ReplayKey is { } request)
        {
            marks.Add(new ActMark(request, asked.RememberUntil));
        }

        if (asked.DoubleClickKey is { } click)
        {
            marks.Add(new ActMark(click, now + SlackAnswers.DoubleClick));
        }

        return pipeline.ActAsync(asked.IncidentId, asked.Acted with { Marks = marks.ToImmutable() }, now, cancellationToken);
    }

    /// <summary>The message as it reads now, to be posted to the address that Slack gave with the click.</summary>
    private FollowUp? Refresh(
        FollowUp? followUp, Incident incident, PersonRequest asked, Decision decision, Uri? dashboard, DateTimeOffset now)
    {
        if (followUp is null)
        {
            return null;
        }

        var remark = decision.Action == IncidentAction.Ignored
            ? Sentences.NothingChanged
            : OfferedActions.Done(asked.Acted.Action, asked.Acted.By, Sentences.This);
        var occasion = incident.State switch
        {
            IncidentState.Resolved => Occasion.Resolved,
            IncidentState.Mitigated => Occasion.Mitigated,
            _ => Occasion.Opened,
        };
        var reader = policy.ReaderOf([.. asked.Places.Select(static place => place.Channel)]);
        var message = MessageComposer.Compose(incident, decision.After.Tracks, policy, occasion, now, remark).For(reader);
        var body = SlackRenderer.Whole(message, dashboard);
        body["replace_original"] = true;
        return followUp with { Body = body.ToJsonString() };
    }
}

/// <summary>A genuine request of a person.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Acted">What the person does.</param>
/// <param name="ReplayKey">Under which the request is remembered, so that it acts once; null: doing it twice changes nothing
/// anyway.</param>
/// <param name="RememberUntil">Until when it must be remembered.</param>
public sealed record PersonRequest(string IncidentId, PersonActed Acted, string? ReplayKey, DateTimeOffset RememberUntil)
{
    /// <summary>Where the message stands on which the person clicked, by the names of its channel; empty outside of Slack.</summary>
    internal ImmutableArray<(string Channel, SlackThread Thread)> Places { get; init; } = [];

    /// <summary>Who asks, as Slack knows the person; null outside of Slack.</summary>
    internal string? SlackUser { get; init; }

    /// <summary>Under which a second click right after the first is recognised, which is a request of its own; or null.</summary>
    internal string? DoubleClickKey { get; init; }

    /// <summary>The link that carries the request; null when it came otherwise.</summary>
    internal LinkClaim? Claim { get; init; }
}
