using System.Globalization;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Forecasting;

/// <summary>How often what came was inside the intervals, and what they cost.</summary>
internal sealed class Coverage
{
    private int _count;
    private int _inside90;
    private int _inside50;
    private double _width;
    private double _expected;
    private double _came;
    private double _low;
    private double _middle;
    private double _high;

    public void Add(ForecastSlot slot, double came)
    {
        _count++;
        _inside90 += came >= slot.Low90 && came <= slot.High90 ? 1 : 0;
        _inside50 += came >= slot.Low50 && came <= slot.High50 ? 1 : 0;
        _width += slot.High90 - slot.Low90;
        _expected += slot.Expected;
        _came += came;
        _low += Pinball(0.05, slot.Low90, came);
        _middle += Pinball(0.5, slot.Expected, came);
        _high += Pinball(0.95, slot.High90, came);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(double)_inside90 / _count:0.0 %} | {(double)_inside50 / _count:0.0 %} | {_width / _expected:0.0 %} | {_low / _came:0.00 %}, {_middle / _came:0.00 %}, {_high / _came:0.00 %}");

    private static double Pinball(double probability, double forecast, double came) =>
        came >= forecast ? probability * (came - forecast) : (1 - probability) * (forecast - came);
}
