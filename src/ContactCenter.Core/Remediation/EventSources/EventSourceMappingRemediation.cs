using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.EventSources;

/// <summary>
/// Enables disabled event source mappings before their records expire. What a person disabled is only enabled with a person's approval, and
/// one that keeps falling over is left to people. It leases nothing, so there is no lease.
/// </summary>
public sealed class EventSourceMappingRemediation
    : IRemediation<EventSourceMappingState, EventSourceMappingLimits, EventSourceMappingChange>
{
    /// <summary>How the catalog knows it.</summary>
    public static RemediationEntry Entry { get; } = new(RemediationNames.EventSource, TimeSpan.FromMinutes(10));

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
            return new() { Reason = $"Healing of the event sources of function {state.Function} is switched off." };
        }

        var disabled = state.Mappings.Where(mapping => mapping.State == EventSourceMapping.Disabled).ToArray();
        var stuck = state.Mappings.FirstOrDefault(mapping =>
            mapping.State == EventSourceMapping.Enabling && now - mapping.LastModified > Entry.VerifyWithin);
        if (disabled.Length == 0)
        {
            return stuck is null
                ? new() { Reason = $"No event source of function {state.Function} is disabled." }
                : new()
                {
                    Reason =
                        $"The event source {stuck.Source} of function {state.Function} has been {stuck.State} for "
                            + $"{(now - stuck.LastModified).TotalMinutes:0} minutes.",
                    PeopleMust = $"Look at the permissions of function {state.Function} on that source.",
                };
        }

        // what nobody disabled comes first: it needs no approval
        var failed = disabled.Where(mapping => !mapping.IsDisabledByPeople).ToArray();
        return failed.Length > 0 ? OfFailed(state.Function, failed, limits) : OfPeople(state.Function, disabled, limits);
    }

    /// <inheritdoc/>
    public RemediationVerdict Verify(EventSourceMappingState state, RemediationLease<EventSourceMappingChange> lease, DateTimeOffset now) =>
        RemediationVerdict.TooEarly;

    /// <inheritdoc/>
    public bool IsUndone(EventSourceMappingState state, RemediationLease<EventSourceMappingChange> lease) => true;

    /// <inheritdoc/>
    public EventSourceMappingChange? Return(EventSourceMappingState state, RemediationLease<EventSourceMappingChange> lease) => null;

    private static RemediationPlan<EventSourceMappingChange> OfFailed(
        string function, EventSourceMapping[] failed, EventSourceMappingLimits limits)
    {
        var again = failed.Where(mapping => mapping.EnabledToday < limits.PerDay).ToArray();
        var given = failed.FirstOrDefault(mapping => mapping.EnabledToday >= limits.PerDay);
        var must = given is null
            ? null
            : $"Find out why the event source {given.Source} of function {function} falls over: it was enabled {given.EnabledToday} "
                + "times in a day and is disabled again. Its records expire unread.";
        if (again.Length == 0)
        {
            return new()
            {
                Reason = $"The event source {given!.Source} of function {function} is disabled ({given.StateTransitionReason}).",
                PeopleMust = must
            };
        }

        return new()
        {
            Change = new EventSourceMappingChange([.. again.Select(mapping => mapping.Id)]),
            Reason =
                $"The event source {again[0].Source} of function {function}{More(again)} was disabled "
                    + $"({again[0].StateTransitionReason}) and is enabled again, before its records expire.",
            PeopleMust = must,
            DryRun = limits.DryRun,
        };
    }

    private static RemediationPlan<EventSourceMappingChange> OfPeople(
        string function, EventSourceMapping[] disabled, EventSourceMappingLimits limits)
    {
        var which = $"the event source {disabled[0].Source} of function {function}{More(disabled)}";
        if (!limits.AskWhenPeopleDisabled)
        {
            return new() { Reason = $"A person disabled {which}; it is left alone." };
        }

        return new()
        {
            Change = new EventSourceMappingChange([.. disabled.Select(mapping => mapping.Id)]),
            Reason = $"A person disabled {which}; it is enabled again with an approval, before its records expire.",
            NeedsApproval = !limits.IsApproved,
            DryRun = limits.DryRun,
        };
    }

    private static string More(EventSourceMapping[] mappings) => mappings.Length > 1 ? $" (and {mappings.Length - 1} more)" : "";
}
