using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Times of incidents that the clock, which runs once a minute, can keep, and that do not hide an incident.</summary>
internal static class IncidentRules
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Check(IncidentSettings settings, ExerciseSettings exercises, List<ConfigurationProblem> found)
    {
        Within(
            "incidents.quietPeriod",
            settings.QuietPeriod,
            Minute,
            Day,
            Findings.WhyQuiet);
        Within(
            "incidents.staleAfter",
            settings.StaleAfter,
            Hour,
            30 * Day,
            Findings.WhyStale);
        Within("incidents.relapseWindow", settings.RelapseWindow, TimeSpan.Zero, 30 * Day, Findings.WhyRelapse);
        Within("incidents.stormWithin", settings.StormWithin, Minute, Day, Findings.ClockOnceAMinute);
        Within("exercises.limit", exercises.Limit, 10 * Minute, 4 * Hour, Findings.WhyExercise);

        void Within(string name, TimeSpan value, TimeSpan minimum, TimeSpan maximum, string why)
        {
            if (value < minimum || value > maximum)
            {
                found.Add(new(
                    $"$.{name}",
                    DurationConverter.Format(value),
                    Findings.Within(DurationConverter.Format(minimum), DurationConverter.Format(maximum), why)));
            }
        }
    }
}
