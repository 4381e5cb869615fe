using System.CommandLine;
using System.Globalization;
using ContactCenter.Core.Forecasting.Agents;

namespace ContactCenter.Cli.Forecast;

/// <summary>That work can wait, as e-mails and tasks can: for how long, what waits already, and when somebody works on it.</summary>
/// <param name="Promise">Within so much time of service an item is to be finished.</param>
/// <param name="Waiting">Items that wait already.</param>
/// <param name="From">The first half hour of a day in which somebody works on it.</param>
/// <param name="To">The first after it.</param>
internal sealed record WaitingWork(TimeSpan Promise, int Waiting, int From, int To);

/// <summary>The options for work that can wait.</summary>
internal sealed class AskedBacklog
{
    private const int MaximumHours = 24 * 14;

    private readonly Option<string?> _within = new("--within") { Description = Say.OptionWithin };
    private readonly Option<int> _waiting = new("--waiting") { Description = Say.OptionWaiting };
    private readonly Option<string?> _served = new("--served") { Description = Say.OptionServed };

    public void AddTo(Command command)
    {
        command.Options.Add(_within);
        command.Options.Add(_waiting);
        command.Options.Add(_served);
    }

    /// <summary>Calls that wait at each opening, where work cannot wait.</summary>
    public int Standing(ParseResult parsed) => parsed.GetValue(_within) is null ? Math.Max(0, parsed.GetValue(_waiting)) : 0;

    /// <summary>What is asked; null where work cannot wait. False after it was told what is wrong.</summary>
    public bool TryRead(ParseResult parsed, out WaitingWork? work)
    {
        work = null;
        if (parsed.GetValue(_within) is not { } text)
        {
            return true;
        }

        var served = (parsed.GetValue(_served) ?? "00:00-00:00").Split('-');
        if (!text.EndsWith('h') || !double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            || hours is < 0.5 or > MaximumHours || parsed.GetValue(_waiting) is not (>= 0 and var waiting)
            || served is not [var first, var last] || AskedShifts.Slot(first) is not { } from || AskedShifts.Slot(last) is not { } until
            || (until == 0 ? HalfHourCounts.OfDay : until) is var to && to <= from)
        {
            Console.Error.WriteLine(Say.WithinWrong);
            return false;
        }

        work = new(TimeSpan.FromHours(hours), waiting, from, to);
        return true;
    }

    /// <summary>The lines of work that can wait: its half hours of service, the work spread over them.</summary>
    /// <param name="work">What is asked.</param>
    /// <param name="goal">The goal; its percentage says in how many cases everything is to be finished in time.</param>
    /// <param name="halfHours">All half hours, in order.</param>
    /// <param name="scheduled">Who is scheduled.</param>
    public static StaffLine[] Lines(
        WaitingWork work, StaffingGoal goal, IReadOnlyList<ForecastHalfHour> halfHours, Dictionary<DateTime, int> scheduled)
    {
        var backlog = new BacklogGoal
        {
            HandleSeconds = goal.HandleSeconds,
            Promise = work.Promise,
            Waiting = work.Waiting,
            MaximumOccupancy = goal.MaximumOccupancy,
            Shrinkage = goal.Shrinkage,
        };
        var served = new List<(DateTime At, double Expected, double Items)>();
        var (night, usual) = (0.0, 0.0);
        foreach (var half in halfHours)
        {
            // what comes while nobody works on it is there when somebody does
            (night, usual) = (night + half.Slot.AtMostIn(goal.ServiceLevel, backlog.Slots), usual + half.Slot.Expected);
            if ((int)(half.At.TimeOfDay / goal.Slot) is var slot && slot >= work.From && slot < work.To)
            {
                served.Add((half.At, usual, night));
                (night, usual) = (0, 0);
            }
        }

        double[] items = [.. served.Select(static half => half.Items)];
        var agents = BacklogStaffing.Fewest(items, backlog);
        var isScheduled = served.Exists(half => scheduled.ContainsKey(half.At));
        var with = isScheduled
            ? BacklogStaffing.With(items, [.. served.Select(half => scheduled.GetValueOrDefault(half.At))], backlog)
            : BacklogStaffing.With(items, agents, backlog);
        return
        [
            .. served.Select((half, i) => new StaffLine(
                half.At,
                Math.Round(half.Expected, 1),
                agents[i],
                agents[i],
                BacklogStaffing.Heads(agents[i], backlog),
                null,
                isScheduled ? with[i].Agents : null,
                null)
            {
                Waiting = Math.Round(with[i].Waiting, 1),
                Late = Math.Round(with[i].Late, 1),
            }),
        ];
    }
}

/// <summary>A half hour of a forecast, by the clock of the file.</summary>
internal readonly record struct ForecastHalfHour(DateTime At, ContactCenter.Core.Forecasting.Volume.ForecastSlot Slot);
