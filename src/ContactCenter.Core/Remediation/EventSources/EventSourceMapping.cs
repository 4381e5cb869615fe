using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Remediation.EventSources;

/// <summary>An event source mapping: what feeds a stream or a queue to a function.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Source">ARN of the stream or the queue.</param>
/// <param name="State">The service's word: Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting.</param>
public sealed record EventSourceMapping(string Id, string Source, string State)
{
    /// <summary>State of one that feeds nothing.</summary>
    public const string Disabled = "Disabled";

    /// <summary>State of one that will feed in a moment.</summary>
    public const string Enabling = "Enabling";

    /// <summary>Who or what brought it into that state: "USER_INITIATED" or "User action" for a person, else the service's text.</summary>
    public string StateTransitionReason { get; init; } = "";

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset LastModified { get; init; }

    /// <summary>How often it was enabled by us in the last day.</summary>
    public int EnabledToday { get; init; }

    /// <summary>True when a person disabled it.</summary>
    public bool IsDisabledByPeople => State == Disabled && StateTransitionReason.StartsWith("USER", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What feeds a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Mappings">Its event source mappings; none when it has none, or is gone.</param>
public sealed record EventSourceMappingState(string Function, IReadOnlyList<EventSourceMapping> Mappings);

/// <summary>Enables event source mappings.</summary>
/// <param name="Enable">Their UUIDs.</param>
public sealed record EventSourceMappingChange(IReadOnlyList<string> Enable);

/// <summary>What people allow for the event source mappings of one function.</summary>
public sealed record EventSourceMappingLimits
{
    /// <summary>How often a day one is enabled without asking; more often means that something is wrong with it.</summary>
    public int PerDay { get; init; } = 2;

    /// <summary>True: one that a person disabled is enabled after approval. False: it is left alone.</summary>
    public bool AskWhenPeopleDisabled { get; init; } = true;

    /// <summary>True when a person has agreed to the next change.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Plans are made and told, not done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The kill switch.</summary>
    public bool Stopped { get; init; }

    /// <summary>What the configuration allows for a function's event sources.</summary>
    public static EventSourceMappingLimits Of(EventSourceSettings settings) =>
        new() { PerDay = settings.PerDay, AskWhenPeopleDisabled = settings.AskWhenPeopleDisabled };
}
