using System.Globalization;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.Weeks;

/// <summary>Each kind of alarm has a promise that the week keeps, or a reason why it cannot: docs/design/ordinary-week.md.</summary>
public sealed class PromisesTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Repository.File("docs", "design", "ordinary-week.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static readonly PromisedAlarm[] Promises = [.. OrdinaryWeek.Scenario.Planted.SelectMany(static fault => fault.Promises)];

    private static readonly string[] Kinds =
    [
        .. AlarmCatalog.Default.Definitions.Select(static definition => definition.Id),
        .. CompositeCatalog.All.Select(static composite => composite.Id),
    ];

    [Fact]
    public void The_page_has_every_promise_of_the_week_and_no_other() => Assert.Equal(
        Promises.Select(static promise => (
            $"`{promise.Alarm}`", string.Create(CultureInfo.InvariantCulture, $"{promise.Within.TotalMinutes:0} min"))).Order(),
        Rows.Where(static row => row.Length == 5).Select(static row => (row[0], row[1])).Order());

    [Fact]
    public void A_kind_of_alarm_is_promised_once() => Assert.Distinct(Promises.Select(static promise => promise.Alarm));

    [Fact]
    public void Every_other_kind_of_alarm_has_a_reason_why_the_week_cannot_show_it()
    {
        var reasons = Rows.Where(static row => row.Length == 2)
            .SelectMany(static row => row[0].Split(", ").Select(kind => (Kind: kind.Trim('`'), Reason: row[1]))).ToArray();

        Assert.Equal(
            Kinds.Except(Promises.Select(static promise => promise.Alarm)).Order(StringComparer.Ordinal),
            reasons.Select(static one => one.Kind).Order(StringComparer.Ordinal));
        Assert.All(reasons, static one => Assert.True(one.Reason.Length > 20, one.Kind));
    }

    [Fact]
    public void The_page_counts_them() => Assert.Contains(
        $"{Promises.Length} of {Kinds.Length} kinds of alarm",
        File.ReadAllText(Repository.File("docs", "design", "ordinary-week.md")),
        StringComparison.Ordinal);
}
