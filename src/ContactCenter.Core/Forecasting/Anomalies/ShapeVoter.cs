namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>
/// Puts values together to steps of one length and asks a memory of courses how new they are. Two voters of unlike steps see the same
/// course cut at other places: what is new to both is no accident of the cut.
/// </summary>
/// <param name="settings">What all voters are set to.</param>
/// <param name="stepValues">Values in a step.</param>
/// <param name="minimumValues">A step has at least so many, however far values are apart.</param>
internal sealed class ShapeVoter(AnomalySettings settings, int stepValues, int minimumValues)
{
    /// <summary>The value that is farthest from the level stands for its step where it is this far from the mean.</summary>
    private const double Peak = 0.1;

    private const double LevelRate = 0.02;

    private readonly ShapeMemory _memory = new(settings);
    private StepSum _step;
    private double _low;
    private double _high;
    private double _level = 0.5;
    private double _score;
    private int _held;

    /// <summary>How new the course is: the most of the last values, so that voters who are not ready at once still agree.</summary>
    public double Score => _held > 0 ? _score : 0;

    /// <summary>Adds a value.</summary>
    /// <param name="ticks">When it was.</param>
    /// <param name="place">Place on the scale.</param>
    /// <param name="distance">Usual distance of values in seconds.</param>
    public void Add(long ticks, double place, double distance)
    {
        _held = Math.Max(0, _held - 1);
        (_low, _high) = _step.Values == 0 ? (place, place) : (Math.Min(_low, place), Math.Max(_high, place));
        _step.Add(ticks, place);
        if (!_step.IsOver(ticks, distance, stepValues, minimumValues, settings.StepSeconds * stepValues))
        {
            return;
        }

        var mean = _step.Take();
        _level += LevelRate * (mean - _level);
        var farthest = Math.Abs(_high - _level) > Math.Abs(_low - _level) ? _high : _low;
        var score = _memory.Add(Math.Abs(farthest - mean) >= Peak ? farthest : mean);
        if (score >= Score)
        {
            (_score, _held) = (score, settings.Hold);
        }
    }

    /// <summary>The values before are too long ago.</summary>
    public void Interrupt()
    {
        _memory.Interrupt();
        _ = _step.Take();
    }

    /// <summary>Moves what is remembered to another scale.</summary>
    /// <param name="before">The scale so far.</param>
    /// <param name="after">The scale from now on.</param>
    public void Rescale(in ValueScale before, in ValueScale after)
    {
        _memory.Rescale(before, after);
        _level = after.Place(before.Value(_level));
        _ = _step.Take();
    }

    public void Carry(ref StateCarrier carrier)
    {
        _memory.Carry(ref carrier);
        _step.Carry(ref carrier);
        _low = carrier.Carry(_low);
        _high = carrier.Carry(_high);
        _level = carrier.Carry(_level);
        _score = carrier.Carry(_score);
        _held = carrier.Carry(_held);
    }
}
