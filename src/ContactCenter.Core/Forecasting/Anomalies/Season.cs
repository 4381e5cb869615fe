using System.Runtime.InteropServices;

namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>What a value is expected from.</summary>
public enum AnomalyBasis
{
    /// <summary>The level of late: no season helps.</summary>
    Level,

    /// <summary>The time of the day.</summary>
    Day,

    /// <summary>The time of the week.</summary>
    Week,
}

/// <summary>
/// What is usual at a time: by the level of late, by half hour of the day and by hour of the week. All are learned, and that which errs
/// least is used, a longer season only where it errs much less than the shorter one. Places on the scale, in half precision.
/// </summary>
internal sealed class Season
{
    private const int OfDay = 48;
    private const int HoursOfDay = 24;
    private const int OfWeek = 7 * HoursOfDay;

    /// <summary>How fast a half hour follows, a day or a week later.</summary>
    private const double Rate = 0.3;

    /// <summary>A longer season has to err less than this share of the shorter one.</summary>
    private const double Gain = 0.8;

    /// <summary>One that is used is kept while it errs less than this share, so that it does not come and go.</summary>
    private const double Keep = 0.95;

    /// <summary>Errors count no more than this, so that an outage does not choose the season.</summary>
    private const double MaximumError = 0.2;

    private const double LevelRate = 0.03;
    private const double ErrorRate = 0.002;

    private readonly Half[] _day = new Half[OfDay];
    private readonly Half[] _week = new Half[OfWeek];
    private double _level = double.NaN;
    private double _levelError;
    private double _dayError;
    private double _weekError;
    private long _days;
    private long _weeks;

    /// <summary>Nothing is known yet.</summary>
    public Season()
    {
        Array.Fill(_day, Half.NaN);
        Array.Fill(_week, Half.NaN);
    }

    /// <summary>What is expected from.</summary>
    public AnomalyBasis Basis { get; private set; }

    /// <summary>The place that is expected at a time of a clock.</summary>
    public double Expected(DateTime clock)
    {
        var place = Basis switch
        {
            AnomalyBasis.Week => Between(_week, Place(clock, OfWeek)),
            AnomalyBasis.Day => Between(_day, Place(clock, OfDay)),
            _ => _level,
        };
        return double.IsNaN(place) ? _level : place;
    }

    /// <summary>
    /// How far a place is from what is expected. At the steep sides of a season, where a minute decides, whatever lies between the half
    /// hours around it is as expected.
    /// </summary>
    public double Distance(DateTime clock, double place)
    {
        var (slots, at) = Basis == AnomalyBasis.Week ? (_week, Place(clock, OfWeek)) : (_day, Place(clock, OfDay));
        var (lowest, highest) = (Expected(clock), Expected(clock));
        for (var near = Basis == AnomalyBasis.Level ? 2 : -1; near <= 1; near++)
        {
            var slot = (double)slots[((int)Math.Floor(at + 0.5) + near + slots.Length) % slots.Length];
            if (!double.IsNaN(slot))
            {
                (lowest, highest) = (Math.Min(lowest, slot), Math.Max(highest, slot));
            }
        }

        return place < lowest ? place - lowest : place > highest ? place - highest : 0;
    }

    /// <summary>Learns a place.</summary>
    /// <param name="clock">When it was.</param>
    /// <param name="place">Where it was.</param>
    /// <param name="share">Share of a half hour that a value stands for.</param>
    public void Learn(DateTime clock, double place, double share)
    {
        var (day, week) = (Place(clock, OfDay), Place(clock, OfWeek));
        var (ofDay, ofWeek) = (Between(_day, day), Between(_week, week));
        if (!double.IsNaN(ofDay) && !double.IsNaN(_level))
        {
            // all by the same values: those of which the longer season knows nothing yet tell nothing of it
            _days++;
            var rate = Math.Max(ErrorRate, 1.0 / _days);
            _levelError += (Error(place, _level) - _levelError) * rate;
            _dayError += (Error(place, ofDay) - _dayError) * rate;
        }

        if (!double.IsNaN(ofWeek) && !double.IsNaN(ofDay))
        {
            _weeks++;
            _weekError += (Error(place, ofWeek) - Error(place, ofDay) - _weekError) * Math.Max(ErrorRate, 1.0 / _weeks);
        }

        var values = OfDay / share;
        var dayHelps = _days >= values && _dayError < (Basis == AnomalyBasis.Level ? Gain : Keep) * _levelError;
        var weekHelps = dayHelps && _weeks >= values && _weekError < ((Basis == AnomalyBasis.Week ? Keep : Gain) - 1) * _dayError;
        Basis = weekHelps ? AnomalyBasis.Week : dayHelps ? AnomalyBasis.Day : AnomalyBasis.Level;
        Follow(_day, day, place, share);
        Follow(_week, week, place, share / 2);
        _level = double.IsNaN(_level) ? place : _level + (LevelRate * (place - _level));
    }

    /// <summary>Moves all to another scale.</summary>
    /// <param name="before">The scale so far.</param>
    /// <param name="after">The scale from now on.</param>
    public void Rescale(in ValueScale before, in ValueScale after)
    {
        _level = after.Place(before.Value(_level));
        foreach (ref var place in _day.AsSpan())
        {
            place = (Half)after.Place(before.Value((double)place));
        }

        foreach (ref var place in _week.AsSpan())
        {
            place = (Half)after.Place(before.Value((double)place));
        }
    }

    public void Carry(ref StateCarrier carrier)
    {
        _level = carrier.Carry(_level);
        _levelError = carrier.Carry(_levelError);
        _dayError = carrier.Carry(_dayError);
        _weekError = carrier.Carry(_weekError);
        _days = carrier.Carry(_days);
        _weeks = carrier.Carry(_weeks);
        Basis = (AnomalyBasis)Math.Clamp(carrier.Carry((int)Basis), 0, (int)AnomalyBasis.Week);
        carrier.Carry(MemoryMarshal.AsBytes(_day.AsSpan()));
        carrier.Carry(MemoryMarshal.AsBytes(_week.AsSpan()));
    }

    private static double Error(double place, double expected) => Math.Min(MaximumError, Math.Abs(place - expected));

    private static double Place(DateTime clock, int slots)
    {
        var hours = clock.TimeOfDay.TotalHours;
        return (slots == OfWeek ? hours + (((int)clock.DayOfWeek + 6) % 7 * HoursOfDay) : hours * OfDay / HoursOfDay) - 0.5;
    }

    /// <summary>Between the middles of two slots, in a straight line; either one alone where the other is not known.</summary>
    private static double Between(Half[] slots, double place)
    {
        var floor = Math.Floor(place);
        var (before, after) = ((int)(floor + slots.Length) % slots.Length, (int)(floor + 1) % slots.Length);
        var (one, other) = ((double)slots[before], (double)slots[after]);
        return double.IsNaN(one) ? other : double.IsNaN(other) ? one : one + ((place - floor) * (other - one));
    }

    private static void Follow(Half[] slots, double place, double value, double share)
    {
        ref var slot = ref slots[(int)Math.Floor(place + 0.5) % slots.Length];
        var known = (double)slot;
        slot = (Half)(double.IsNaN(known) ? value : known + ((1 - Math.Pow(1 - Rate, share)) * (value - known)));
    }
}
