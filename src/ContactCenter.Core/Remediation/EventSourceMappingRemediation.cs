namespace ContactCenter.Core.Remediation;

/// <summary>
/// Re-enables a disabled event source mapping before its records expire. What a person disabled is only re-enabled with a person's
/// approval, and one that keeps falling over is left to people. It borrows nothing, so there is no lease.
/// </summary>
public sealed class EventSourceMappingRemediation : IRemediation<EventSourceMappingState, EventSourceMappingLimits, EventSourceMappingChange>
{
    /// <summary>The entry in the registry.</summary>
    public static RemediationEntry RegistryEntry { get; } = new(
        "enable-event-source", "Enables a disabled event source mapping, so that records do not expire unread.",
        TimeSpan.FromMinutes(10), AsksFirst: false);

    /// <inheritdoc/>
    public RemediationEntry Entry => RegistryEntry;

    /// <inheritdoc/>
    public RemediationPlan<EventSourceMappingChange> Plan(
        EventSourceMappingState state,
        EventSourceMappingLimits limits,
        RemediationLease<EventSourceMappingChange>? lease,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(limits);
        if (limits.Stopped)
        {
            return new() { Reason = $"Healing of the event source of {state.Function} is switched off." };
        }

        if (state.State != "Disabled")
        {
            return new() { Reason = $"The event source of {state.Function} is {state.State}." };
        }

        var byPeople = state.StateTransitionReason.Contains("USER_INITIATED", StringComparison.OrdinalIgnoreCase);
        var hurry = state.OldestRecord is { } age ? $" Records are lost in {(state.Retention - age).TotalHours:0.#} hours." : "";
        if (byPeople && !limits.AskWhenPeopleDisabled)
        {
            return new() { Reason = $"A person disabled the event source of {state.Function}; it is left alone." };
        }

        if (state.EnabledToday >= limits.PerDay)
        {
            return new()
            {
                Reason = $"The event source of {state.Function} was enabled {state.EnabledToday} times in a day and is disabled again ({state.StateTransitionReason}).",
                PeopleMust = $"Find out why the event source of {state.Function} falls over.{hurry}",
            };
        }

        return new()
        {
            Change = new EventSourceMappingChange(true),
            Reason = $"The event source of {state.Function} is disabled ({state.StateTransitionReason}) and will be enabled.{hurry}",
            NeedsApproval = byPeople,
            DryRun = limits.DryRun,
        };
    }

    /// <inheritdoc/>
    public RemediationVerdict Verify(
        EventSourceMappingState state, RemediationLease<EventSourceMappingChange> lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        return state.State == "Enabled" ? RemediationVerdict.Helped
            : now - lease.GrantedAt >= Entry.VerifyWithin ? RemediationVerdict.DidNotHelp
            : RemediationVerdict.TooEarly;
    }

    /// <inheritdoc/>
    public bool IsUndone(EventSourceMappingState state, RemediationLease<EventSourceMappingChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        return lease.Undo.Enabled == (state.State == "Enabled");
    }
}
