using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.World;

namespace ContactCenter.Cli.Replay;

/// <summary>Hands recorded messages to the embedded functions, tells what they decide and counts it.</summary>
internal sealed class ReplayRun(ContactCenterConfiguration configuration, IReplayOutput output)
{
    /// <summary>How often what is over and can no longer matter is forgotten, in inputs.</summary>
    private const int ForgetEvery = 8192;

    /// <summary>CloudWatch has five kinds of items in a history; what a file calls otherwise counts together beyond this.</summary>
    private const int MaximumKinds = 20;

    private readonly SortedDictionary<string, int> _passedOver = new(StringComparer.Ordinal);
    private readonly HashSet<string> _over = new(StringComparer.Ordinal);
    private ReplayTotals _totals = new(0, 0, 0, 0, 0, 0);

    /// <summary>Replays everything, and goes on for a while after the last message so that what is over can end.</summary>
    public async Task<ReplayTotals> RunAsync(IEnumerable<ReplayItem> items, TimeSpan follow, CancellationToken cancellationToken)
    {
        using var system = new ReplayedSystem(configuration);
        var now = DateTimeOffset.MinValue;
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (item.PassedOver is { } kind)
            {
                PassOver(kind);
                continue;
            }

            now = item.At > now ? item.At : now;
            await AdvanceAsync(system, now);
            await HearAsync(system, item);
            if (_totals.Inputs % ForgetEvery == 0)
            {
                system.Forget();
            }
        }

        if (now != DateTimeOffset.MinValue)
        {
            await AdvanceAsync(system, now + follow);
        }

        _totals = _totals with { PassedOver = _passedOver };
        output.Finish(_totals);
        return _totals;
    }

    private void PassOver(string kind)
    {
        var counted = _passedOver.ContainsKey(kind) || _passedOver.Count < MaximumKinds ? kind : "others";
        _passedOver[counted] = _passedOver.GetValueOrDefault(counted) + 1;
    }

    private async ValueTask HearAsync(ReplayedSystem system, ReplayItem item)
    {
        _totals = _totals with { Inputs = _totals.Inputs + 1 };
        if (item.Problem is { } problem)
        {
            _totals = _totals with { Refused = _totals.Refused + 1 };
            output.Refused(item, problem);
            return;
        }

        foreach (var moment in await system.HearAsync(item.Utf8, item.At))
        {
            Count(moment.Decision);
            if (moment.Alarm is { } alarm)
            {
                output.Decided(item, new PipelineOutcome(alarm, moment.Decision));
            }
            else
            {
                output.DeadlinePassed(moment.At, moment.Decision);
            }
        }
    }

    private async ValueTask AdvanceAsync(ReplayedSystem system, DateTimeOffset until)
    {
        await foreach (var moment in system.AdvanceAsync(until))
        {
            Count(moment.Decision);
            output.DeadlinePassed(moment.At, moment.Decision);
        }
    }

    /// <summary>1 where an incident is over, -1 where one that was over came back.</summary>
    private int Over(Decision decision) => (decision.Action, decision.After.Incident?.Id) switch
    {
        (IncidentAction.Resolved, { } id) => _over.Add(id) ? 1 : 0,
        (IncidentAction.Reopened, { } id) => _over.Remove(id) ? -1 : 0,
        _ => 0,
    };

    private void Count(Decision decision) => _totals = _totals with
    {
        Opened = _totals.Opened + (decision.Timeline.Any(entry => entry.Kind == TimelineKind.Opened) ? 1 : 0),
        Resolved = _totals.Resolved + Over(decision),
        Notifications = _totals.Notifications + decision.Effects.OfType<NotifyEffect>().Count(),
        Remediations = _totals.Remediations + decision.Effects.OfType<RemediateEffect>().Count(),
    };
}
