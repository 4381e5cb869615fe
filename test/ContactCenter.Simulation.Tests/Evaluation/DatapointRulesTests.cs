using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Simulation.Tests.Evaluation;

/// <summary>The truth tables of the CloudWatch user guide; X breaches, 0 does not, - is missing; oldest first.</summary>
public sealed class DatapointRulesTests
{
    private const string Keep = "keep";

    [Theory]
    [InlineData("0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData("0 - - - -", "OK", "OK", "OK", "OK")]
    [InlineData("- - - - -", "INSUFFICIENT_DATA", Keep, "ALARM", "OK")]
    [InlineData("0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("- - X - -", "ALARM", Keep, "ALARM", "OK")]
    public void Three_of_three(string range, string missing, string ignore, string breaching, string notBreaching) =>
        AssertTable(3, range, missing, ignore, breaching, notBreaching);

    [Theory]
    [InlineData("0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - X -", "ALARM", Keep, "ALARM", "OK")]
    public void Two_of_three(string range, string missing, string ignore, string breaching, string notBreaching) =>
        AssertTable(2, range, missing, ignore, breaching, notBreaching);

    [Fact]
    public void A_breach_that_is_too_fresh_changes_nothing_yet()
    {
        Assert.Equal(AlarmState.Ok, Decide("- - - - X", 3, MissingData.Missing, AlarmState.Ok));
        Assert.Equal(AlarmState.InsufficientData, Decide("- - - - X", 3, MissingData.Missing, AlarmState.InsufficientData));
    }

    [Fact]
    public void The_range_of_three_minutes_is_five() => Assert.Equal(5, DatapointRules.EvaluationRange(3, TimeSpan.FromMinutes(1)));

    [Fact]
    public void Longer_periods_do_not_reach_back() => Assert.Equal(3, DatapointRules.EvaluationRange(3, TimeSpan.FromMinutes(5)));

    [Fact]
    public void Without_gaps_the_treatment_of_missing_data_does_not_matter() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements<bool?>(true, false), 5).ToArbitrary(),
            Gen.Choose(1, 3).ToArbitrary(),
            (range, m) =>
            {
                var states = Enum.GetValues<MissingData>().Select(missing =>
                    DatapointRules.Decide(range, m, 3, missing, AlarmState.InsufficientData));
                var expected = range[2..].Count(point => point is true) >= m ? AlarmState.Alarm : AlarmState.Ok;
                return states.All(state => state == expected);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_breach_never_ends_an_alarm() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements<bool?>(true, false, null), 5).ToArbitrary(),
            Gen.Choose(1, 3).ToArbitrary(),
            Gen.Elements(Enum.GetValues<MissingData>()).ToArbitrary(),
            (range, m, missing) => Enumerable.Range(0, range.Length).Where(i => range[i] is false).All(i =>
            {
                bool?[] worse = [.. range];
                worse[i] = true;
                return DatapointRules.Decide(range, m, 3, missing, AlarmState.Ok) != AlarmState.Alarm
                    || DatapointRules.Decide(worse, m, 3, missing, AlarmState.Ok) == AlarmState.Alarm;
            })).QuickCheckThrowOnFailure();

    private static void AssertTable(int m, string range, string missing, string ignore, string breaching, string notBreaching)
    {
        foreach (var current in Enum.GetValues<AlarmState>())
        {
            Assert.Equal(State(missing, current), Decide(range, m, MissingData.Missing, current));
            Assert.Equal(State(ignore, current), Decide(range, m, MissingData.Ignore, current));
            Assert.Equal(State(breaching, current), Decide(range, m, MissingData.Breaching, current));
            Assert.Equal(State(notBreaching, current), Decide(range, m, MissingData.NotBreaching, current));
        }
    }

    private static AlarmState Decide(string range, int m, MissingData missing, AlarmState current)
    {
        bool?[] points = [.. range.Split(' ').Select(point => point switch { "X" => true, "0" => false, _ => (bool?)null })];
        return DatapointRules.Decide(points, m, 3, missing, current);
    }

    private static AlarmState State(string name, AlarmState current) => name switch
    {
        Keep => current,
        "ALARM" => AlarmState.Alarm,
        "OK" => AlarmState.Ok,
        _ => AlarmState.InsufficientData,
    };
}
