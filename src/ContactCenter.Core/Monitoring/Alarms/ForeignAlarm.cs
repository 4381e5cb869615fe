using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>A state of an alarm of another monitoring system, such as Grafana.</summary>
public sealed record ForeignAlarm : AlarmInput
{
    /// <summary>Longest key, in characters.</summary>
    public const int MaximumKey = 2048;

    /// <summary>Longest title, in characters.</summary>
    public const int MaximumTitle = 200;

    /// <summary>Longest of the texts, in characters.</summary>
    public const int MaximumText = 1024;

    /// <summary>Longest word for a severity and name of a system, in characters.</summary>
    public const int MaximumWord = 100;

    /// <summary>Longest address, in characters: what browsers open.</summary>
    public const int MaximumLink = 2000;

    /// <summary>The other system as people name it.</summary>
    public required string System { get; init; }

    /// <summary>What is the same in all messages about one incident.</summary>
    public required string Key { get; init; }

    /// <summary>What the other system calls it.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is there or over.</summary>
    public required AlarmState State { get; init; }

    /// <summary>True where it is red because nothing is heard.</summary>
    public bool SaysNothing { get; init; }

    /// <summary>How bad it is, or null where the other system says nothing, or nothing that is understood.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The other system's word for that, or null.</summary>
    public string? SeverityWord { get; init; }

    /// <summary>What it tells, a paragraph each.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Its page there, http or https, or null.</summary>
    public string? Link { get; init; }

    /// <summary>When it took the state.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the message was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
