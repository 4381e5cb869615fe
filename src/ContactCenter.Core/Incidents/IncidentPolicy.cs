using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents;

/// <summary>What a configuration says about incidents, in the form in which decisions need it.</summary>
public sealed class IncidentPolicy
{
    private readonly BySeverity<SlaSettings> _sla;
    private readonly Dictionary<Severity, EscalationPolicy> _escalation;
    private readonly Dictionary<Severity, Dictionary<string, EscalationPolicy>> _escalationOfOwners;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Endpoint>> _audiences;
    private readonly Dictionary<string, OnCallSchedule> _onCall;
    private readonly Dictionary<string, IReadOnlyList<OnCallParticipant>> _participants;
    private readonly ImmutableArray<MaintenanceWindow> _maintenance;
    private readonly string _runbookUrl;
    private readonly string _ownLocation;
    private readonly NamesOfPeople _people;
    private readonly Readers _readers;

    /// <summary>The policy of a configuration; <see cref="IncidentDesk"/> makes it.</summary>
    internal IncidentPolicy(ContactCenterConfiguration configuration)
        : this(EffectiveSettings.Of(configuration))
    {
    }

    /// <summary>The policy of a configuration with what people have decided over it.</summary>
    internal IncidentPolicy(EffectiveSettings effective)
    {
        var configuration = effective.Configuration;
        _sla = configuration.Sla;
        _escalation = Enum.GetValues<Severity>()
            .ToDictionary(severity => severity, severity => EscalationPolicy.From(configuration.Escalation[severity]));
        _escalationOfOwners = _escalation.Keys.ToDictionary(
            severity => severity,
            severity => configuration.Escalation[severity].Owners.ToDictionary(
                owner => owner.Key,
                owner => EscalationPolicy.From(configuration.Escalation[severity], owner.Value),
                StringComparer.OrdinalIgnoreCase));
        _audiences = configuration.Audiences;
        _onCall = configuration.OnCall.ToDictionary(
            schedule => schedule.Key, schedule => effective.Schedule(schedule.Key)!, StringComparer.Ordinal);
        _participants = configuration.OnCall.ToDictionary(
            schedule => schedule.Key, schedule => schedule.Value.Participants, StringComparer.Ordinal);
        _maintenance =
        [
            .. configuration.Maintenance.Select(window => MaintenanceWindow.Of(window, configuration))
                .Concat(effective.Mutes.Select(mute => MaintenanceWindow.Of(mute, configuration)))
                .OrderBy(static window => window.From),
        ];
        _people = new NamesOfPeople(configuration);
        _runbookUrl = configuration.RunbookUrl;
        Settings = configuration.Incidents;
        Exercises = configuration.Exercises;
        Scope = Sentences.Scope(
            configuration.Environment, configuration.Instance.Alias, configuration.Instance.AccountId, configuration.Instance.Region);
        _readers = new Readers(configuration);
        _ownLocation = $"{configuration.Instance.AccountId}/{configuration.Instance.Region}";
    }

    /// <summary>Periods and limits.</summary>
    public IncidentSettings Settings { get; }

    /// <summary>How far exercises go.</summary>
    public ExerciseSettings Exercises { get; }

    /// <summary>Environment, instance and Region, for messages.</summary>
    public string Scope { get; }

    /// <summary>Where an incident is, for messages: the alarm's own place where that is not this deployment's.</summary>
    public string ScopeOf(CorrelationKey key)
    {
        if (key.Location == _ownLocation || key.Location.Split('/') is not [var account, var region, .. var more])
        {
            return Scope;
        }

        string[] parts =
        [
            .. account.Length > 0 ? [Sentences.PlaceAccount(account)] : Array.Empty<string>(),
            .. region.Length > 0 ? [Sentences.PlaceRegion(region)] : Array.Empty<string>(),
            .. more.Select(static part => part.StartsWith("aws", StringComparison.Ordinal) ? part : Sentences.PlaceInstance(part)),
        ];
        return parts.Length == 0 ? Scope : parts.Aggregate(Sentences.Both);
    }

    /// <summary>The name of whoever is told at an address; else the address.</summary>
    public string NameOf(string address) => _people.Of(address);

    /// <summary>Promised times.</summary>
    public SlaSettings Sla(Severity severity) => _sla[severity];

    /// <summary>Who is told when: what is configured for the owner, else what holds for the severity.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="owner">Who owns the incident, or null for what holds for all.</param>
    public EscalationPolicy Escalation(Severity severity, string? owner) =>
        owner is not null && _escalationOfOwners[severity].TryGetValue(owner, out var own) ? own : _escalation[severity];

    /// <summary>The owner, where the configuration escalates such incidents of theirs in a way of its own; else null.</summary>
    public string? OwnerOfSteps(Severity severity, string owner) =>
        _escalationOfOwners[severity].ContainsKey(owner) ? owner : null;

    /// <summary>
    /// Where an audience, or whoever is on call by the schedule of that name, is told at a moment; empty when there is no such audience.
    /// </summary>
    public IReadOnlyList<Endpoint> Endpoints(string audience, DateTimeOffset at) =>
        [.. All(audience, at).Where(endpoint => !endpoint.Fallback)];

    /// <summary>Where everybody who takes turns in a schedule is told, whoever is on call; empty for an audience.</summary>
    public IEnumerable<Endpoint> EndpointsOfAll(string audience) =>
        _audiences.ContainsKey(audience) ? []
            : (_participants.GetValueOrDefault(audience) ?? []).SelectMany(static one => one.Endpoints)
                .Where(static endpoint => !endpoint.Fallback);

    /// <summary>
    /// An endpoint of an audience at a moment, with its secret; null when it is none (any longer). Somebody has taken over or given back
    /// since a message was decided: it still goes to whom it was decided for.
    /// </summary>
    public Endpoint? Endpoint(string audience, Channel channel, string to, DateTimeOffset at) =>
        All(audience, at).Concat(_participants.GetValueOrDefault(audience)?.SelectMany(static one => one.Endpoints) ?? [])
            .FirstOrDefault(endpoint => endpoint.Channel == channel && endpoint.To == to);

    /// <summary>Whom a message calls at an endpoint: ids of users and user groups, of every audience that it tells there.</summary>
    public IReadOnlyList<string> Mentions(NotifyEffect effect, Endpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(endpoint);
        return
        [
            .. (effect.Also ?? [])
                .Select(audience => Endpoint(audience, endpoint.Channel, endpoint.To, effect.At)?.Mention)
                .Prepend(endpoint.Mention)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>How the center reads.</summary>
    public Reader Anybody => _readers.Anybody;

    /// <summary>How whoever is at an endpoint reads: as it says, else as the person on call, else the audience, else the center.</summary>
    public Reader ReaderOf(string audience, Endpoint endpoint, DateTimeOffset at) =>
        _readers.Of(audience, Participant(audience, endpoint, at), endpoint);

    /// <summary>How a person reads at an endpoint of theirs, whoever is on call; null: nobody's, of an audience.</summary>
    public Reader ReaderOf(string audience, OnCallParticipant? person, Endpoint endpoint) => _readers.Of(audience, person, endpoint);

    /// <summary>Who is on call by each schedule; nobody before its first hand-over.</summary>
    public IEnumerable<(string Schedule, OnCallTurn? Turn)> OnCall(DateTimeOffset at) =>
        _onCall.Select(schedule => (schedule.Key, schedule.Value.At(at)));

    /// <summary>How whoever reads a channel of Slack reads; the center's own way where it is not known.</summary>
    /// <param name="slackChannel">What the channel is called, its name and its id.</param>
    public Reader ReaderOf(params IReadOnlyCollection<string> slackChannel) => _audiences
        .SelectMany(static audience => audience.Value.Select(endpoint => (audience.Key, Endpoint: endpoint)))
        .Where(one => one.Endpoint.Channel == Channel.Slack
            && slackChannel.Any(channel => one.Endpoint.To.TrimStart('#') == channel.TrimStart('#')))
        .Select(one => _readers.Of(one.Key, null, one.Endpoint))
        .FirstOrDefault() ?? _readers.Anybody;

    /// <summary>What stands in for an endpoint that cannot be reached, in order: the fallbacks after it.</summary>
    public IReadOnlyList<Endpoint> Fallbacks(string audience, Endpoint broken, DateTimeOffset at) =>
    [
        .. (Participant(audience, broken, at)?.Endpoints ?? All(audience, at))
            .SkipWhile(endpoint => endpoint != broken).Skip(1).Where(endpoint => endpoint.Fallback)
    ];

    /// <summary>
    /// Until when planned work or a mute that somebody has set holds notifications of an incident, or null. Overlapping and adjoining
    /// windows count as one.
    /// </summary>
    /// <param name="key">Of the alarm, else of the incident.</param>
    /// <param name="at">The time.</param>
    /// <param name="alarm">Name of the alarm; null: any, and then mutes of single alarms do not count.</param>
    public DateTimeOffset? HeldUntil(CorrelationKey key, DateTimeOffset at, string? alarm = null)
    {
        DateTimeOffset? until = null;
        var moment = at;
        foreach (var window in _maintenance)
        {
            if (window.Covers(key, moment, alarm) && (until is null || window.To > until))
            {
                until = window.To;
                moment = window.To;
            }
        }

        return until;
    }

    /// <summary>True while planned work touches an incident.</summary>
    public bool IsPlanned(CorrelationKey key, DateTimeOffset at) => _maintenance.Any(window => !window.IsMute && window.Covers(key, at));

    /// <summary>Address of a runbook.</summary>
    public string RunbookUrl(string runbook) => _runbookUrl.Replace("{runbook}", Uri.EscapeDataString(runbook), StringComparison.Ordinal);

    /// <summary>
    /// Who is told when nobody of an escalation can be: the first audience of any policy that somebody is in, else any audience, else
    /// whoever takes turns in a schedule. Null when the configuration names nobody at all.
    /// </summary>
    public string? LastResort(DateTimeOffset at) => _escalation
        .OrderBy(static policy => policy.Key)
        .SelectMany(static policy => policy.Value.Steps.Select(static step => step.Audience))
        .Concat(_audiences.Keys.Order(StringComparer.Ordinal))
        .Concat(_onCall.Keys.Order(StringComparer.Ordinal))
        .FirstOrDefault(audience => Endpoints(audience, at).Any(static endpoint => endpoint.Channel != Channel.Support));

    private IReadOnlyList<Endpoint> All(string audience, DateTimeOffset at) =>
        _audiences.GetValueOrDefault(audience)
            ?? (_onCall.GetValueOrDefault(audience) is { } schedule ? schedule.At(at)?.Participant.Endpoints : null)
            ?? [];

    /// <summary>
    /// Whose of a schedule an endpoint is: of whoever is on call then, else of whoever was; null: of nobody, or no schedule.
    /// </summary>
    private OnCallParticipant? Participant(string audience, Endpoint endpoint, DateTimeOffset at) =>
        _audiences.ContainsKey(audience) || _onCall.GetValueOrDefault(audience) is not { } schedule ? null
            : schedule.At(at)?.Participant is { } now && now.Endpoints.Contains(endpoint) ? now
            : _participants[audience].FirstOrDefault(one => one.Endpoints.Contains(endpoint));
}
