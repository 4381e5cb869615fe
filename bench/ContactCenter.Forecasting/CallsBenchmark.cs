using System.Diagnostics;
using System.Globalization;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Forecasting;

/// <summary>
/// Forecasts of calls: every model, from every origin, one to five open days ahead, in blocks of four weeks; each sees only what was
/// before its origin, and which weekdays are closed in the calendar.
/// </summary>
internal static class CallsBenchmark
{
    private const int DaysOfBlock = 20;
    private const int MaximumAhead = 5;

    private static readonly DateOnly[] Begins =
        [new(2003, 6, 4), new(2003, 7, 2), new(2003, 7, 31), new(2003, 8, 28), new(2003, 9, 26)];

    private static readonly (string Name, VolumeModel Model)[] Models =
    [
        ("seasonal naive", VolumeModels.SeasonalNaive),
        ("Holt-Winters, double-seasonal", VolumeModels.HoltWinters),
        ("median of seven weekdays", VolumeModels.MedianOfWeekdays),
        ("shapes and scores", VolumeModels.Scores),
        ("level of the day", VolumeModels.Level),
        ("regression on the calendar", VolumeModels.Calendar),
        ("the five together", VolumeModels.Combined),
    ];

    public static void Run(string path, TextWriter output)
    {
        var start = Stopwatch.GetTimestamp();
        var days = CallTrace.Read(path);
        var closed = Closed(days);
        var history = new VolumeHistory(days, closed);
        var first = Index(history, Begins[0]) - MaximumAhead;
        output.WriteLine(Text($"{days.Length} days of {history.Slots} half hours, {closed.Length} weekdays closed"));

        // a day of which is forecast from one to five days before
        var forecasts = Models.Select(_ => new Dictionary<(int Day, int Ahead), double[]>()).ToArray();
        for (var known = Math.Min(first, 20); known < history.Days.Count; known++)
        {
            var before = new VolumeHistory(days.Take(known), closed);
            DateOnly[] next = [.. history.Days.Skip(known).Take(MaximumAhead)];
            for (var model = 0; model < Models.Length; model++)
            {
                var expected = Models[model].Model(before, next);
                for (var ahead = 0; ahead < next.Length; ahead++)
                {
                    forecasts[model][(known + ahead, ahead)] = expected[ahead];
                }
            }
        }

        Ratios(history, forecasts, output);
        Intervals(history, days, forecasts[^1], output);
        WithinDay(history, forecasts[^1], output);
        output.WriteLine(Text($"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s in all"));
    }

    private static void Ratios(VolumeHistory history, Dictionary<(int, int), double[]>[] forecasts, TextWriter output)
    {
        var naive = Begins.Select(begin => Errors(history, forecasts[0], begin)).ToArray();
        output.WriteLine();
        output.WriteLine("Mean absolute error as a ratio to seasonal naive, one to five days ahead:");
        var begins = string.Join(" | ", Begins.Select(static day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));
        output.WriteLine($"| model | {begins} | pooled | WAPE | bias |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        for (var model = 0; model < Models.Length; model++)
        {
            var its = Begins.Select(begin => Errors(history, forecasts[model], begin)).ToArray();
            var blocks = its.Zip(naive, static (one, other) => Text($"{one.Sum / other.Sum:0.000}"));
            var actual = its.Sum(static block => block.Actual);
            output.WriteLine(Text(
                $"| {Models[model].Name} | {string.Join(" | ", blocks)} | {its.Sum(static block => block.Sum) / naive.Sum(static block => block.Sum):0.000} | {its.Sum(static block => block.Sum) / actual:0.0 %} | {its.Sum(static block => block.Bias) / actual:+0.0 %;-0.0 %} |"));
        }
    }

    private static (double Sum, double Actual, double Bias) Errors(
        VolumeHistory history, Dictionary<(int, int), double[]> forecasts, DateOnly begin)
    {
        double sum = 0, actual = 0, bias = 0;
        var first = Index(history, begin);
        for (var day = first; day < first + DaysOfBlock; day++)
        {
            for (var ahead = 0; ahead < MaximumAhead; ahead++)
            {
                foreach (var (came, expected) in history.Counted(day).Zip(forecasts[(day, ahead)]))
                {
                    (sum, actual, bias) = (sum + Math.Abs(came - expected), actual + came, bias + expected - came);
                }
            }
        }

        return (sum, actual, bias);
    }

    private static void Intervals(
        VolumeHistory history, VolumeDay[] days, Dictionary<(int Day, int Ahead), double[]> forecasts, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Intervals of the five together:");
        output.WriteLine("| block | inside 90 % | inside 50 % | width of 90 % | pinball 5, 50, 95 % over mean |");
        output.WriteLine("|---|---|---|---|---|");
        var all = new Coverage();
        foreach (var begin in Begins)
        {
            var block = new Coverage();
            var first = Index(history, begin);
            for (var known = first - MaximumAhead + 1; known < first + DaysOfBlock; known++)
            {
                var errors = Known(days, forecasts, known);
                for (var ahead = 0; ahead < MaximumAhead; ahead++)
                {
                    var day = known + ahead;
                    if (day < first || day >= first + DaysOfBlock)
                    {
                        continue;
                    }

                    var expected = forecasts[(day, ahead)];
                    for (var slot = 0; slot < expected.Length; slot++)
                    {
                        var around = errors.Around(expected[slot], ahead, slot, expected.Length);
                        block.Add(around, history.Counted(day)[slot]);
                        all.Add(around, history.Counted(day)[slot]);
                    }
                }
            }

            output.WriteLine($"| {begin:MM-dd} | {block} |");
        }

        output.WriteLine($"| all | {all} |");
    }

    /// <summary>The errors of the forty days before an origin, each forecast of what was known before it.</summary>
    private static VolumeErrors Known(VolumeDay[] days, Dictionary<(int Day, int Ahead), double[]> forecasts, int known)
    {
        var errors = new VolumeErrors();
        for (var day = Math.Max(0, known - 44); day < known; day++)
        {
            for (var ahead = 0; ahead < MaximumAhead; ahead++)
            {
                if (forecasts.TryGetValue((day, ahead), out var expected))
                {
                    errors.Add(ahead, days[day].Slots, expected);
                }
            }
        }

        return errors;
    }

    private static void WithinDay(VolumeHistory history, Dictionary<(int Day, int Ahead), double[]> forecasts, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Within the day, mean absolute error of the half hours that are left, in the five blocks:");
        output.WriteLine("| half hours known | not updated | full ratio | learned exponent |");
        output.WriteLine("|---|---|---|---|");
        foreach (var known in new[] { 1, 2, 4, 8, 14, 20 })
        {
            double none = 0, full = 0, learned = 0;
            var count = 0;
            foreach (var first in Begins.Select(begin => Index(history, begin)))
            {
                for (var day = first; day < first + DaysOfBlock; day++)
                {
                    var errors = new VolumeErrors();
                    for (var before = Math.Max(0, day - 40); before < day; before++)
                    {
                        if (forecasts.TryGetValue((before, 0), out var then))
                        {
                            errors.Add(0, history.Counted(before), then);
                        }
                    }

                    var (came, expected) = (history.Counted(day), forecasts[(day, 0)]);
                    var ratio = came.Take(known).Sum() / expected.Take(known).Sum();
                    var updated = errors.Updated(expected, [.. came.Take(known)]);
                    for (var slot = known; slot < expected.Length; slot++)
                    {
                        none += Math.Abs(came[slot] - expected[slot]);
                        full += Math.Abs(came[slot] - (expected[slot] * ratio));
                        learned += Math.Abs(came[slot] - updated[slot]);
                        count++;
                    }
                }
            }

            output.WriteLine(Text($"| {known} | {none / count:0.0} | {full / count:0.0} | {learned / count:0.0} |"));
        }
    }

    /// <summary>Weekdays between the first and the last day that the trace lacks: what a calendar says of holidays.</summary>
    private static DateOnly[] Closed(VolumeDay[] days)
    {
        var open = days.Select(static day => day.Day).ToHashSet();
        return
        [
            .. Enumerable.Range(0, days[^1].Day.DayNumber - days[0].Day.DayNumber)
                .Select(days[0].Day.AddDays)
                .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !open.Contains(day)),
        ];
    }

    private static int Index(VolumeHistory history, DateOnly begin)
    {
        for (var i = 0; i < history.Days.Count; i++)
        {
            if (history.Days[i] >= begin)
            {
                return i;
            }
        }

        throw new InvalidDataException($"The trace ends before {begin:O}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
