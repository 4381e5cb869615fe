using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

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
            return new() { Reason = Sentences.RepairSourcesOff(state.Function) };
        }

        var disabled = state.Mappings.Where(mapping => mapping.State == EventSourceMapping.Disabled).ToArray();
        var stuck = state.Mappings.FirstOrDefault(mapping =>
            mapping.State == EventSourceMapping.Enabling && now - mapping.LastModified > Entry.VerifyWithin);
        if (disabled.Length == 0)
        {
            return stuck is null
                ? new() { Reason = Sentences.RepairNoSourceDisabled(state.Function) }
                : new()
                {
                    Reason = Sentences.RepairSourceStuck(
                        stuck.Source, state.Function, stuck.State, $"{(now - stuck.LastModified).TotalMinutes:0}"),
                    PeopleMust = Sentences.RepairSourceRights(state.Function),
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
            : $"{Sentences.RepairSourceFalls(given.Source, function, $"{given.EnabledToday}")} {Sentences.RepairSourceExpires}";
        if (again.Length == 0)
        {
            return new()
            {
                Reason = Sentences.RepairSourceDisabled(
                    Sentences.SourceSubject(given!.Source, function), given.StateTransitionReason),
                PeopleMust = must
            };
        }

        return new()
        {
            Change = new EventSourceMappingChange([.. again.Select(mapping => mapping.Id)]),
            Reason = Sentences.RepairSourceEnabled(
                AndMore(Sentences.SourceSubject(again[0].Source, function), again), again[0].StateTransitionReason),
            PeopleMust = must,
            DryRun = limits.DryRun,
        };
    }

    private static RemediationPlan<EventSourceMappingChange> OfPeople(
        string function, EventSourceMapping[] disabled, EventSourceMappingLimits limits)
    {
        var which = AndMore(Sentences.NamedSource(disabled[0].Source, function), disabled);
        if (!limits.AskWhenPeopleDisabled)
        {
            return new() { Reason = Sentences.RepairSourceLeft(which) };
        }

        return new()
        {
            Change = new EventSourceMappingChange([.. disabled.Select(mapping => mapping.Id)]),
            Reason = Sentences.RepairSourceAsks(which),
            NeedsApproval = !limits.IsApproved,
            DryRun = limits.DryRun,
        };
    }

    private static string AndMore(string source, EventSourceMapping[] mappings) =>
        mappings.Length > 1 ? Sentences.SourceAndMore(source, $"{mappings.Length - 1}") : source;
}
