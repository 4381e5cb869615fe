using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Monitoring.Plan;

/// <summary>An alarm that moves between stacks is deleted and made again, so few should, and those in the right order.</summary>
public sealed class AlarmStacksTests
{
    private static readonly BoundAlarm[] Alarms = Plan(200);

    [Fact]
    public void All_alarms_of_a_queue_are_in_one_stack() =>
        Assert.All(Alarms.Where(alarm => alarm.Definition.Scope == AlarmScope.Queue).GroupBy(alarm => alarm.Resource), queue =>
            Assert.Single(queue.Select(alarm => AlarmStacks.Of(alarm, 7)).Distinct()));

    [Fact]
    public void A_queue_that_comes_moves_no_other_alarm()
    {
        var before = Alarms.ToDictionary(alarm => alarm.Name, alarm => AlarmStacks.Of(alarm, 5));

        var after = Plan(201).ToDictionary(alarm => alarm.Name, alarm => AlarmStacks.Of(alarm, 5));

        Assert.All(before, alarm => Assert.Equal(alarm.Value, after[alarm.Key]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void With_one_stack_more_alarms_move_only_into_the_new_one(int stacks)
    {
        var moved = Alarms.Where(alarm => AlarmStacks.Of(alarm, stacks) != AlarmStacks.Of(alarm, stacks + 1)).ToArray();

        Assert.All(moved, alarm => Assert.Equal(stacks, AlarmStacks.Of(alarm, stacks + 1)));
        Assert.InRange(moved.Length, 1, Alarms.Length * 2 / (stacks + 1));
    }

    [Fact]
    public void The_number_that_is_asked_for_has_room_and_one_less_has_not()
    {
        var needed = AlarmStacks.Needed(Alarms, 20)!.Value;

        Assert.InRange(AlarmStacks.Fullest(Alarms, needed), 1, AlarmStacks.MaximumAlarms);
        Assert.True(AlarmStacks.Fullest(Alarms, needed - 1) > AlarmStacks.MaximumAlarms);
    }

    [Fact]
    public void No_number_is_asked_for_when_none_suffices() => Assert.Null(AlarmStacks.Needed(Alarms, 2));

    private static BoundAlarm[] Plan(int queues) =>
    [
        .. AlarmPlan.For(
            SampleConfiguration.Read() with
            {
                Queues = [.. Enumerable.Range(0, queues).Select(i => new QueueSettings { Name = $"Queue {i}" })]
            }),
    ];
}
