using System.Globalization;
using System.Text;

namespace ContactCenter.Routing.Report;

/// <summary>The comparison as a table: means over the seeds.</summary>
internal static class TextReport
{
    public static string Of(IReadOnlyList<Score> scores)
    {
        var text = new StringBuilder();
        var policies = scores.GroupBy(static score => score.Policy).ToArray();
        var baseline = policies[0].Average(static score => score.AbandonedValue);
        Line($"{"",-28}{"answered",10}{"gave up",10}{"by value",10}{"/ FIFO",8}{"callback",10}{"fairness",10}");
        Line($"{"",-28}{"in 20 s %",10}{"%",10}{"%",10}{"",8}{"%",10}{"",10}");
        foreach (var policy in policies)
        {
            var value = policy.Average(static score => score.AbandonedValue);
            Line(
                $"{policy.Key,-28}{100 * policy.Average(static score => score.ServiceLevel),10:0.0}{100 * policy.Average(static score => score.Abandoned),10:0.00}{100 * value,10:0.00}{value / baseline,8:0.00}{100 * policy.Average(static score => score.Callbacks),10:0.0}{policy.Average(static score => score.Fairness),10:0.00}");
        }

        Line($"");
        Line($"{"",-28}{"class",-10}{"promise",8}{"in it %",9}{"gave up %",11}{"mean s",8}{"95 % s",8}{"longest s",11}{"callback s",12}");
        foreach (var policy in policies)
        {
            foreach (var one in policy.SelectMany(static score => score.Classes).GroupBy(static one => one.Name))
            {
                Line(
                    $"{policy.Key,-28}{one.Key,-10}{one.First().Promise,8:0}{100 * one.Average(static score => score.InPromise),9:0.0}{100 * one.Average(static score => score.Abandoned),11:0.00}{one.Average(static score => score.MeanWait),8:0.0}{one.Average(static score => score.Wait95),8:0}{one.Max(static score => score.LongestWait),11:0}{one.Max(static score => score.LongestCallback),12:0}");
            }
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
