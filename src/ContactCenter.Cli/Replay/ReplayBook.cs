using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Cli.Replay;

/// <summary>Keeps account of what a replay decides, and passes it on.</summary>
/// <param name="configuration">Tells whose an endpoint is, and the time zone of nights.</param>
/// <param name="output">Where everything goes on to, or null.</param>
/// <param name="tellsDecisions">False: only what was refused goes on.</param>
internal sealed class ReplayBook(ContactCenterConfiguration configuration, IReplayOutput? output = null, bool tellsDecisions = true)
    : IReplayOutput
{
    /// <summary>So many are listed; the rest is in the counts.</summary>
    private const int MaximumListed = 50;

    private readonly NightHours _hours = new(TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
    private readonly NamesOfPeople _people = new(configuration);
    private readonly HashSet<AlarmId> _red = [];
    private readonly Dictionary<string, Account> _incidents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, Day> _days = [];
    private DateTimeOffset? _from;
    private DateTimeOffset? _to;

    public void Decided(ReplayItem item, PipelineOutcome outcome)
    {
        if (tellsDecisions)
        {
            output?.Decided(item, outcome);
        }

        Span(item.At);
        var isRed = outcome.Alarm is { Moment.State: AlarmState.Alarm, Edit: AlarmEdit.None, IsProbe: false }
            && outcome.Decision.Action != IncidentAction.Ignored;
        if (isRed)
        {
            _ = _red.Add(outcome.Alarm.Id);
            DayOf(item.At).TurnedRed++;
        }

        Note(item.At, outcome.Decision, isRed);
    }

    /// <summary>Keeps account of an incident that is known already, and of what was to be done because of it.</summary>
    public void Note(DateTimeOffset at, Incident incident, IReadOnlyList<Effect> effects)
    {
        Span(at);
        Note(at, incident, effects, isRed: false);
    }

    /// <summary>Keeps account of an alarm that turned red in an incident.</summary>
    public void NoteRed(DateTimeOffset at, AlarmId alarm, Incident incident)
    {
        _ = _red.Add(alarm);
        DayOf(at).TurnedRed++;
        Note(at, incident, [], isRed: true);
    }

    public void DeadlinePassed(DateTimeOffset at, Decision decision)
    {
        if (tellsDecisions)
        {
            output?.DeadlinePassed(at, decision);
        }

        Note(at, decision, isRed: false);
    }

    public void Refused(ReplayItem item, string problem) => output?.Refused(item, problem);

    public void Finish(ReplayTotals totals) => output?.Finish(totals);

    /// <summary>What it came to.</summary>
    /// <param name="totals">What the run counted.</param>
    /// <param name="undescribed">Alarms of which only the names are known.</param>
    public ReplaySummary Summary(ReplayTotals totals, IReadOnlyCollection<string> undescribed) => new()
    {
        From = _from,
        To = _to,
        TimeZone = configuration.TimeZone,
        Inputs = totals.Inputs,
        Refused = totals.Refused,
        PassedOver = totals.PassedOver,
        AlarmsNotDescribed = undescribed.Count,
        NotDescribed = [.. undescribed.Order(StringComparer.Ordinal).Take(MaximumListed).Select(static name => CleanText.Line(name, 255))],
        Alarms = _red.Count,
        TurnedRed = _days.Values.Sum(static day => day.TurnedRed),
        IncidentsBySeverity = Enum.GetValues<Severity>().ToDictionary(
            static severity => severity.ToString(), severity => _incidents.Values.Count(account => account.Severity == severity)),
        StillActive = _incidents.Values.Count(static account => account.IsActive),
        Messages = totals.Notifications,
        Repairs = totals.Remediations,
        MessagesByPerson =
        [
            .. _told.Select(static told => new ToldPerson(
                    told.Key,
                    [.. told.Value.Channels.Order(StringComparer.Ordinal)],
                    told.Value.Messages,
                    told.Value.Nights.Values.Sum(),
                    told.Value.AtWeekends,
                    told.Value.Unanswered,
                    told.Value.Nights.Count))
                .OrderByDescending(static person => person.AtNight)
                .ThenByDescending(static person => person.Messages)
                .ThenBy(static person => person.Person, StringComparer.Ordinal),
        ],
        Nights =
        [
            .. _told
                .SelectMany(static told => told.Value.Nights.Select(night => (Night: night.Key, Person: told.Key, Messages: night.Value)))
                .GroupBy(static told => told.Night)
                .OrderBy(static night => night.Key)
                .Select(static night => new ToldNight(
                    night.Key,
                    night.Sum(static told => told.Messages),
                    night.OrderByDescending(static told => told.Messages).ThenBy(static told => told.Person, StringComparer.Ordinal)
                        .ToDictionary(static told => told.Person, static told => told.Messages))),
        ],
        Days = [.. _days.Select(static day => new ReplayedDay(day.Key, day.Value.TurnedRed, day.Value.Incidents, day.Value.Messages))],
        LargestIncidents =
        [
            .. _incidents.Where(static pair => pair.Value.TurnedRed > 1)
                .OrderByDescending(static pair => pair.Value.TurnedRed)
                .ThenBy(static pair => pair.Value.OpenedAt)
                .Take(MaximumListed)
                .Select(static pair => pair.Value.Described(pair.Key)),
        ],
    };

    private void Span(DateTimeOffset at)
    {
        _from = _from < at ? _from : at;
        _to = _to > at ? _to : at;
    }

    private void Note(DateTimeOffset at, Decision decision, bool isRed)
    {
        if (decision.After.Incident is { } incident && decision.Action != IncidentAction.Ignored)
        {
            Note(at, incident, decision.Effects, isRed);
        }
    }

    private void Note(DateTimeOffset at, Incident incident, IEnumerable<Effect> effects, bool isRed)
    {
        if (!_incidents.TryGetValue(incident.Id, out var account))
        {
            _incidents[incident.Id] = account = new Account();
            DayOf(at).Incidents++;
        }

        account.Note(incident, isRed);
        foreach (var notify in effects.OfType<NotifyEffect>())
        {
            account.Messages++;
            DayOf(at).Messages++;
            Tell(at, notify);
        }
    }

    private void Tell(DateTimeOffset at, NotifyEffect notify)
    {
        var person = CleanText.Line(_people.Of(notify.To), 80);
        var told = _told.TryGetValue(person, out var known) ? known : _told[person] = new Told();
        told.Messages++;
        _ = told.Channels.Add(notify.Channel.ToString().ToLowerInvariant());
        told.Unanswered += notify.Message.Occasion is Occasion.Reminder or Occasion.Escalated ? 1 : 0;
        told.AtWeekends += _hours.IsWeekend(at) ? 1 : 0;
        if (_hours.Night(at) is { } night)
        {
            told.Nights[night] = told.Nights.GetValueOrDefault(night) + 1;
        }
    }

    private Day DayOf(DateTimeOffset at)
    {
        var date = DateOnly.FromDateTime(_hours.Local(at));
        return _days.TryGetValue(date, out var day) ? day : _days[date] = new Day();
    }

    /// <summary>The account of an incident.</summary>
    private sealed class Account
    {
        private string _subject = "";
        private string _symptom = "";
        private int _alarms;

        public Severity Severity { get; private set; }

        public bool IsActive { get; private set; }

        public DateTimeOffset OpenedAt { get; private set; }

        public int TurnedRed { get; private set; }

        public int Messages { get; set; }

        public void Note(Incident incident, bool isRed)
        {
            (_subject, _symptom, _alarms) = (incident.Subject, incident.Symptom, incident.Alarms);
            (Severity, IsActive, OpenedAt) = (incident.Severity, incident.IsActive, incident.OpenedAt);
            TurnedRed += isRed ? 1 : 0;
        }

        public ReplayedIncident Described(string id) =>
            new(id, Severity.ToString(), _subject, _symptom, OpenedAt, TurnedRed, _alarms, Messages);
    }

    /// <summary>What a person was told.</summary>
    private sealed class Told
    {
        public HashSet<string> Channels { get; } = new(StringComparer.Ordinal);

        public Dictionary<DateOnly, int> Nights { get; } = [];

        public int Messages { get; set; }

        public int AtWeekends { get; set; }

        public int Unanswered { get; set; }
    }

    /// <summary>What happened on a day.</summary>
    private sealed class Day
    {
        public int TurnedRed { get; set; }

        public int Incidents { get; set; }

        public int Messages { get; set; }
    }
}
