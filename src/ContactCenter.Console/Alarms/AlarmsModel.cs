using ContactCenter.Core.Api.Alarms;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Alarms;

/// <summary>Which alarms are looked at; it stands in the address.</summary>
public sealed record AlarmFilter
{
    /// <summary>Only with this in name, symptom or resource; empty: all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only of this severity; null: all.</summary>
    public Severity? Severity { get; init; }

    /// <summary>True: only those that are red or turned red on the days that are looked at.</summary>
    public bool IsRed { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True where something is left out.</summary>
    public bool IsNarrow => Text.Length > 0 || Severity is not null || IsRed;

    /// <summary>Reads an address; what cannot be read is not said.</summary>
    public static AlarmFilter Of(IQueryCollection query) => new()
    {
        Text = ListAddress.Text(query["text"]),
        Severity = ListAddress.Severity(query),
        IsRed = query["red"] == "yes",
        Page = int.TryParse(query["page"], out var page) && page is > 0 and < 1000 ? page : 1,
    };

    /// <summary>The address of a page of the list.</summary>
    public string Address(int page) => ListAddress.Of(
        "/alarms",
        Text.Length > 0 ? $"text={Uri.EscapeDataString(Text)}" : null,
        Severity is { } severity ? $"severity={severity}" : null,
        IsRed ? "red=yes" : null,
        page > 1 ? $"page={page}" : null);
}

/// <summary>What the list of alarms shows.</summary>
public sealed record AlarmsModel
{
    /// <summary>So many stand on a page.</summary>
    public const int PageSize = 40;

    /// <summary>Days of which it is told how often an alarm turned red.</summary>
    public const int Days = 14;

    /// <summary>What is looked at.</summary>
    public required AlarmFilter Filter { get; init; }

    /// <summary>Those of the page: the red ones first, then those that turned red most often, then in the order of the catalog.</summary>
    public required IReadOnlyList<AlarmView> Alarms { get; init; }

    /// <summary>How many the filter matches.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are red now.</summary>
    public required int Red { get; init; }

    /// <summary>How many pages they fill.</summary>
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>Asks for it.</summary>
    internal static async Task<(AlarmsModel? Model, Problem? Problem)> LoadAsync(Answers answers, AlarmFilter filter)
    {
        var (pages, _, problem) = await Answers.AllAsync<AlarmList>(
            after => answers.GetAsync(
                "/alarms", ConsoleJson.Default.AlarmList, ("text", filter.Text), ("days", $"{Days}"), ("limit", "200"), ("after", after)),
            static page => page.Next);
        if (problem is not null)
        {
            return (null, problem);
        }

        AlarmView[] all =
        [
            .. pages.SelectMany(static page => page.Items)
                .Where(alarm => (filter.Severity is not { } severity || alarm.Severity == severity)
                    && (!filter.IsRed || alarm.State == AlarmState.Alarm || alarm.Reds.Any(static count => count > 0)))
                .OrderByDescending(static alarm => alarm.State == AlarmState.Alarm)
                .ThenByDescending(static alarm => alarm.Reds.Sum()),
        ];
        return (new AlarmsModel
        {
            Filter = filter,
            Alarms = [.. all.Skip((filter.Page - 1) * PageSize).Take(PageSize)],
            Count = all.Length,
            Red = all.Count(static alarm => alarm.State == AlarmState.Alarm),
        }, null);
    }
}
