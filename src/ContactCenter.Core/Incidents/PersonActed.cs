namespace ContactCenter.Core.Incidents;

/// <summary>A person acted, in the chat, by a signed link or in the console.</summary>
/// <param name="Action">What.</param>
/// <param name="By">Who.</param>
public sealed record PersonActed(PersonAction Action, string By) : IncidentInput
{
    /// <summary>For <see cref="PersonAction.Snooze"/>: until when.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>For <see cref="PersonAction.HandOver"/>: to which audience.</summary>
    public string? Audience { get; init; }

    /// <summary>What the person wrote, or null.</summary>
    public string? Note { get; init; }
}
