namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>
/// How far out a series has been in each hour of the week, by its own band: what opens late, works off the night or has half the people on
/// Saturdays is out of the band at that hour each week. Only what is farther out than that says something.
/// </summary>
internal sealed class HourHabits
{
    /// <summary>Length of its state.</summary>
    public const int StateBytes = Hours + (sizeof(double) * 2) + sizeof(int);

    private const int HoursOfDay = 24;
    private const int Hours = 7 * HoursOfDay;

    /// <summary>Steps in a doubling of what is remembered: a byte reaches 60,000 widths of a band.</summary>
    private const double StepsOfDoubling = 16;

    /// <summary>What a week leaves: half after five.</summary>
    private const double KeptOfWeek = 0.87;

    /// <summary>An hour teaches at most this, or twice what it had: an outage is no habit until it comes again.</summary>
    private const double MaximumAtOnce = 3;

    private readonly byte[] _far = new byte[Hours];
    private double _known;
    private double _farthest;
    private int _hour = -1;

    /// <summary>What of a distance is no habit.</summary>
    /// <param name="at">When it was, by the clock of the center.</param>
    /// <param name="widths">By how many widths of the band a value is beyond it; 0: it is inside.</param>
    public double Add(DateTimeOffset at, double widths)
    {
        var hour = (((int)at.DayOfWeek + 6) % 7 * HoursOfDay) + at.Hour;
        if (hour != _hour)
        {
            // the hours around count too, but as they were before today: what goes on does not hide itself
            var known = Math.Max(Widths(hour), Math.Max(Widths(hour + Hours - 1), Widths(hour + 1)));
            Learn();
            (_hour, _known, _farthest) = (hour, known, 0);
        }

        _farthest = Math.Max(_farthest, widths);
        return widths - _known;
    }

    public void Carry(ref StateCarrier carrier)
    {
        carrier.Carry(_far);
        _known = carrier.Carry(_known);
        _farthest = carrier.Carry(_farthest);
        _hour = Math.Clamp(carrier.Carry(_hour), -1, Hours - 1);
    }

    private void Learn()
    {
        if (_hour >= 0)
        {
            var had = Widths(_hour);
            var learned = Math.Max(had * KeptOfWeek, Math.Min(_farthest, Math.Max(MaximumAtOnce, 2 * had)));
            _far[_hour] = (byte)Math.Min(byte.MaxValue, Math.Round(StepsOfDoubling * Math.Log2(1 + learned)));
        }
    }

    private double Widths(int hour) => Math.Pow(2, _far[hour % Hours] / StepsOfDoubling) - 1;
}
