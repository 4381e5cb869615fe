using System.Globalization;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Reporting;

/// <summary>
/// Takes what people say is wrong, by whatever way they say it. Who reports the same queue as others within the life of their incident
/// joins it. Whoever the configuration knows by an address is one person, whichever way they report by. How many one person may open
/// within an hour is bounded by notes that each stand for one: of two at the same time only one can write the last.
/// </summary>
/// <param name="pipeline">Changes incidents.</param>
/// <param name="store">Where incidents are.</param>
/// <param name="notebook">Remembers how many somebody has opened.</param>
/// <param name="configuration">The queues that there are, and the limit.</param>
public sealed class ReportDesk(
    IncidentPipeline pipeline, IIncidentStore store, INotebook notebook, ContactCenterConfiguration configuration)
{
    private const int MaximumTitle = 120;
    private const int MaximumText = 1000;

    private readonly NamesOfPeople _names = new(configuration);

    /// <summary>How many one person may open or report within an hour.</summary>
    public int Limit => configuration.Incidents.OpeningsPerHour;

    /// <summary>Takes one report.</summary>
    /// <param name="said">What somebody says.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IncidentConflictException">Every attempt lost its race.</exception>
    public async ValueTask<ReportOutcome> TakeAsync(SaidReport said, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(said);
        var symptom = said.Kind == ReportKind.Other ? CleanText.Line(said.Title, MaximumTitle).Trim() : Symptom(said.Kind);
        if (symptom.Length == 0)
        {
            return new ReportOutcome(ReportRefusal.NothingSaid);
        }

        if (said.Queue is { } queue && !configuration.Queues.Any(known => known.Name == queue))
        {
            return new ReportOutcome(ReportRefusal.UnknownQueue);
        }

        var by = _names.Of(said.By);
        if (!await MayOpenAsync(by == said.By ? said.Person : $"named\n{by}", now, cancellationToken))
        {
            return new ReportOutcome(ReportRefusal.TooMany) { Known = await OpenAsync(said.Queue, cancellationToken) };
        }

        var report = new PersonReport(
            by, symptom, CleanText.Line(said.Text, MaximumText).Trim(), now, Fingerprint.Of(said.Mark))
        {
            Queue = said.Queue,
            Asked = said.Asked,
            Through = said.Through,
        };
        var outcome = await pipeline.ReceiveAsync(report, now, cancellationToken);
        var opened = outcome.Decision.After.Incident!;
        return await store.FindAsync(opened.Id, cancellationToken) is { } correlation
            ? new ReportOutcome(ReportRefusal.None)
            {
                Known = correlation,
                Others = Reports.Voices(correlation.Tracks, correlation.Incident!.Number, now)
                    .Count(name => !string.Equals(name, outcome.Alarm.Name, StringComparison.OrdinalIgnoreCase)),
            }
            : new ReportOutcome(ReportRefusal.None);
    }

    /// <summary>What a kind says, in a few words.</summary>
    public static string Symptom(ReportKind kind) => kind switch
    {
        ReportKind.NoAudio => Sentences.ReportNoAudio,
        ReportKind.CannotLogIn => Sentences.ReportCannotLogIn,
        ReportKind.ScreenFrozen => Sentences.ReportScreenFrozen,
        ReportKind.CustomersComplain => Sentences.ReportCustomersComplain,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has a title of its own"),
    };

    /// <summary>The kind of this name, whatever its letter case and with or without dashes; null when there is none.</summary>
    public static ReportKind? KindOf(string? name) => Enum.GetValues<ReportKind>()
        .Where(kind => string.Equals($"{kind}", name?.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        .Select(static kind => (ReportKind?)kind)
        .FirstOrDefault();

    private async ValueTask<Correlation?> OpenAsync(string? queue, CancellationToken cancellationToken)
    {
        var instance = configuration.Instance;
        var key = new CorrelationKey(CorrelationKey.ReportedGroup, queue ?? instance.Alias, $"{instance.AccountId}/{instance.Region}");
        return (await store.LoadAsync(key, cancellationToken)).Own is { Incident.IsActive: true } known ? known : null;
    }

    private async ValueTask<bool> MayOpenAsync(string who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = Fingerprint.Of(who);
        for (var number = 0; number < Limit; number++)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"opened-{person}-{number}");
            if (await notebook.TryAddAsync(note, "", now.AddHours(1), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What somebody says is wrong. It need not be clean.</summary>
/// <param name="By">Who, by a name that the person cannot choose; it stands on the timeline.</param>
/// <param name="Person">What tells the person from all others.</param>
/// <param name="Through">By which way, such as <c>slack #ops</c>.</param>
/// <param name="Mark">What a repetition of it has in common with it, and nothing else has.</param>
public sealed record SaidReport(string By, string Person, string Through, string Mark)
{
    /// <summary>What is wrong.</summary>
    public ReportKind Kind { get; init; } = ReportKind.Other;

    /// <summary>What is wrong in own words, where the kind does not say it.</summary>
    public string? Title { get; init; }

    /// <summary>What the person writes about it.</summary>
    public string? Text { get; init; }

    /// <summary>The queue, as the configuration names it; null: the center as a whole.</summary>
    public string? Queue { get; init; }

    /// <summary>How bad the person says it is; null: the number of those who say so decides.</summary>
    public Severity? Asked { get; init; }
}

/// <summary>What people report.</summary>
[JsonConverter(typeof(NamedEnumConverter<ReportKind>))]
public enum ReportKind
{
    /// <summary>Something else, which has a title.</summary>
    Other,

    /// <summary>Agent or customer do not hear each other.</summary>
    NoAudio,

    /// <summary>The agent does not get in.</summary>
    CannotLogIn,

    /// <summary>The agent's screen does not react.</summary>
    ScreenFrozen,

    /// <summary>Customers complain about something.</summary>
    CustomersComplain,
}

/// <summary>What became of a report.</summary>
/// <param name="Refusal">Why it was not taken.</param>
public sealed record ReportOutcome(ReportRefusal Refusal)
{
    /// <summary>
    /// The incident that it opened or joined; of a refused one, the incident of others about the same; null when there is none, or another
    /// has taken its place meanwhile.
    /// </summary>
    public Correlation? Known { get; init; }

    /// <summary>How many others have reported the same within a quarter of an hour.</summary>
    public int Others { get; init; }
}

/// <summary>Why a report is not taken.</summary>
public enum ReportRefusal
{
    /// <summary>It is.</summary>
    None,

    /// <summary>It says nothing.</summary>
    NothingSaid,

    /// <summary>The configuration has no such queue.</summary>
    UnknownQueue,

    /// <summary>The person has opened as many within the hour as one may.</summary>
    TooMany,
}
