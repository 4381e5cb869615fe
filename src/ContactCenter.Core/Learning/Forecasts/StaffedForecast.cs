using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Learning.Forecasts;

/// <summary>The agents that a forecast needs, and what the plan does for it.</summary>
/// <param name="sources">What the forecast is made of.</param>
/// <param name="queue">The queue.</param>
/// <param name="channel">The channel.</param>
/// <param name="now">The time; for what is over nobody can be scheduled.</param>
/// <param name="waiting">Contacts that wait already.</param>
internal sealed class StaffedForecast(
    QueueForecastSources sources, QueueSettings queue, ContactChannel channel, DateTimeOffset now, long waiting)
{
    private readonly BusinessCalendar _calendar = new(sources.Configuration);
    private readonly double _atWork = AtWork(sources.Profiles);

    /// <summary>The half hours with their agents.</summary>
    public ImmutableArray<ForecastHalfHour> Of(ImmutableArray<ForecastHalfHour> halfHours)
    {
        var totals = sources.HalfHours.Where(half => half.At >= now.AddDays(-QueueForecast.DaysOfWork) && half.At < now)
            .Select(half => QueueTotals.Of(half.In(channel))).Aggregate(new QueueTotals(), QueueTotals.Add);
        return channel switch
        {
            ContactChannel.Voice when ForecastSection.GoalOf(queue, totals) is { } goal =>
                [.. Answered(halfHours, goal with { Shrinkage = 1 - _atWork })],
            ContactChannel.Task or ContactChannel.Email
                when totals.MeanHandling is > 0 and var handling && queue.MaximumWaitOf(channel) is { } promise =>
                Finished(halfHours, new BacklogGoal
                {
                    HandleSeconds = handling,
                    Promise = promise,
                    Shrinkage = 1 - _atWork,
                    Waiting = waiting,
                }),

            // of a chat an agent has several at once, and how many is not known
            _ => halfHours,
        };
    }

    /// <summary>
    /// Share of those who are logged in that is with a contact or ready for one: a plan counts the first, a queue feels the second.
    /// </summary>
    private static double AtWork(IReadOnlyList<ProfileNumbers> profiles)
    {
        var (online, staffed) = (0L, 0L);
        foreach (var half in profiles)
        {
            if (half is { OnlineSeconds: { } there, StaffedSeconds: { } working })
            {
                (online, staffed) = (online + there, staffed + working);
            }
        }

        return online > 0 && staffed > 0 ? Math.Min(1, (double)staffed / online) : 1;
    }

    private bool IsServed(ForecastHalfHour half) => half.At + HalfHours.Length > now && _calendar.IsOpen(queue.Name, half.At);

    /// <summary>What waits when agents begin is there until they have had it beside who calls.</summary>
    private IEnumerable<ForecastHalfHour> Answered(ImmutableArray<ForecastHalfHour> halfHours, StaffingGoal goal)
    {
        double left = waiting;
        foreach (var half in halfHours)
        {
            if (!IsServed(half))
            {
                yield return half;
                continue;
            }

            var answered = Answered(half, goal, left);
            var there = answered.Scheduled is { } planned ? (int)Math.Round(planned * _atWork) : answered.Agents!.Value;
            left = StandingQueue.Left(goal, half.Slot.Expected, there, left);
            yield return answered;
        }
    }

    /// <summary>Callers do not wait for long: what counts is each half hour.</summary>
    private ForecastHalfHour Answered(ForecastHalfHour half, StaffingGoal goal, double standing)
    {
        var needed = SlotStaffing.Of(half.Slot, goal, standing);
        if (_calendar.PlannedAgents(queue.Name, half.At) is not { } planned)
        {
            return half with { Agents = needed.Agents, Heads = needed.Heads };
        }

        var there = (int)Math.Round(planned * _atWork);
        return half with
        {
            Agents = needed.Agents,
            Heads = needed.Heads,
            Scheduled = planned,
            ServiceLevel = SlotStaffing.Reached(half.Slot.Cases, goal, there, standing),
            Risk = SlotStaffing.Risk(half.Slot, goal, there, standing),
        };
    }

    /// <summary>
    /// Work that can wait is spread over the hours of the queue. It is planned for as many as there are at most in the share of the cases
    /// that is the target, within the time that was promised.
    /// </summary>
    private ImmutableArray<ForecastHalfHour> Finished(ImmutableArray<ForecastHalfHour> halfHours, BacklogGoal goal)
    {
        int[] served = [.. Enumerable.Range(0, halfHours.Length).Where(i => IsServed(halfHours[i]))];
        var items = new double[served.Length];
        var ahead = halfHours.Where(half => half.At + HalfHours.Length > now).ToArray();
        foreach (var half in ahead)
        {
            // what comes while nobody serves is there when somebody does
            var place = Array.FindIndex(served, i => halfHours[i].At >= half.At);
            if (place >= 0)
            {
                items[place] += half.Slot.AtMostIn(queue.ServiceLevelPercent / 100, goal.Slots);
            }
        }

        var agents = BacklogStaffing.Fewest(items, goal);
        var places = served.Index().ToDictionary(static one => one.Item, static one => one.Index);
        return
        [
            .. halfHours.Select((half, i) => places.TryGetValue(i, out var place)
                ? half with { Agents = agents[place], Heads = BacklogStaffing.Heads(agents[place], goal) }
                : half),
        ];
    }
}
