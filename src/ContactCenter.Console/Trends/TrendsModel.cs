using ContactCenter.Core.Api.Forecasts;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Trends;

/// <summary>What the page of trends shows.</summary>
public sealed record TrendsModel
{
    /// <summary>Weeks that one may look at.</summary>
    public static IReadOnlyList<int> Choices { get; } = [12, 26, 52];

    /// <summary>More plots are a table with lines.</summary>
    private const int MaximumPlots = 6;

    /// <summary>The weeks.</summary>
    public required int Weeks { get; init; }

    /// <summary>The series.</summary>
    public required TrendList List { get; init; }

    /// <summary>Asks for it.</summary>
    internal static async Task<(TrendsModel? Model, Problem? Problem)> LoadAsync(Answers answers, string? weeks)
    {
        var chosen = int.TryParse(weeks, out var wanted) && Choices.Contains(wanted) ? wanted : Choices[0];
        var (list, problem) = await answers.GetAsync("/trends", ConsoleJson.Default.TrendList, ("weeks", $"{chosen}"));
        return list is null ? (null, problem) : (new() { Weeks = chosen, List = list }, null);
    }

    /// <summary>What was told and goes on.</summary>
    internal IReadOnlyList<TrendView> Told => [.. List.Items.Where(static one => one.IsTold)];

    /// <summary>What is worth a plot: what was told, what reaches a limit, and what goes up or down most.</summary>
    internal IReadOnlyList<TrendView> Plotted => [.. List.Items.Where(static one => one.Sentence is not null).Take(MaximumPlots)];

    /// <summary>The limit that is reached first.</summary>
    internal TrendView? Nearest => List.Items.Where(static one => one.DaysUntilLimit is not null).MinBy(static one => one.DaysUntilLimit);
}
