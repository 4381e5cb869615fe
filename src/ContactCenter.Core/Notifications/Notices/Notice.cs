using System.Collections.Immutable;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Notices;

/// <summary>
/// Something that people are told and that is no incident: a reach test, a hand-over. It is worded for one reader, in their language and by
/// their clock, when it is sent; none is stored.
/// </summary>
public sealed record Notice
{
    /// <summary>The same when the same notice is sent again to the same endpoint, so that a tool can tell a repetition.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, on one line.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says, paragraph by paragraph; a paragraph may have lines.</summary>
    public required ImmutableArray<string> Paragraphs { get; init; }

    /// <summary>The same for a text message: a line that says enough by itself.</summary>
    public required string Brief { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who reads it.</summary>
    public required Reader Reader { get; init; }

    /// <summary>True for a test, of which channels that keep tickets take the harmless half, or none.</summary>
    public bool IsTest { get; init; }
}
