using ContactCenter.Core.Incidents;

namespace ContactCenter.Embedded.World;

/// <summary>What was decided since somebody last looked.</summary>
internal sealed class DecisionLog
{
    private readonly Lock _gate = new();
    private readonly List<DecidedMoment> _moments = [];

    /// <summary>Is told of every decision.</summary>
    public void Note(DateTimeOffset at, IncidentInput input, Decision decision)
    {
        var alarm = (input as AlarmReceived)?.Alarm;
        if (alarm is null && !decision.Changes)
        {
            return;
        }

        lock (_gate)
        {
            _moments.Add(new DecidedMoment(at, decision, alarm));
        }
    }

    /// <summary>The decisions, in order.</summary>
    public IReadOnlyList<DecidedMoment> Take()
    {
        lock (_gate)
        {
            DecidedMoment[] moments = [.. _moments];
            _moments.Clear();
            return moments;
        }
    }
}
