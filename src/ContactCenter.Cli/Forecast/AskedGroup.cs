using System.CommandLine;
using System.Globalization;
using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Cli.Forecast;

/// <summary>A queue that the same agents answer.</summary>
/// <param name="Skill">What it is called: the file without its ending.</param>
/// <param name="Slots">What is expected of it, by the clock of its file.</param>
/// <param name="Goal">What is to be reached there.</param>
internal sealed record GroupQueue(string Skill, IReadOnlyDictionary<DateTime, ForecastSlot> Slots, StaffingGoal Goal);

/// <summary>The option for other queues that the same agents answer.</summary>
internal sealed class AskedGroup
{
    private readonly Option<string[]> _with = new("--with") { Description = Say.OptionWith, HelpName = "FILE[=SECONDS]" };

    public void AddTo(Command command) => command.Options.Add(_with);

    /// <summary>The first queue, and all others that are asked for; null after it was told what is wrong.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="asked">What forecasts are made from.</param>
    /// <param name="first">Path and forecast of the first.</param>
    /// <param name="goal">The goal, with the handle time of the first.</param>
    public IReadOnlyList<GroupQueue>? Of(
        ParseResult parsed, AskedForecast asked, (string Path, VolumeForecast Forecast) first, StaffingGoal goal)
    {
        var queues = new List<GroupQueue> { Queue(first.Path, first.Forecast, goal) };
        foreach (var text in parsed.GetValue(_with) ?? [])
        {
            var (path, seconds) = text.LastIndexOf('=') is > 0 and var mark
                ? (text[..mark], double.TryParse(
                    text[(mark + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : double.NaN)
                : (text, goal.HandleSeconds);
            if (seconds is not (> 0 and <= 86_400))
            {
                Console.Error.WriteLine(Say.WithWrong(text));
                return null;
            }

            if (asked.Of(parsed, path) is not { } input)
            {
                return null;
            }

            queues.Add(Queue(path, VolumeForecast.Of(input.History, input.Days), goal with { HandleSeconds = seconds }));
        }

        return queues;
    }

    /// <summary>Whether there is more than one queue to think of.</summary>
    public bool IsIn(ParseResult parsed) => parsed.GetValue(_with) is { Length: > 0 };

    /// <summary>What comes in a half hour, a demand for each queue of which something is known then.</summary>
    public static IReadOnlyList<SkillDemand> Demands(IReadOnlyList<GroupQueue> queues, DateTime at) =>
    [
        .. queues.Where(queue => queue.Slots.ContainsKey(at)).Select(queue => new SkillDemand(queue.Skill, queue.Slots[at], queue.Goal)),
    ];

    private static GroupQueue Queue(string path, VolumeForecast forecast, StaffingGoal goal) => new(
        Path.GetFileNameWithoutExtension(path),
        forecast.Days.SelectMany(static day => day.Slots.Select((slot, i) => (At: HalfHourCounts.Begin(day.Day, i).DateTime, Slot: slot)))
            .ToDictionary(static one => one.At, static one => one.Slot),
        goal);
}
