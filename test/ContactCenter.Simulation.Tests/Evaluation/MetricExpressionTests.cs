using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Simulation.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Simulation.Tests.Evaluation;

public sealed class MetricExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("100 / 10 / 5", 2)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ 3", 8)]
    [InlineData("2 - -3", 5)]
    [InlineData("3 > 2 AND 1 <= 0", 0)]
    [InlineData("3 > 2 OR 1 <= 0", 1)]
    [InlineData("1 + 1 == 2 && 2 != 3", 1)]
    [InlineData("IF(2 > 1, 5, 6)", 5)]
    [InlineData("IF(2 < 1, 5, IF(1, 7, 8))", 7)]
    [InlineData("a * 2", 20)]
    [InlineData("PERIOD(a)", 60)]
    [InlineData("FILL(gap, 4)", 4)]
    [InlineData("FILL(a, 4)", 10)]
    [InlineData("100*(a/PERIOD(a))/.5", 100.0 / 3)]
    [InlineData("SUM([a])", 10)]
    [InlineData("2 * SUM([a, gap, 1 + 1])", 24)]
    [InlineData("SERVICE_QUOTA(a)", 1000)]
    [InlineData("100 * a / SERVICE_QUOTA(a)", 1)]
    public void An_expression_has_its_value(string text, double expected) => Assert.Equal(expected, Evaluate(text)!.Value, 1e-12);

    [Theory]
    [InlineData("gap + 1")]
    [InlineData("gap < 1")]
    [InlineData("IF(gap, 1, 2)")]
    [InlineData("IF(1, gap, 2)")]
    [InlineData("1 / 0")]
    [InlineData("FILL(gap, REPEAT)")]
    [InlineData("SUM([gap, gap])")]
    [InlineData("SERVICE_QUOTA(gap)")]
    public void Where_an_operand_is_missing_so_is_the_result(string text) => Assert.Null(Evaluate(text));

    [Fact]
    public void The_branch_that_is_not_taken_may_be_missing() => Assert.Equal(3, Evaluate("IF(a > 5, 3, gap)"));

    [Fact]
    public void Repeat_takes_the_last_datapoint_before_the_gap()
    {
        var expression = MetricExpression.Parse("FILL(m1, REPEAT)", ["m1"]);
        var metrics = new Points(new() { [(0, 100)] = 5, [(0, 103)] = 8 }, earliest: 98);

        Assert.Equal([null, 5, 5, 5, 8, 8], Enumerable.Range(99, 6).Select(minute => expression.Evaluate(metrics, minute)));
    }

    [Theory]
    [InlineData("", 0, "ends where a number")]
    [InlineData("1 +", 3, "ends where a number")]
    [InlineData("(1 + 2", 6, "ends where \")\" was expected")]
    [InlineData("1 2", 2, "Found \"2\" where an operator or the end was expected")]
    [InlineData("a + b", 4, "\"b\" is neither a metric of this alarm (a, gap) nor a known function (IF, FILL, SUM, PERIOD, SERVICE_QUOTA)")]
    [InlineData("AVG(a)", 0, "\"AVG\" is neither")]
    [InlineData("IF(a, 1)", 7, "Found \")\" where \",\" was expected")]
    [InlineData("1.2.3", 0, "\"1.2.3\" is no number")]
    [InlineData("PERIOD(1 + a)", 7, "\"1\" is neither")]
    [InlineData("SERVICE_QUOTA(a", 15, "ends where \")\" was expected")]
    [InlineData("a % 2", 2, "Found \"%\"")]
    public void What_cannot_be_read_is_refused_with_place_and_reason(string text, int position, string reason)
    {
        var problem = Assert.Throws<MetricExpressionException>(() => Evaluate(text));

        Assert.Equal(position, problem.Position);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_nesting_is_refused_and_does_not_exhaust_the_stack() =>
        Assert.Throws<MetricExpressionException>(() => Evaluate(new string('(', 100_000)));

    [Fact]
    public void No_text_at_all_makes_the_parser_fail_in_another_way() =>
        Prop.ForAll(
            Gen.Elements(
                "IF",
                "FILL",
                "PERIOD",
                "SERVICE_QUOTA",
                "REPEAT",
                "(",
                ")",
                ",",
                "a",
                "gap",
                "1",
                "-",
                "+",
                "<",
                ">=",
                "AND",
                " ",
                "^",
                "\u20ac")
                .ListOf()
                .Select(parts => string.Concat(parts)).ToArbitrary(),
            text =>
            {
                try
                {
                    _ = Evaluate(text);
                }
                catch (MetricExpressionException)
                {
                    // Refused, as it may be.
                }

                return true;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_expression_of_the_catalog_can_be_read()
    {
        var expressions = AlarmCatalog.Default.Definitions.Where(definition => definition.Expression is not null).ToArray();

        Assert.NotEmpty(expressions);
        Assert.All(
            expressions, definition => MetricExpression.Parse(definition.Expression!, [.. definition.Metrics.Select(metric => metric.Id)]));
    }

    private static double? Evaluate(string text) =>
        MetricExpression.Parse(text, ["a", "gap"]).Evaluate(new Points(new() { [(0, 100)] = 10 }, earliest: 95), 100);

    private sealed class Points(Dictionary<(int Metric, long Minute), double> values, long earliest) : IExpressionMetrics
    {
        public long Earliest => earliest;

        public int StepMinutes => 1;

        public double? Read(int metric, long minute) => values.TryGetValue((metric, minute), out var value) ? value : null;

        public TimeSpan Period(int metric) => TimeSpan.FromMinutes(1);

        public double? Quota(int metric) => metric == 0 ? 1000 : null;
    }
}
