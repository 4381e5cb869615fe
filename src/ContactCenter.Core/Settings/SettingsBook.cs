using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Settings;

/// <summary>The settings of one kind that are not over, and how often that was changed.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Version">Acts that have changed it; 0: none.</param>
/// <param name="Settings">The settings, in the order in which they were last saved. Of two that concern the same the later counts.</param>
public sealed record SettingsBook(SettingKind Kind, long Version, ImmutableArray<Setting> Settings)
{
    /// <summary>By what repetitions of the last requests are recognised, from old to new.</summary>
    public ImmutableArray<SettingMark> Marks { get; init; } = [];

    /// <summary>Nothing of a kind.</summary>
    public static SettingsBook Empty(SettingKind kind) => new(kind, 0, []);

    /// <summary>The setting of an id, or null.</summary>
    public Setting? Find(string id) => Settings.FirstOrDefault(setting => setting.Id == id);
}

/// <summary>By what a repetition of a request is recognised. It is stored with what the request has changed.</summary>
/// <param name="Name">Made from the request; says nothing about who sent it.</param>
/// <param name="Until">Until when a repetition may come.</param>
/// <param name="ActId">Id of the act that the request led to; empty as long as it has not.</param>
public sealed record SettingMark(string Name, DateTimeOffset Until, string ActId = "");

/// <summary>All settings that were made at run time.</summary>
public sealed class RuntimeSettings
{
    private readonly Dictionary<SettingKind, SettingsBook> _books;

    /// <summary>The settings of these books; a kind without one has none.</summary>
    public RuntimeSettings(IEnumerable<SettingsBook> books) => _books = books.ToDictionary(static book => book.Kind);

    /// <summary>None at all.</summary>
    public static RuntimeSettings None { get; } = new([]);

    /// <summary>The settings of a kind.</summary>
    public SettingsBook this[SettingKind kind] => _books.GetValueOrDefault(kind) ?? SettingsBook.Empty(kind);

    /// <summary>All settings, by kind.</summary>
    public IEnumerable<Setting> All => SettingKinds.All.SelectMany(kind => this[kind].Settings);

    /// <summary>Those of one type that are not over, in the order in which they were last saved.</summary>
    public IEnumerable<T> Of<T>(DateTimeOffset at)
        where T : Setting => All.OfType<T>().Where(setting => !setting.IsOver(at));

    /// <summary>The same with another book of one kind.</summary>
    public RuntimeSettings With(SettingsBook book) => new(_books.Values.Where(one => one.Kind != book.Kind).Append(book));

    /// <summary>What tells two states of the settings apart.</summary>
    public string Stamp => string.Join('.', SettingKinds.All.Select(kind => this[kind].Version));
}

/// <summary>What was done to a setting.</summary>
[JsonConverter(typeof(NamedEnumConverter<SettingVerb>))]
public enum SettingVerb
{
    /// <summary>It was made.</summary>
    Made,

    /// <summary>It was changed.</summary>
    Changed,

    /// <summary>It was ended before its time.</summary>
    Ended,

    /// <summary>An earlier act was undone.</summary>
    Undone,
}

/// <summary>Somebody has made, changed, ended or undone a setting: an event of the audit, which is only ever added to.</summary>
public sealed record SettingAct
{
    /// <summary>
    /// What it is called by, such as <c>001764450000000-mutes-7</c>: its time, the kind and the version of the book after it.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string Author { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Of which kind the setting is.</summary>
    public required SettingKind Kind { get; init; }

    /// <summary>What was done.</summary>
    public required SettingVerb Verb { get; init; }

    /// <summary>The setting before, or null where there was none.</summary>
    public Setting? Before { get; init; }

    /// <summary>The setting after, or null where it is ended.</summary>
    public Setting? After { get; init; }

    /// <summary>Id of the act that this one undoes, or null.</summary>
    public string? Undoes { get; init; }

    /// <summary>The id of an act, by which a list of them is in order of time.</summary>
    internal static string IdOf(DateTimeOffset at, SettingKind kind, long version) =>
        FormattableString.Invariant($"{at.ToUnixTimeMilliseconds():D15}-{SettingKinds.NameOf(kind)}-{version}");
}
