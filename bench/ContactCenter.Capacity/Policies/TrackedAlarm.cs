namespace ContactCenter.Capacity.Policies;

/// <summary>
/// A CloudWatch alarm over the last periods of a DynamoDB metric. A minute without traffic has no datapoint, and alarms on this
/// namespace ignore that: they stay as they were. When the threshold moves, the same datapoints are judged by the new one.
/// </summary>
public sealed class TrackedAlarm(int periods, bool above)
{
    private readonly Queue<double?> _datapoints = new();

    public bool InAlarm { get; private set; }

    public void Add(double? datapoint, double threshold)
    {
        _datapoints.Enqueue(datapoint);
        if (_datapoints.Count > periods)
        {
            _ = _datapoints.Dequeue();
        }

        var breaching = 0;
        var fine = 0;
        foreach (var value in _datapoints)
        {
            if (value is { } v)
            {
                _ = (above ? v > threshold : v < threshold) ? breaching++ : fine++;
            }
        }

        InAlarm = breaching == periods || (InAlarm && fine == 0);
    }
}
