using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Routing.Policies;

namespace ContactCenter.Routing;

/// <summary>
/// Callers and agents at steps of one second. Agents take whose turn it is in the queues that they serve; who waits longer than their
/// patience gives up; who is called back keeps the turn and hears nothing of the wait.
/// </summary>
internal sealed class Floor(IPolicy policy, StaffPlan plan, DateTimeOffset start, Tally tally)
{
    /// <summary>The collector leaves the state of the queues once a minute.</summary>
    private const int CollectEvery = 60;

    /// <summary>Seconds that an agent needs to reach somebody who is called back, or to find that nobody picks up.</summary>
    private const int DialSeconds = 20;

    private readonly List<WaitingCaller> _waiting = [];
    private readonly PriorityQueue<int, int> _busyUntil = new();
    private readonly int[] _idle = new int[Team.All.Count];
    private readonly int[] _busy = new int[Team.All.Count];
    private QueueStates _states = new(start, []);

    public void Run(IReadOnlyList<Caller> callers)
    {
        var next = 0;
        for (var second = 0; next < callers.Count || _waiting.Count > 0 || _busyUntil.Count > 0; second++)
        {
            if (next == callers.Count
                && _waiting.TrueForAll(static one => one.IsCallback)
                && Team.All.All(team => plan.At(team.Name, second) == 0))
            {
                // nobody comes any more: who still waits for a callback does not get it
                _waiting.ForEach(tally.Lost);
                return;
            }

            Finish(second);
            Shift(second);
            if (second % CollectEvery == 0)
            {
                _states = Collect(second);
            }

            for (; next < callers.Count && callers[next].At <= second; next++)
            {
                Arrive(callers[next], second);
            }

            _ = _waiting.RemoveAll(one => GivesUp(one, second));
            Dispatch(second);
        }
    }

    private void Finish(int second)
    {
        while (_busyUntil.TryPeek(out var team, out var until) && until <= second)
        {
            _ = _busyUntil.Dequeue();
            _busy[team]--;
            _idle[team]++;
        }
    }

    /// <summary>Whoever is on a call when the shift ends goes after it.</summary>
    private void Shift(int second)
    {
        for (var team = 0; team < _idle.Length; team++)
        {
            _idle[team] = Math.Max(0, plan.At(Team.All[team].Name, second) - _busy[team]);
        }
    }

    private void Arrive(Caller caller, int second)
    {
        var placement = policy.Place(caller, _states, start.AddSeconds(second));
        var waits = new WaitingCaller(caller, placement, placement.OffersCallback && caller.AcceptsCallback);
        tally.Arrived(waits);
        _waiting.Add(waits);
    }

    private bool GivesUp(WaitingCaller waiting, int second)
    {
        if (!waiting.HasGivenUp(second))
        {
            return false;
        }

        tally.Abandoned(waiting, second);
        return true;
    }

    private void Dispatch(int second)
    {
        if (_waiting.Count == 0 || Array.TrueForAll(_idle, static idle => idle == 0))
        {
            return;
        }

        var taken = new HashSet<WaitingCaller>(ReferenceEqualityComparer.Instance);
        foreach (var waiting in _waiting.OrderBy(static one => one.Turn))
        {
            if (Idlest(waiting, second) is not { } team)
            {
                continue;
            }

            _ = taken.Add(waiting);
            var isReached = !waiting.IsCallback || waiting.Caller.IsReached;
            var seconds = (waiting.IsCallback ? DialSeconds : 0)
                + (isReached ? waiting.Caller.Handle * Team.All[team].EffortFor(waiting.Caller) : 0);
            _idle[team]--;
            _busy[team]++;
            _busyUntil.Enqueue(team, second + Math.Max(1, (int)seconds));
            if (isReached)
            {
                tally.Answered(waiting, second);
            }
            else
            {
                tally.Lost(waiting);
            }
        }

        _ = _waiting.RemoveAll(taken.Contains);
    }

    /// <summary>The team with most free agents, as the one who is free the longest is likely to be one of it.</summary>
    private int? Idlest(WaitingCaller waiting, int second)
    {
        int? best = null;
        for (var team = 0; team < _idle.Length; team++)
        {
            if (_idle[team] > (best is { } other ? _idle[other] : 0)
                && Team.All[team].Levels.ContainsKey(waiting.Placement.Queue)
                && waiting.Takes(Team.All[team], second))
            {
                best = team;
            }
        }

        return best;
    }

    private QueueStates Collect(int second) => new(start.AddSeconds(second), [.. Team.All.Select(own =>
    {
        var serving = Team.All.Index().Where(team => team.Item.Levels.ContainsKey(own.Name)).Select(static team => team.Index).ToArray();
        var waiting = _waiting.Where(one => one.Placement.Queue == own.Name).ToArray();
        return new QueueState(
            own.Name,
            waiting.Length,
            waiting.Length == 0 ? 0 : second - waiting.Min(static one => one.Caller.At),
            serving.Sum(team => _idle[team] + _busy[team]),
            serving.Sum(team => _idle[team]),
            serving.Sum(team => _busy[team]),
            AverageHandleSeconds: Callers.MeanHandle);
    })]);
}
