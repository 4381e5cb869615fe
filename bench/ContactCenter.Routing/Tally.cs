namespace ContactCenter.Routing;

/// <summary>What became of the callers of one run.</summary>
internal sealed class Tally(IReadOnlyList<CustomerClass> classes)
{
    private const double ServiceTarget = 20;

    private readonly Dictionary<(string Class, string Queue), List<double>> _waits = [];
    private readonly Dictionary<string, ClassTally> _classes = classes.ToDictionary(static one => one.Name, static _ => new ClassTally());
    private double _value;
    private double _lostValue;
    private int _inTime;
    private int _callbacks;

    public void Arrived(WaitingCaller waiting)
    {
        _value += waiting.Caller.Class.Value;
        _classes[waiting.Caller.Class.Name].Callers++;
        _callbacks += waiting.IsCallback ? 1 : 0;
    }

    public void Answered(WaitingCaller waiting, int second)
    {
        var wait = second - waiting.Caller.At;
        var known = _classes[waiting.Caller.Class.Name];
        if (waiting.IsCallback)
        {
            known.CalledBack++;
            known.LongestCallback = Math.Max(known.LongestCallback, wait);
            return;
        }

        Note(waiting, wait);
        _inTime += wait <= ServiceTarget ? 1 : 0;
        known.InPromise += wait <= waiting.Caller.Class.Promise ? 1 : 0;
    }

    public void Abandoned(WaitingCaller waiting, int second)
    {
        Note(waiting, second - waiting.Caller.At);
        Lost(waiting);
    }

    /// <summary>Somebody who gave up, or could not be called back.</summary>
    public void Lost(WaitingCaller waiting)
    {
        _lostValue += waiting.Caller.Class.Value;
        _classes[waiting.Caller.Class.Name].Lost++;
    }

    public Score Score(string policy, int seed)
    {
        var callers = _classes.Values.Sum(static one => one.Callers);
        return new Score(
            policy,
            seed,
            callers,
            (double)_inTime / callers,
            _classes.Values.Sum(static one => one.Lost) / (double)callers,
            _lostValue / _value,
            (double)_callbacks / callers,
            Fairness(),
            [.. classes.Select(one => _classes[one.Name].Score(one))]);
    }

    private void Note(WaitingCaller waiting, double wait)
    {
        var known = _classes[waiting.Caller.Class.Name];
        known.Waits.Add(wait);
        var key = (waiting.Caller.Class.Name, waiting.Caller.Queue);
        if (!_waits.TryGetValue(key, out var waits))
        {
            _waits[key] = waits = [];
        }

        waits.Add(wait);
    }

    /// <summary>
    /// Jain's index of the mean wait, measured by the promise, over the queues of each class, the mean of the classes: 1 when customers of
    /// a class wait alike whatever they call about, 1 / queues when those of one queue wait alone.
    /// </summary>
    private double Fairness() => _waits.GroupBy(static one => one.Key.Class).Average(static one =>
    {
        var means = one.Select(static queue => queue.Value.Average()).ToArray();
        var squares = means.Sum(static mean => mean * mean);
        return squares == 0 ? 1 : Math.Pow(means.Sum(), 2) / (means.Length * squares);
    });
}
