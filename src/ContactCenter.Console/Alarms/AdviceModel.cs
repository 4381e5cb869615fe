using ContactCenter.Core.Api.Alarms;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Alarms;

/// <summary>What the page of advice shows.</summary>
public sealed record AdviceModel
{
    /// <summary>What is advised, the most noise saved first.</summary>
    public required IReadOnlyList<AdviceView> Items { get; init; }

    /// <summary>How many firings of nothing there were in the last week of all these alarms, and would have been.</summary>
    public (int Today, int Then) Noise => (
        Items.Sum(static one => one.Advice.Today.Noise), Items.Sum(static one => Left(one.Advice)));

    /// <summary>
    /// Where the page of an alarm stands with the threshold that is advised filled in; null where it is no threshold, or not that alone.
    /// </summary>
    public static string? ActOf(AdviceView one) => one.Threshold is { } threshold
        ? FormattableString.Invariant($"{AlarmEndpoints.AddressOf(one.Advice.Alarm)}&threshold={threshold}#threshold")
        : null;

    /// <summary>Asks for it.</summary>
    internal static async Task<(AdviceModel? Model, Problem? Problem)> LoadAsync(Answers answers)
    {
        var (list, problem) = await answers.GetAsync("/advice", ConsoleJson.Default.AdviceList);
        return list is null ? (null, problem) : (new AdviceModel { Items = list.Items }, null);
    }

    /// <summary>What is taken away or put into the report tells nobody any more.</summary>
    private static int Left(AlarmAdvice advice) => advice.Kind is AdviceKind.Delete or AdviceKind.Demote or AdviceKind.Merge
        ? 0 : advice.Then.Noise;
}
