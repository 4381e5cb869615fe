using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// A decision in the making: the correlation as it will be, with what goes on the timeline and what is to be done outside.
/// </summary>
internal sealed class IncidentDraft(Correlation before, IncidentPolicy policy, DateTimeOffset now)
{
    private readonly List<TimelineEvent> _timeline = [];
    private readonly List<Effect> _effects = [];
    private readonly List<Telling> _tellings = [];
    private readonly HashSet<(Channel Channel, string To, string Audience)> _callers = [];

    public IncidentPolicy Policy { get; } = policy;

    public DateTimeOffset Now { get; } = now;

    public CorrelationKey Key => before.Key;

    public UnreadableCorrelation? Unreadable => before.Unreadable;

    /// <summary>The version that was read.</summary>
    public long Version => before.Version;

    /// <summary>Why what a person asked for is not done; null: it is, or there is nothing to do.</summary>
    public ActRefusal? Refusal { get; private set; }

    public ImmutableArray<AlarmTrack> Tracks { get; set; } = before.Tracks;

    public Incident? Incident { get; set; } = before.Incident;

    /// <summary>The active incident; only asked for where there is one.</summary>
    public Incident Active =>
        Incident is { IsActive: true } active ? active : throw new InvalidOperationException("there is no active incident");

    public bool IsActive => Incident is { IsActive: true };

    /// <summary>The alarms that take part in the current incident.</summary>
    public IEnumerable<AlarmTrack> Members => Tracks.Where(track => track.Incident == Incident?.Number);

    /// <summary>Writes on the timeline what happened, and what the sentence speaks of.</summary>
    public void Note(TimelineKind kind, string text, TimelineFacts? facts = null)
    {
        Incident = Incident! with { Events = Incident.Events + 1 };
        _timeline.Add(new TimelineEvent(Incident.Id, Incident.Events, Now, kind, CleanText.Paragraphs(text, int.MaxValue))
        {
            Facts = facts,
        });
    }

    /// <summary>Tells audiences, each endpoint once, unless notifications are held.</summary>
    public void Notify(Occasion occasion, IEnumerable<string?> audiences, string? remark = null)
    {
        string[] told = [.. audiences.OfType<string>().Distinct()];
        if (TryTell(told, static _ => true, new Telling("", [], occasion, remark, IsUpdate: false))
            && told.Except(Incident!.Told).ToArray() is { Length: > 0 } others)
        {
            Incident = Incident with { Told = [.. Incident.Told, .. others] };
        }
    }

    /// <summary>
    /// Brings messages and tickets up to date that show where the incident stands. Nobody is called: an e-mail or a text message that says
    /// that somebody else has taken it would wake people for nothing.
    /// </summary>
    public void Update(Occasion occasion, string remark) => TryTell(
        [.. Incident!.Told],
        static endpoint => ChannelTraits.CanBeUpdated(endpoint.Channel),
        new Telling("", [], occasion, remark, IsUpdate: true));

    /// <summary>Asks for a repair, once for each target in an incident.</summary>
    public void Remediate(string remediation, string target, string alarmName)
    {
        var asked = $"{remediation} {target}";
        if (Active.Remediations.Contains(asked))
        {
            return;
        }

        Incident = Active with { Remediations = Active.Remediations.Add(asked) };
        _effects.Add(new RemediateEffect(NextEffectId(), Active.Id, Now, remediation, target, alarmName));
        Note(TimelineKind.Remediation, Sentences.NoteRepairAsked(remediation, target), new() { Repair = asked });
    }

    /// <summary>Asks for a repair again, now that a person has agreed.</summary>
    public void RemediateApproved(PendingApproval approved, string by)
    {
        var alarm = Members.FirstOrDefault(track => track.IsRed) ?? Members.FirstOrDefault();
        _effects.Add(new RemediateEffect(
            NextEffectId(), Active.Id, Now, approved.Remediation, approved.Target, alarm?.Name ?? "")
        { ApprovedBy = by });
    }

    /// <summary>Asks a repair to give back what it has changed. That may outlive the incident.</summary>
    public void RollBack(string remediation, string target, string by) =>
        _effects.Add(new RemediateEffect(NextEffectId(), Incident!.Id, Now, remediation, target, "") { RolledBackBy = by });

    /// <summary>
    /// Reports that a probe passed; its effects have no incident, so their ids come from the time at which they were sent.
    /// </summary>
    public void Report(DateTimeOffset sent)
    {
        var incident = $"{Key.Code}-1";
        _effects.Add(new ProbeEffect($"{incident}.{PipelineProbe.Number(sent)}", incident, sent));
    }

    /// <summary>What a person asked for is not done.</summary>
    public IncidentAction Refuse(string reason, bool isOutdated = false)
    {
        Refusal = new ActRefusal(reason, isOutdated);
        return IncidentAction.Ignored;
    }

    public void Replace(AlarmTrack track)
    {
        var index = Tracks.FindIndex(candidate => candidate.Id == track.Id);
        Tracks = index < 0 ? Tracks.Add(track) : Tracks.SetItem(index, track);
    }

    public Decision Finish(IncidentAction action)
    {
        WriteTellings();
        if (Incident is { } incident)
        {
            // what leaves the alarms as they were, such as an act that is done already, leaves the incident so too
            var red = Tracks == before.Tracks && incident.Untracked == before.Incident?.Untracked
                ? 0
                : Members.Count(static track => track.IsRed) + incident.Untracked;
            Incident = incident with
            {
                RedAtMost = Math.Max(incident.RedAtMost, red),
                NextDueAt = Deadlines.Next(incident, Members, Policy)?.At,
            };
        }

        var after = before with { Incident = Incident, Tracks = Tracks };
        return new Decision(after, action, _timeline, _effects)
        {
            Refusal = Refusal,
            Changes = after.MayBeReplaced
                && (!ReferenceEquals(Incident, before.Incident) && Incident != before.Incident || Tracks != before.Tracks),
        };
    }

    /// <summary>What a person wrote, as the end of a sentence.</summary>
    public static string Written(string? note) => string.IsNullOrEmpty(note) ? "." : $": {note}";

    /// <summary>Remembers to tell audiences, each endpoint once; false where notifications are held.</summary>
    private bool TryTell(string[] audiences, Func<Endpoint, bool> isMeant, Telling telling)
    {
        if (Incident!.HeldUntil > Now)
        {
            return false;
        }

        var reached = new HashSet<(Channel, string)>();
        foreach (var audience in audiences)
        {
            Endpoint[] meant = [.. Recipients(audience, telling).Where(isMeant)];
            _callers.UnionWith(meant.Where(static endpoint => endpoint.Mention is not null)
                .Select(endpoint => (endpoint.Channel, endpoint.To, audience)));
            _tellings.Add(telling with
            {
                Audience = audience,
                Endpoints = [.. meant.Where(endpoint => reached.Add((endpoint.Channel, endpoint.To)))],
            });
        }

        return true;
    }

    /// <summary>Where an audience is told now.</summary>
    public IEnumerable<Endpoint> Endpoints(string audience) => Policy.Endpoints(audience, Now).Where(MayBeTold);

    private bool MayBeTold(Endpoint endpoint) =>
        Incident?.Exercise is null || ExerciseRules.MayTell(endpoint.Channel, Policy.Exercises);

    /// <summary>
    /// Whoever is on call has to act. That somebody does, or that it is over, concerns who knows of it: somebody may have taken over since.
    /// </summary>
    private IEnumerable<Endpoint> Recipients(string audience, Telling telling)
    {
        return telling.Occasion is Occasion.Acknowledged or Occasion.Mitigated or Occasion.Resolved
            && Policy.EndpointsOfAll(audience).Where(IsTold).ToArray() is { Length: > 0 } told
                ? told
                : Endpoints(audience);
    }

    private bool IsTold(Endpoint endpoint)
    {
        var name = NewestTelling.Of(endpoint.Channel, endpoint.To);
        return !Incident!.Newest.IsDefault && Incident.Newest.Any(newest => newest.Endpoint == name);
    }

    /// <summary>Messages tell of the incident as the decision leaves it.</summary>
    private void WriteTellings()
    {
        var isCalm = Incident is { State: IncidentState.Mitigated or IncidentState.Resolved };
        foreach (var telling in Telling.Merge(_tellings, isCalm))
        {
            var message = MessageComposer.Compose(Incident!, Tracks, Policy, telling.Occasion, Now, telling.Remark) with
            {
                IsInternal = Severities.IsInternal(this)
            };
            foreach (var endpoint in telling.Endpoints)
            {
                _effects.Add(new NotifyEffect(
                    NextEffectId(), Incident!.Id, Now, telling.Audience, endpoint.Channel, endpoint.To, message)
                {
                    Also = OtherCallers(telling.Audience, endpoint),
                });
                Remember(endpoint);
            }

            if (!telling.IsUpdate)
            {
                var channels = string.Join(", ", telling.Endpoints.Select(static endpoint => endpoint.Channel).Distinct());
                Note(
                    TimelineKind.Notified,
                    telling.Endpoints.IsEmpty
                        ? Sentences.NoteNobodyNew(telling.Audience, $"{telling.Occasion}")
                        : Sentences.NoteTold(
                            telling.Audience,
                            $"{telling.Occasion}",
                            string.Join(", ", telling.Endpoints.Select(static endpoint => endpoint.To))),
                    new() { Audience = telling.Audience, Channel = channels.Length > 0 ? channels : null });
            }
        }
    }

    /// <summary>Each address gets one message, and whoever is on call is called by it, whichever audience it is sent to.</summary>
    private ImmutableArray<string>? OtherCallers(string audience, Endpoint endpoint)
    {
        string[] others =
        [
            .. _callers.Where(caller => caller.Channel == endpoint.Channel && caller.To == endpoint.To && caller.Audience != audience)
                .Select(static caller => caller.Audience),
        ];
        return others.Length > 0 ? [.. others] : null;
    }

    private void Remember(Endpoint endpoint)
    {
        var newest = new NewestTelling(NewestTelling.Of(endpoint.Channel, endpoint.To), Incident!.Effects);
        var others = Incident.Newest.IsDefault ? [] : Incident.Newest.RemoveAll(other => other.Endpoint == newest.Endpoint);
        Incident = Incident with { Newest = others.Add(newest) };
    }

    private string NextEffectId()
    {
        Incident = Incident! with { Effects = Incident.Effects + 1 };
        return $"{Incident.Id}.{Incident.Effects}";
    }
}
