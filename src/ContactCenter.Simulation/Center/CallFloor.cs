using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Center;

/// <summary>Queues and the agents who serve them.</summary>
internal sealed class CallFloor
{
    private readonly CallQueue[] _queues;
    private readonly AgentGroup[] _groups;

    public CallFloor(CenterDescription description, MetricPublisher publisher, long seed)
    {
        _queues = [.. description.Queues.Select(queue => new CallQueue(queue, description, publisher, seed))];
        _groups = [.. description.RoutingProfiles.Select(profile => new AgentGroup(profile, description, _queues, publisher, seed))];
    }

    public IReadOnlyList<CallQueue> Queues => _queues;

    /// <summary>Where a queue stands among the queues.</summary>
    public int IndexOf(string queue) => Array.FindIndex(_queues, candidate => candidate.Description.Name == queue);

    /// <summary>Calls that wait.</summary>
    public int Waiting
    {
        get
        {
            var waiting = 0;
            foreach (var queue in _queues)
            {
                waiting += queue.Waiting;
            }

            return waiting;
        }
    }

    /// <summary>Agents who have a call.</summary>
    public int Busy
    {
        get
        {
            var busy = 0;
            foreach (var group in _groups)
            {
                busy += group.Busy;
            }

            return busy;
        }
    }

    /// <summary>Calls that agents have missed since the start.</summary>
    public long Missed => _groups.Sum(group => group.Missed);

    /// <summary>Agents come and go, once a minute.</summary>
    public void Shift(DateTime local, FaultBoard faults)
    {
        foreach (var group in _groups)
        {
            group.Shift(local, faults.Share(FaultKind.AgentsAway, group.Name));
        }
    }

    /// <summary>Calls that end, and callers who give up.</summary>
    public void End(long second)
    {
        foreach (var group in _groups)
        {
            group.Finish(second);
        }

        foreach (var queue in _queues)
        {
            queue.GiveUp(second);
        }
    }

    /// <summary>Free agents take calls.</summary>
    public void Take(long second)
    {
        foreach (var group in _groups)
        {
            group.Take(second);
        }
    }

    public void Publish(long minute, long second)
    {
        foreach (var queue in _queues)
        {
            var serving = _groups.Where(group => group.Serves(queue)).ToArray();
            queue.Publish(minute, second, serving.Sum(group => group.Staffed), serving.Sum(group => group.Available));
        }

        foreach (var group in _groups)
        {
            group.Publish(minute);
        }
    }

    public IReadOnlyList<QueueSnapshot> QueueSnapshots(long second) =>
    [
        .. _queues.Select(queue => new QueueSnapshot(
            queue.Description.Name, queue.Waiting, TimeSpan.FromSeconds(queue.LongestWait(second)), queue.Total)),
    ];

    public IReadOnlyList<AgentSnapshot> AgentSnapshots() =>
    [
        .. _groups.Select(group => new AgentSnapshot(
            group.Busy, group.TotalStaffedSeconds == 0 ? 0 : (double)group.TotalBusySeconds / group.TotalStaffedSeconds)),
    ];
}
