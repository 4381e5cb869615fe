using System.Runtime.CompilerServices;

namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>A quantile of all values so far in five markers (Jain and Chlamtac, the P-squared algorithm): no value is kept.</summary>
internal struct QuantileMarker(double probability)
{
    private Five _heights;
    private Five _places;
    private int _count;

    /// <summary>The quantile; 0 before the first value.</summary>
    public readonly double Value => _count == 0 ? 0 : _count < 5 ? Early() : _heights[2];

    public void Add(double value)
    {
        if (_count < 5)
        {
            var at = _count++;
            for (; at > 0 && _heights[at - 1] > value; at--)
            {
                _heights[at] = _heights[at - 1];
            }

            _heights[at] = value;
            for (var i = 0; i < 5; i++)
            {
                _places[i] = i;
            }

            return;
        }

        _heights[0] = Math.Min(_heights[0], value);
        _heights[4] = Math.Max(_heights[4], value);
        for (var i = 4; i > 0 && (i == 4 || value < _heights[i]); i--)
        {
            _places[i]++;
        }

        _count++;
        for (var i = 1; i < 4; i++)
        {
            Move(i, ((_count - 1) * Share(i)) - _places[i]);
        }
    }

    /// <summary>Writes the state, or reads it.</summary>
    public void Carry(ref StateCarrier carrier)
    {
        for (var i = 0; i < 5; i++)
        {
            _heights[i] = carrier.Carry(_heights[i]);
            _places[i] = carrier.Carry(_places[i]);
        }

        _count = carrier.Carry(_count);
    }

    private readonly double Share(int marker) => marker switch
    {
        1 => probability / 2,
        2 => probability,
        3 => (1 + probability) / 2,
        _ => marker / 4,
    };

    private readonly double Early() => _heights[(int)(probability * (_count - 1))];

    private void Move(int i, double wanted)
    {
        var step = wanted >= 1 && _places[i + 1] - _places[i] > 1 ? 1
            : wanted <= -1 && _places[i - 1] - _places[i] < -1 ? -1
            : 0;
        if (step == 0)
        {
            return;
        }

        var (below, here, above) = (_places[i - 1], _places[i], _places[i + 1]);
        var parabolic = _heights[i] + (step / (above - below)
            * (((here - below + step) * (_heights[i + 1] - _heights[i]) / (above - here))
                + ((above - here - step) * (_heights[i] - _heights[i - 1]) / (here - below))));
        _heights[i] = _heights[i - 1] < parabolic && parabolic < _heights[i + 1]
            ? parabolic
            : _heights[i] + (step * (_heights[i + step] - _heights[i]) / (_places[i + step] - here));
        _places[i] += step;
    }

    [InlineArray(5)]
    private struct Five
    {
        private double _first;
    }
}
