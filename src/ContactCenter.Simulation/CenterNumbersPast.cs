using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Forecasting;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation;

/// <summary>
/// Half hours that a center has behind it. Calls are drawn one by one from the same rates as those of the simulated center, but that each
/// day has a level of its own, as days have, and wait as Erlang A says of the agents who are planned. No minute is played, so that weeks
/// cost less than a second.
/// </summary>
/// <param name="center">The center.</param>
/// <param name="seed">Everything that chance decides follows from it.</param>
public sealed class CenterNumbersPast(CenterDescription center, long seed)
{
    /// <summary>How much days of the same weekday differ: the deviation of the logarithm of their levels.</summary>
    private const double DaysDiffer = 0.1;

    private readonly SeededRandom _random = new(seed, "numbers of the past");
    private readonly Dictionary<(string Profile, DayOfWeek, TimeSpan), (int Agents, ErlangA? Wait)> _plans = [];
    private readonly WaitBook _waits = new();

    /// <summary>The half hours between two moments.</summary>
    public CenterNumbers Between(DateTimeOffset from, DateTimeOffset until)
    {
        var queues = new List<QueueNumbers>();
        var profiles = new List<ProfileNumbers>();
        foreach (var at in HalfHours.Between(from, until))
        {
            var local = TimeZoneInfo.ConvertTime(at, center.TimeZone).DateTime;
            foreach (var profile in center.RoutingProfiles)
            {
                QueueDescription[] served =
                [
                    .. center.Queues.Where(queue => profile.Queues.Contains(queue.Name)
                        && (center.Habits is null || center.Calendar.IsOpen(queue.Name, at))),
                ];
                var (agents, wait) = PlanOf(profile, served, local);
                ChannelNumbers[] numbers = [.. served.Select(queue => Calls(queue, wait, at, local))];
                queues.AddRange(center.Queues.Where(queue => profile.Queues.Contains(queue.Name)).Select(queue => new QueueNumbers(
                    queue.Name, at, Channels(Array.IndexOf(served, queue) is >= 0 and var place ? numbers[place] : null))));
                profiles.Add(Agents(profile.Name, at, agents, served, numbers));
            }
        }

        return new CenterNumbers { Queues = queues, Profiles = profiles };
    }

    /// <summary>How long the calls of the days that begin between two moments waited, of which the half hours were drawn before.</summary>
    public IReadOnlyList<WaitDay> Waits(DateTimeOffset from, DateTimeOffset until)
    {
        string[] queues = [.. center.Queues.Select(static queue => queue.Name)];
        var days = new List<WaitDay>();
        for (var day = LocalDay.Of(from, center.TimeZone).AddDays(1); Begin(day.AddDays(1)) <= until; day = day.AddDays(1))
        {
            days.Add(new WaitDay(day, queues, _waits.Between(Begin(day), Begin(day.AddDays(1)))));
        }

        return days;

        DateTimeOffset Begin(DateOnly day) => LocalDay.Begin(day.ToDateTime(TimeOnly.MinValue), center.TimeZone);
    }

    /// <summary>The same configuration with a plan of agents for each queue that has none: those who are needed for it alone.</summary>
    public static ContactCenterConfiguration WithPlans(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var center = CenterDescription.Of(NamesOfCenter.Of(configuration));
        return configuration with
        {
            Queues =
            [
                .. configuration.Queues.Select(queue => queue.Plan.Count > 0
                    ? queue
                    : queue with { Plan = [.. Plan(center, center.Queues.First(one => one.Name == queue.Name))] }),
            ],
        };
    }

    private static IEnumerable<PlannedAgents> Plan(CenterDescription center, QueueDescription queue)
    {
        var monday = new DateTime(2026, 1, 5);
        foreach (var day in Enumerable.Range(0, 7).Select(day => monday.AddDays(day)))
        {
            var slots = Enumerable.Range(0, HalfHours.PerDay).Select(slot => day + (slot * HalfHours.Length))
                .Select(at => (At: at, Agents: Staffing.ScheduledHeads(center.PlannedFor([queue], at), CenterLoad.Shrinkage))).ToArray();
            for (var begin = 0; begin < slots.Length;)
            {
                var end = begin;
                while (end < slots.Length && slots[end].Agents == slots[begin].Agents)
                {
                    end++;
                }

                yield return new PlannedAgents
                {
                    Days = [day.DayOfWeek],
                    From = TimeOnly.FromDateTime(slots[begin].At),
                    To = end < slots.Length ? TimeOnly.FromDateTime(slots[end].At) : TimeOnly.MinValue,
                    Agents = slots[begin].Agents,
                };
                begin = end;
            }
        }
    }

    private static ImmutableSortedDictionary<ContactChannel, ChannelNumbers> Channels(ChannelNumbers? calls) =>
        calls is { Offered: > 0 }
            ? ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(ContactChannel.Voice, calls)])
            : ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty;

    private static ProfileNumbers Agents(
        string profile, DateTimeOffset at, int agents, QueueDescription[] served, ChannelNumbers[] calls)
    {
        var (heads, half) = (Staffing.ScheduledHeads(agents, CenterLoad.Shrinkage), (long)HalfHours.Length.TotalSeconds);
        var busy = calls.Sum(static one => one.HandleSeconds ?? 0);
        return new ProfileNumbers(profile, at, heads * half, busy, Math.Max(0, (agents * half) - busy), (heads - agents) * half, 0)
        {
            Handled = calls.Sum(static one => one.Handled ?? 0),
            HandleSeconds = busy,
            HoldSeconds = 0,
            TransferredOut = 0,
            Work = served.Zip(calls).Where(static one => one.Second.Handled > 0).Aggregate(
                WorkByQueue.None,
                static (work, one) => work.With(
                    one.First.Name, new ProfileWork(one.Second.Handled!.Value, one.Second.HandleSeconds ?? 0, 0, 0))),
        };
    }

    /// <summary>Agents of a half hour of the week, and how callers wait for them.</summary>
    private (int Agents, ErlangA? Wait) PlanOf(RoutingProfileDescription profile, QueueDescription[] served, DateTime local)
    {
        var key = ($"{profile.Name}/{served.Length}", local.DayOfWeek, local.TimeOfDay);
        if (!_plans.TryGetValue(key, out var plan))
        {
            var rates = served.Select(queue => (queue, Rate: center.Traffic.CallsPerSecond(local) * center.ShareOf(queue))).ToArray();
            var arrivals = rates.Sum(static one => one.Rate);
            var agents = served.Length == 0 ? 0 : profile.FixedAgents ?? center.PlannedFor(served, local);
            plan = _plans[key] = (agents, arrivals <= 0 || agents == 0
                ? null
                : new ErlangA(
                    arrivals,
                    rates.Sum(static one => one.Rate * one.queue.HandleSeconds) / arrivals,
                    rates.Sum(static one => one.Rate * one.queue.PatienceSeconds) / arrivals,
                    agents));
        }

        return plan;
    }

    /// <summary>The level of a day, the same for all queues.</summary>
    private double LevelOf(DateTime local) =>
        Math.Exp(DaysDiffer * new SeededRandom(seed, $"level of {DateOnly.FromDateTime(local):O}").Normal());

    private ChannelNumbers Calls(QueueDescription queue, ErlangA? wait, DateTimeOffset at, DateTime local)
    {
        var offered = wait is null
            ? 0
            : _random.Poisson(
                LevelOf(local) * center.Traffic.CallsPerSecond(local) * center.ShareOf(queue) * HalfHours.Length.TotalSeconds);
        var numbers = ChannelNumbers.Nothing with { TargetSeconds = center.ServiceTargetSeconds, Offered = offered, Queued = offered };
        for (var call = 0; call < offered; call++)
        {
            // whoever waits does so for an exponential time, as far as one looks at a half hour
            var seconds = _random.Chance(wait!.WaitProbability)
                ? (long)_random.Exponential(wait.MeanWaitSeconds / wait.WaitProbability)
                : 0;
            var (within, isGivenUp) = (seconds < center.ServiceTargetSeconds ? 1 : 0, _random.Chance(wait.AbandonProbability));
            _waits.Add(queue.Name, ContactChannel.Voice, at, (int)seconds, !isGivenUp);
            numbers = numbers with
            {
                LeftWithin = numbers.LeftWithin + within,
                MaximumWaitSeconds = Math.Max(numbers.MaximumWaitSeconds!.Value, seconds),
            };
            numbers = isGivenUp
                ? numbers with
                {
                    Abandoned = numbers.Abandoned + 1,
                    AbandonedWithin = numbers.AbandonedWithin + within,
                    AbandonSeconds = numbers.AbandonSeconds + seconds,
                }
                : numbers with
                {
                    Answered = numbers.Answered + 1,
                    AnsweredWithin = numbers.AnsweredWithin + within,
                    AnswerSeconds = numbers.AnswerSeconds + seconds,
                    Handled = numbers.Handled + 1,
                    HandleSeconds = numbers.HandleSeconds + (long)Math.Ceiling(_random.Exponential(queue.HandleSeconds)),
                };
        }

        return numbers;
    }
}
