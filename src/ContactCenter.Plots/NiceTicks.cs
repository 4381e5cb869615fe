using System.Globalization;

namespace ContactCenter.Plots;

/// <summary>
/// Where an axis has its labels: at multiples of 1, 2 or 5 times a power of ten, which people read without computing.
/// </summary>
internal sealed record NiceTicks(double From, double To, double Step)
{
    /// <summary>Beyond these a plot shows nothing that can be read; such a value counts as the bound.</summary>
    private const double MaximumValue = 1e15;

    /// <summary>The labelled values, in order.</summary>
    public IEnumerable<double> Values
    {
        get
        {
            var count = (int)Math.Round((To - From) / Step);
            for (var i = 0; i <= count; i++)
            {
                yield return From + (i * Step);
            }
        }
    }

    /// <summary>The ticks for a range of values.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="intervals">About how many intervals there shall be.</param>
    /// <param name="isWhole">True: values are counts, which have no fraction.</param>
    public static NiceTicks Of(double low, double high, int intervals = 4, bool isWhole = false)
    {
        (low, high) = (Math.Clamp(low, -MaximumValue, MaximumValue), Math.Clamp(high, -MaximumValue, MaximumValue));
        if (high - low < Math.Max(Math.Abs(high), 1) * 1e-9)
        {
            // one value alone has something around it, and zero where it is positive
            (low, high) = high == 0 ? (0, 1) : (Math.Min(0, low), Math.Max(0, high));
        }

        var step = Step125((high - low) / intervals);
        if (isWhole)
        {
            step = Math.Max(1, step);
        }

        return new(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, step);
    }

    /// <summary>A value of this axis as a label; all have the same digits behind the mark.</summary>
    public string Label(double value, PlotWords words)
    {
        var digits = Math.Clamp(-(int)Math.Floor(Math.Log10(Step) + 1e-9), 0, 9);
        return Written(value, digits, words);
    }

    /// <summary>A number for people: millions and thousands are shortened once nobody needs their last digits.</summary>
    public static string Written(double value, int digits, PlotWords words)
    {
        var (shown, mark) = Math.Abs(value) switch
        {
            >= 1e9 => (value / 1e9, "G"),
            >= 1e6 => (value / 1e6, "M"),
            >= 1e5 => (value / 1e3, "k"),
            _ => (value, ""),
        };
        var format = mark.Length > 0 ? "#,0.##" : $"#,0.{new string('0', digits)}";
        var numbers = new NumberFormatInfo
        {
            NumberDecimalSeparator = words.DecimalMark,
            NumberGroupSeparator = words.GroupMark,
            NegativeSign = "\u2212",
        };
        return shown.ToString(format, numbers) is var written && written.Trim('0', words.DecimalMark[0]) == "\u2212" ? "0" : written + mark;
    }

    private static double Step125(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return (least / power) switch
        {
            <= 1.000001 => power,
            <= 2.000001 => 2 * power,
            <= 5.000001 => 5 * power,
            _ => 10 * power,
        };
    }
}
