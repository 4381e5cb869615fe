using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Times of incidents that the clock, which runs once a minute, can keep, and that do not hide an incident.</summary>
internal static class IncidentRules
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Check(IncidentSettings settings, List<ConfigurationProblem> found)
    {
        Within(
            "quietPeriod",
            settings.QuietPeriod,
            Minute,
            Day,
            "shorter, every flutter of an alarm is an incident of its own; longer, nothing is ever resolved");
        Within(
            "staleAfter",
            settings.StaleAfter,
            Hour,
            30 * Day,
            "alarms without data stay silent while they are red; shorter, a trouble that goes on counts as over");
        Within("relapseWindow", settings.RelapseWindow, TimeSpan.Zero, 30 * Day, "longer, every trouble is a relapse of an old one");
        Within("stormWithin", settings.StormWithin, Minute, Day, "the clock runs once a minute");

        void Within(string name, TimeSpan value, TimeSpan minimum, TimeSpan maximum, string why)
        {
            if (value < minimum || value > maximum)
            {
                found.Add(new(
                    $"$.incidents.{name}",
                    DurationConverter.Format(value),
                    $"expected {DurationConverter.Format(minimum)} to {DurationConverter.Format(maximum)}: {why}"));
            }
        }
    }
}
