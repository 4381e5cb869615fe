using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Common;
using ContactCenter.Core.Settings;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.OnCall;

/// <summary>A turn as it is drawn on one day.</summary>
/// <param name="From">When it begins on that day.</param>
/// <param name="To">When it ends on that day.</param>
/// <param name="Turn">The whole turn.</param>
public sealed record DayTurn(DateTimeOffset From, DateTimeOffset To, OnCallTurnView Turn)
{
    /// <summary>Somebody else takes it than the file says.</summary>
    public bool IsOverridden => Turn.Participant != Turn.InFile;

    /// <summary>Nobody takes it.</summary>
    public bool IsGap => Turn.Participant is null;
}

/// <summary>What the page of who is on call shows.</summary>
public sealed record OnCallModel
{
    /// <summary>Days that are shown.</summary>
    public const int Days = 14;

    /// <summary>The schedules.</summary>
    public required IReadOnlyList<OnCallView> Schedules { get; init; }

    /// <summary>Takeovers and swaps that are not over.</summary>
    public required IReadOnlyList<SettingView> Overrides { get; init; }

    /// <summary>What was done lately.</summary>
    public required IReadOnlyList<SettingAct> Acts { get; init; }

    /// <summary>Why the last takeover was not saved, with what was filled in.</summary>
    public (Problem Problem, Filled Filled)? Attempt { get; init; }

    /// <summary>Asks for it.</summary>
    internal static async Task<(OnCallModel? Model, Problem? Problem)> LoadAsync(Answers answers)
    {
        var (schedules, problem) = await answers.GetAsync("/on-call", ConsoleJson.Default.OnCallList, ("days", $"{Days}"));
        if (schedules is null)
        {
            return (null, problem);
        }

        var (settings, unknown) = await answers.GetAsync("/settings", ConsoleJson.Default.SettingList, ("kind", "onCall"));
        var (acts, _) = await answers.GetAsync("/setting-acts", ConsoleJson.Default.SettingActPage, ("kind", "onCall"), ("limit", "5"));
        return settings is null
            ? (null, unknown)
            : (new OnCallModel { Schedules = schedules.Items, Overrides = settings.Items, Acts = acts?.Items ?? [] }, null);
    }

    /// <summary>The turns of a schedule by the days of the reader.</summary>
    public static IReadOnlyList<(DateTimeOffset Day, IReadOnlyList<DayTurn> Turns)> ByDay(OnCallView schedule, PageReader reader)
    {
        var days = new List<(DateTimeOffset, IReadOnlyList<DayTurn>)>();
        var begin = TimeZoneInfo.ConvertTime(reader.Now, reader.Zone).Date;
        for (var i = 0; i < Days; i++)
        {
            var (from, to) = (LocalDay.Begin(begin.AddDays(i), reader.Zone), LocalDay.Begin(begin.AddDays(i + 1), reader.Zone));
            DayTurn[] turns =
            [
                .. schedule.Turns.Where(turn => turn.From < to && turn.To > from)
                    .Select(turn => new DayTurn(turn.From > from ? turn.From : from, turn.To < to ? turn.To : to, turn)),
            ];
            days.Add((TimeZoneInfo.ConvertTime(from, reader.Zone), turns));
        }

        return days;
    }
}
