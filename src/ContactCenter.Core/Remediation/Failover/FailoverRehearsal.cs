using System.Runtime.CompilerServices;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>
/// Fails one thing over and brings it back, as the deployed function would, and says at each step what was found. Whoever rehearses is the
/// person who agrees.
/// </summary>
/// <param name="act">The kind of failing over.</param>
/// <param name="limits">What people allow.</param>
public sealed class FailoverRehearsal(FailoverAct act, FailoverLimits limits)
{
    private readonly RemediationRun<FailoverState, FailoverLimits, FailoverChange> _run =
        new(act.Resources, act.Leases, act.Remediation);

    /// <summary>The steps for one resource, as they are taken.</summary>
    /// <param name="resource">Its name.</param>
    /// <param name="isActing">False: it is only read, and said what would be done.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service; what is over by then is brought back all the same.</param>
    public async IAsyncEnumerable<DrillStep> RunAsync(
        string resource, bool isActing, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = await act.Resources.ReadAsync(resource, now, cancellationToken);
        if (before.Missing is { } missing)
        {
            yield return Wrong(resource, $"cannot be failed over: {missing.What}", missing.Right);
            yield break;
        }

        if (before.IsOver)
        {
            yield return Wrong(
                resource, $"is on {before.FallbackWords} already", "Bring it back first: a drill begins with what is usual");
            yield break;
        }

        var asked = act.Remediation.Plan(before, limits with { IsApproved = false }, null, now);
        yield return asked.NeedsApproval
            ? Right(resource, $"asks for approval: {asked.Reason}")
            : Wrong(resource, "would be failed over without an approval", "Tell the makers of this system");
        if (!isActing)
        {
            yield break;
        }

        var over = await _run.RunAsync(resource, limits with { IsApproved = true }, now, cancellationToken);
        if (over.Outcome != ChangeOutcome.Done)
        {
            yield return Refused(resource, over.Outcome);
            yield break;
        }

        // from here on nothing may stop it: who ends the drill now must not leave the center failed over
        var isBack = false;
        try
        {
            var there = await act.Resources.ReadAsync(resource, now, CancellationToken.None);
            yield return there.IsOver
                ? Right(resource, $"is on {there.FallbackWords}")
                : Wrong(resource, $"is on {there.NowWords} although the change was taken", "Look at it in the service");
            var back = await BringBackAsync(resource, now);
            isBack = true;
            var after = await act.Resources.ReadAsync(resource, now, CancellationToken.None);
            yield return back is null or ChangeOutcome.Done && !after.IsOver
                ? Right(resource, $"is back on {after.NowWords}")
                : Wrong(resource, $"is not back: it is on {after.FallbackWords} ({back})", $"Bring it back by hand to {before.NowWords}");
        }
        finally
        {
            if (!isBack)
            {
                _ = await BringBackAsync(resource, now);
            }
        }
    }

    private async Task<ChangeOutcome?> BringBackAsync(string resource, DateTimeOffset now) => (await _run.RunAsync(
        resource, limits with { IsApproved = false }, now + limits.LeaseFor, CancellationToken.None)).Outcome;

    private DrillStep Refused(string resource, ChangeOutcome? outcome) => Wrong(
        resource, $"was not failed over: the service did not take the change ({outcome})", "Try again, or look at it in the service");

    private DrillStep Right(string resource, string text) => new(act.Remediation.Entry.Name, Name(resource), text, null);

    private DrillStep Wrong(string resource, string text, string right) => new(act.Remediation.Entry.Name, Name(resource), text, right);

    private string Name(string resource) => $"{act.Remediation.Word} {resource}";
}

/// <summary>A step of a drill.</summary>
/// <param name="Act">The remediation, or what is looked at before: <c>approval</c>, <c>standby</c>.</param>
/// <param name="What">The thing: <c>flow cc-prod-inbound</c>.</param>
/// <param name="Text">What was found, as the rest of a sentence.</param>
/// <param name="Right">What would be right; null where it is.</param>
public sealed record DrillStep(string Act, string What, string Text, string? Right)
{
    /// <summary>Whether it is as it should be.</summary>
    public bool IsRight => Right is null;

    /// <inheritdoc/>
    public override string ToString() => IsRight ? $"ok       {What} {Text}" : $"missing  {What} {Text}; {Right}";
}
