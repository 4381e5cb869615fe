using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>
/// Application Auto Scaling target tracking at 70 %, by its documented rules: two minutes in a row above the target scale out, fifteen
/// in a row 20 points below it scale in, both to consumed / target; cool-downs are zero; a refused update is tried again a minute
/// later. When its range is moved it brings the capacity into the range at once.
/// </summary>
public sealed class TargetTracking(double target = 0.7) : IPolicy
{
    private const double ScaleInBelow = 0.2;

    // It reacts on what the alarms saw, and then takes a moment to call UpdateTable.
    private readonly Queue<long> _due = new();
    private Dimension[] _dimensions = [];
    private int _minutes;
    private int _seen;
    private bool _rangeMoved;

    public string Name => $"target tracking {target * 100:0} %";

    public ScalableTarget Range(string? part, CapacityKind kind) => Find(part, kind).Range;

    /// <summary>RegisterScalableTarget.</summary>
    public void Register(ScalableTargetChange change)
    {
        Find(change.Index, change.Kind).Range = change.Target;
        _rangeMoved = true;
    }

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options)
    {
        string?[] parts = [null, .. trace.Indexes.Select(index => index.Name)];
        _dimensions = [.. parts.SelectMany(part => Enum.GetValues<CapacityKind>().Select(kind => new Dimension(part, kind)))];
        return options;
    }

    public void Before(long second, SimulatedTable table)
    {
        var minutes = table.Minutes();
        if (minutes.Count != _minutes)
        {
            _minutes = minutes.Count;
            _due.Enqueue(minutes[^1].ArrivesAt + Limits.AlarmSeconds);
        }

        if (_rangeMoved && !table.IsUpdating)
        {
            _rangeMoved = MoveIntoRange(second, table);
        }

        if (_due.Count > 0 && second >= _due.Peek())
        {
            _ = _due.Dequeue();
            Evaluate(second, table, _seen++);
        }
    }

    // Each dimension makes its own UpdateTable, and its own decrease; the table takes one at a time. True when more is to be done.
    private bool MoveIntoRange(long second, SimulatedTable table)
    {
        foreach (var dimension in _dimensions)
        {
            var current = table.Provisioned(dimension.Part);
            var into = Math.Clamp(current[dimension.Kind], dimension.Range.Minimum, dimension.Range.Maximum);
            if (into != current[dimension.Kind]
                && table.Update(
                    second, new TableUpdate().With(dimension.Part, current.With(dimension.Kind, into))) is UpdateAnswer.Accepted)
            {
                return true;
            }
        }

        return false;
    }

    private Dimension Find(string? part, CapacityKind kind) => _dimensions.First(d => d.Part == part && d.Kind == kind);

    private void Evaluate(long second, SimulatedTable table, int minute)
    {
        foreach (var dimension in _dimensions)
        {
            dimension.See(
                table.Minutes(dimension.Part)[minute][dimension.Kind].Consumed / 60,
                table.Provisioned(dimension.Part)[dimension.Kind],
                target);
        }

        // One UpdateTable per dimension; the table takes only one at a time, so scaling out goes first.
        foreach (var dimension in _dimensions.OrderByDescending(d => d.High.InAlarm))
        {
            var provisioned = table.Provisioned(dimension.Part);
            var current = provisioned[dimension.Kind];
            var wanted = Math.Clamp((long)Math.Ceiling(dimension.Last / target), dimension.Range.Minimum, dimension.Range.Maximum);
            if ((dimension.High.InAlarm && wanted > current) || (dimension.Low.InAlarm && wanted < current))
            {
                _ = table.Update(second, new TableUpdate().With(dimension.Part, provisioned.With(dimension.Kind, wanted)));
            }
        }
    }

    private sealed class Dimension(string? part, CapacityKind kind)
    {
        public string? Part { get; } = part;

        public CapacityKind Kind { get; } = kind;

        public ScalableTarget Range { get; set; } = new(Limits.Minimum[kind], Limits.Maximum[kind]);

        public TrackedAlarm High { get; } = new(2, above: true);

        public TrackedAlarm Low { get; } = new(15, above: false);

        public double Last { get; private set; }

        public void See(double consumed, long provisioned, double target)
        {
            // A minute without traffic has no datapoint.
            double? datapoint = consumed > 0 ? consumed : null;
            Last = consumed > 0 ? consumed : Last;
            High.Add(datapoint, target * provisioned);
            Low.Add(datapoint, (target - ScaleInBelow) * provisioned);
        }
    }
}
