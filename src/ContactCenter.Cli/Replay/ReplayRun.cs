using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Cli.Replay;

/// <summary>
/// Feeds recorded events to the embedded system: time is the events' own, and what is due between two of them happens between them.
/// </summary>
internal sealed class ReplayRun
{
    /// <summary>How often what is over and can no longer matter is forgotten, in inputs.</summary>
    private const int ForgetEvery = 8192;

    private readonly InMemoryIncidentStore _store = new(keepsHistory: false);
    private readonly IncidentPipeline _pipeline;
    private readonly TimeSpan _memory;
    private readonly IReplayOutput _output;
    private DateTimeOffset _reached = DateTimeOffset.MinValue;
    private ReplayTotals _totals = new(0, 0, 0, 0, 0, 0);

    public ReplayRun(ContactCenterConfiguration configuration, IReplayOutput output)
    {
        var desk = new IncidentDesk(configuration, _store);
        _pipeline = desk.Pipeline;
        _memory = desk.Policy.Settings.RelapseWindow + desk.Policy.Settings.StormWithin + TimeSpan.FromHours(1);
        _output = output;
    }

    /// <summary>Replays everything, and goes on for a while after the last event so that what is over can end.</summary>
    public async Task<ReplayTotals> RunAsync(IEnumerable<ReplayItem> items, TimeSpan follow, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.MinValue;
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            now = item.At > now ? item.At : now;
            await AdvanceAsync(now, cancellationToken);
            await ReceiveAsync(item, now, cancellationToken);
            if (_totals.Inputs % ForgetEvery == 0)
            {
                _store.Forget(now - _memory);
            }
        }

        if (now != DateTimeOffset.MinValue)
        {
            await AdvanceAsync(now + follow, cancellationToken);
        }

        _output.Finish(_totals);
        return _totals;
    }

    private async ValueTask ReceiveAsync(ReplayItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _totals = _totals with { Inputs = _totals.Inputs + 1 };
        if (item.Input is RefusedMessage refused)
        {
            _totals = _totals with { Refused = _totals.Refused + 1 };
            _output.Refused(item, refused.Problem);
            return;
        }

        var outcome = await _pipeline.ReceiveAsync(item.Input, now, cancellationToken);
        Count(outcome.Decision);
        _output.Decided(item, outcome);
    }

    private async ValueTask AdvanceAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (_store.NextDueAt is { } due && due <= until)
        {
            // a deadline that was over before anything was heard of it is handled when it is heard of
            _reached = due > _reached ? due : _reached;
            foreach (var decision in await _pipeline.AdvanceAsync(_reached, cancellationToken: cancellationToken))
            {
                Count(decision);
                _output.DeadlinePassed(_reached, decision);
            }
        }

        _reached = until > _reached ? until : _reached;
    }

    private void Count(Decision decision) => _totals = _totals with
    {
        Opened = _totals.Opened + (decision.Timeline.Any(entry => entry.Kind == TimelineKind.Opened) ? 1 : 0),
        Resolved = _totals.Resolved + (decision.Action == IncidentAction.Resolved ? 1 : 0),
        Notifications = _totals.Notifications + decision.Effects.OfType<NotifyEffect>().Count(),
        Remediations = _totals.Remediations + decision.Effects.OfType<RemediateEffect>().Count(),
    };
}
