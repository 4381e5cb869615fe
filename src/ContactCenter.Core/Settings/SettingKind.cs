using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Settings;

/// <summary>Kinds of settings. Those of a kind stand in one item and have one version.</summary>
[JsonConverter(typeof(NamedEnumConverter<SettingKind>))]
public enum SettingKind
{
    /// <summary>Who is on call: takeovers and swaps.</summary>
    OnCall,

    /// <summary>Planned work.</summary>
    Maintenance,

    /// <summary>Alarms and resources that are muted.</summary>
    Mutes,

    /// <summary>Queues that are open or closed now.</summary>
    Queues,

    /// <summary>What customers are told first.</summary>
    Announcements,

    /// <summary>Days on which the center is closed.</summary>
    Holidays,

    /// <summary>Queues whose standby takes over.</summary>
    Fallbacks,

    /// <summary>Thresholds of alarms.</summary>
    Thresholds,

    /// <summary>How far repairs may go.</summary>
    Repairs,

    /// <summary>Whether the classifier is trained anew.</summary>
    Training,
}

/// <summary>Kinds as items, addresses and the audit name them.</summary>
public static class SettingKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SettingKind> All { get; } = Enum.GetValues<SettingKind>();

    /// <summary>The name of a kind, such as <c>onCall</c>.</summary>
    public static string NameOf(SettingKind kind) => kind switch
    {
        SettingKind.OnCall => "onCall",
        SettingKind.Maintenance => "maintenance",
        SettingKind.Mutes => "mutes",
        SettingKind.Queues => "queues",
        SettingKind.Announcements => "announcements",
        SettingKind.Holidays => "holidays",
        SettingKind.Fallbacks => "fallbacks",
        SettingKind.Thresholds => "thresholds",
        SettingKind.Repairs => "repairs",
        SettingKind.Training => "training",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The kind of a name, or null.</summary>
    public static SettingKind? Find(string? name)
    {
        foreach (var kind in All)
        {
            if (NameOf(kind) == name)
            {
                return kind;
            }
        }

        return null;
    }
}
