using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Tests.Center;

/// <summary>A center that is open from eight to six on weekdays, seen from a Monday evening to a Tuesday morning.</summary>
public sealed class HabitsTests
{
    private readonly SimulatedCenter _center = new(
        CenterDescription.Example with { Calendar = Calendar(), Habits = new HabitsDescription() },
        new DateTimeOffset(2026, 3, 2, 17, 0, 0, TimeSpan.Zero),
        seed: 1,
        new MetricStore());

    [Fact]
    public void Over_night_nobody_is_staffed_and_callbacks_emails_and_tasks_pile_up()
    {
        var night = Until(7, 55);

        Assert.Equal((0.0, 0.0), (night.Voice!.AgentsStaffed, night.Chat!.Waiting));
        Assert.InRange(night.Voice.OldestSeconds!.Value, 6 * 3600, 14 * 3600);
        Assert.All([night.Voice, night.Email!, night.Task!], static channel => Assert.True(channel.Waiting > 5, $"{channel.Waiting} wait"));
    }

    [Fact]
    public void In_the_morning_they_are_worked_off_and_callers_wait_no_longer_than_usual()
    {
        var morning = Until(9, 30);

        Assert.InRange(morning.Voice!.OldestSeconds!.Value, 0, 60);
        Assert.True(morning.Voice.AgentsStaffed > 5, $"{morning.Voice.AgentsStaffed} agents");
    }

    [Fact]
    public void While_callers_wait_nobody_goes_home_and_nobody_has_a_break_begin()
    {
        var busy = new SimulatedCenter(
            CenterDescription.Example with
            {
                Habits = new HabitsDescription(),
                RoutingProfiles = [new("Everybody", ["General", "Billing", "Cards", "Technical"], FixedAgents: 110)],
            },
            new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
            seed: 1,
            new MetricStore());
        var kept = 0;
        var before = 0.0;
        for (var minute = 0; minute < 180; minute++)
        {
            var wait = busy.Figures.Queues.Values.Any(static queue => queue.Voice!.Waiting > 0);
            _ = busy.AdvanceMinute();
            var staffed = busy.Figures.Queues["General"].Voice!.AgentsStaffed!.Value;
            if (wait)
            {
                kept++;
                Assert.True(staffed >= before, $"minute {minute}: {staffed} of {before}");
            }

            before = staffed;
        }

        Assert.InRange(kept, 30, 170);
    }

    private QueueFigures Until(int hour, int minute)
    {
        while (_center.Now < new DateTimeOffset(2026, 3, 3, hour, minute, 0, TimeSpan.Zero))
        {
            _ = _center.AdvanceMinute();
        }

        return _center.Figures.Queues["General"];
    }

    private static BusinessCalendar Calendar() => new(new ContactCenterConfiguration
    {
        Environment = "test",
        Instance = new ConnectInstance
        {
            Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            Alias = "test"
        },
        BusinessHours =
        [
            new OpeningHours
            {
                Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
                From = new TimeOnly(8, 0),
                To = new TimeOnly(18, 0)
            }
        ],
    });
}
