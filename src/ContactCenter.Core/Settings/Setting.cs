using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ContactCenter.Core.Settings;

/// <summary>
/// Something that a person has decided while the center runs, and that holds over the file for a while, half-open: from
/// <see cref="From"/> until just before <see cref="Until"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OnCallTakeover), "takeover")]
[JsonDerivedType(typeof(OnCallExchange), "swap")]
[JsonDerivedType(typeof(PlannedWork), "maintenance")]
[JsonDerivedType(typeof(Mute), "mute")]
[JsonDerivedType(typeof(QueueSwitch), "queue")]
[JsonDerivedType(typeof(EmergencyAnnouncement), "announcement")]
[JsonDerivedType(typeof(HolidayToday), "holiday")]
[JsonDerivedType(typeof(ForcedFallback), "fallback")]
[JsonDerivedType(typeof(AlarmThreshold), "threshold")]
[JsonDerivedType(typeof(RemediationSwitch), "repairs")]
[JsonDerivedType(typeof(TrainingFreeze), "freeze")]
public abstract record Setting
{
    /// <summary>What it is called by, such as <c>mute-7</c>; empty for one that is not saved yet.</summary>
    [Description("What it is called by.")]
    public string Id { get; set; } = "";

    /// <summary>Who decided it, as messages name people.</summary>
    [Description("Who decided it.")]
    public required string Author { get; init; }

    /// <summary>Why, in the author's words.</summary>
    [Description("Why, in your words.")]
    public required string Reason { get; init; }

    /// <summary>First moment at which it holds.</summary>
    [Description("When it begins; now where nothing is said, and as it was where it is changed.")]
    public required DateTimeOffset From { get; init; }

    /// <summary>First moment at which it holds no longer; null, for thresholds only: until somebody ends it.</summary>
    [Description("When it ends; only a threshold may go without.")]
    public DateTimeOffset? Until { get; init; }

    /// <summary>How often it was saved, counted from 1; 0 for one that is not saved yet.</summary>
    [Description("How often it was saved; If-Match takes it in quotes.")]
    public int Version { get; init; }

    /// <summary>Of which kind it is.</summary>
    [JsonIgnore]
    public abstract SettingKind Kind { get; }

    /// <summary>What it is about, for lists and the audit, such as <c>queue billing closed</c>; names of the center, no sentence.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>True while it holds.</summary>
    public bool Holds(DateTimeOffset at) => From <= at && !IsOver(at);

    /// <summary>True once it holds no longer.</summary>
    public bool IsOver(DateTimeOffset at) => Until <= at;
}

/// <summary>Somebody takes over from whoever is on call.</summary>
public sealed record OnCallTakeover : Setting
{
    /// <summary>Name of the schedule.</summary>
    [Description("Name of the on-call schedule.")]
    public required string Schedule { get; init; }

    /// <summary>Name of the participant who takes over.</summary>
    [Description("Who takes over, as the schedule names them.")]
    public required string Participant { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.OnCall;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Schedule}: {Participant}";
}

/// <summary>Two take each other's turns.</summary>
public sealed record OnCallExchange : Setting
{
    /// <summary>Name of the schedule.</summary>
    [Description("Name of the on-call schedule.")]
    public required string Schedule { get; init; }

    /// <summary>Name of one participant.</summary>
    [Description("Who gives their turns to the second.")]
    public required string First { get; init; }

    /// <summary>Name of the other.</summary>
    [Description("Who gives their turns to the first.")]
    public required string Second { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.OnCall;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Schedule}: {First} / {Second}";
}

/// <summary>Planned work: notifications about what it touches are held.</summary>
public sealed record PlannedWork : Setting
{
    /// <summary>Correlation groups that it touches; empty: all.</summary>
    [Description("Groups of the alarm catalog that the work touches; none: all.")]
    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>Resources that it touches, by name; empty: all.</summary>
    [Description("Resources that the work touches, by their bare names; none: all.")]
    public IReadOnlyList<string> Resources { get; set; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Maintenance;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Listed(Groups)} / {Listed(Resources)}";

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "*" : string.Join(", ", names);
}

/// <summary>Notifications about one alarm, or about one resource, are held.</summary>
public sealed record Mute : Setting
{
    /// <summary>
    /// The alarm, by its id in the catalog (on every resource, unless one is named) or by its whole name; null: every alarm.
    /// </summary>
    [Description("The alarm by its id in the catalog or by its whole name; every alarm where nothing is said.")]
    public string? Alarm { get; init; }

    /// <summary>The queue, function, table …; null: every one.</summary>
    [Description("The queue, function, table ...; every one where nothing is said.")]
    public string? Resource { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Mutes;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Alarm ?? "*"} / {Resource ?? "*"}";
}

/// <summary>A queue, or the whole center, is closed or open now, whatever its hours say.</summary>
public sealed record QueueSwitch : Setting
{
    /// <summary>Name of the queue; null: the center with all of its queues.</summary>
    [Description("Name of the queue; the center with all of its queues where nothing is said.")]
    public string? Queue { get; init; }

    /// <summary>True: open. False: closed.</summary>
    [Description("True: open. False: closed.")]
    public required bool IsOpen { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Queues;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Queue ?? "*"}: {(IsOpen ? "open" : "closed")}";
}

/// <summary>What customers are told before anything else.</summary>
public sealed record EmergencyAnnouncement : Setting
{
    /// <summary>Name of the queue whose customers are told; null: everybody.</summary>
    [Description("Name of the queue whose customers are told; everybody where nothing is said.")]
    public string? Queue { get; init; }

    /// <summary>The words, by two-letter code of their language.</summary>
    [Description("The words, by two-letter code of their language.")]
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Announcements;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Queue ?? "*"}: {string.Join(", ", Texts.Keys.Order(StringComparer.Ordinal))}";

    /// <summary>What is said in a language: in that one, else in English, else in the first by name.</summary>
    public string In(string? language) =>
        (language is null ? null : Texts.GetValueOrDefault(language))
            ?? Texts.GetValueOrDefault("en")
            ?? Texts.OrderBy(static text => text.Key, StringComparer.Ordinal).First().Value;
}

/// <summary>The center keeps a holiday that does not stand in the file. It is a whole day, whenever it was decided.</summary>
public sealed record HolidayToday : Setting
{
    /// <summary>The day, by the clock of the center and of each queue.</summary>
    [Description("The day, by the clock of the center and of each queue.")]
    public required DateOnly Date { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Holidays;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Date:yyyy-MM-dd}";
}

/// <summary>A queue counts as broken, so that its standby takes over.</summary>
public sealed record ForcedFallback : Setting
{
    /// <summary>Name of the queue.</summary>
    [Description("Name of the queue whose stand-by takes over.")]
    public required string Queue { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Fallbacks;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => Queue;
}

/// <summary>Another threshold of an alarm of the catalog. It is the only kind that needs no end.</summary>
public sealed record AlarmThreshold : Setting
{
    /// <summary>Id of the alarm in the catalog.</summary>
    [Description("Id of the alarm in the catalog.")]
    public required string Alarm { get; init; }

    /// <summary>The queue, function, table … ; null: every one that has no threshold of its own.</summary>
    [Description("The queue, function, table ...; every one that has no threshold of its own where nothing is said.")]
    public string? Resource { get; init; }

    /// <summary>The threshold, on the metric's own scale.</summary>
    [Description("The threshold, on the metric's own scale.")]
    public required double Threshold { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Thresholds;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => FormattableString.Invariant($"{Alarm} / {Resource ?? "*"}: {Threshold}");
}

/// <summary>How far repairs may go. Off is the kill switch.</summary>
public sealed record RemediationSwitch : Setting
{
    /// <summary>How far.</summary>
    [Description("How far repairs may go: act, dryRun, or off, which stops them all.")]
    public required Configuration.RemediationMode Mode { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Repairs;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{Mode}";
}

/// <summary>The model in service stays: nothing is trained anew.</summary>
public sealed record TrainingFreeze : Setting
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override SettingKind Kind => SettingKind.Training;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "classifier";
}
