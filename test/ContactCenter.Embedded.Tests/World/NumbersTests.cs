using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>
/// What the functions keep of a simulated center is what happened to its customers, who are counted one by one beside it.
/// </summary>
public sealed class NumbersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_memory_has_what_became_of_each_customer_of_a_hard_day()
    {
        using var system = new SimulatedSystem(Sample.Configuration, ScenarioLibrary.Find("monday-peak")!, seed: 3);
        var ended = new List<EndedContact>();
        system.Observe(ended.Add);
        var now = system.Start;
        while (now < system.Start.AddHours(2) || now.Minute % 30 != 7)
        {
            now = (await system.AdvanceAsync(Stop)).Report.At;
        }

        var (from, to) = (system.Start, HalfHours.Begin(now));
        Assert.Equal(from, HalfHours.Begin(from));
        Assert.Contains(ended, static contact => contact.AnsweredAt is null);
        foreach (var queue in Sample.Configuration.Queues.Select(static queue => queue.Name))
        {
            var kept = await system.Numbers.OfQueueAsync(queue, from, to, Stop);
            Assert.Equal(HalfHours.Between(from, to), kept.Select(static each => each.At));
            foreach (var half in kept)
            {
                var numbers = half.In(ContactChannel.Voice);
                var calls = ended.Where(call => call.Queue == queue && call.Channel == ContactChannel.Voice).ToArray();
                var over = calls.Where(call => IsIn(half.At, call.EndedAt)).ToArray();
                var answered = over.Where(static call => call.AnsweredAt is not null).ToArray();
                var lost = over.Where(static call => call.AnsweredAt is null).ToArray();
                Assert.Equal(calls.Count(call => IsIn(half.At, call.EnteredAt)), numbers.Offered);
                Assert.Equal(
                    (over.Length, answered.Length, lost.Length, answered.Count(static call => call.IsCallback)),
                    ((int)numbers.Queued!, (int)numbers.Answered!, (int)numbers.Abandoned!, (int)numbers.Callbacks!));
                Assert.Equal(
                    (answered.Count(static call => Waited(call) < 20), lost.Count(static call => Waited(call) < 20)),
                    ((int)numbers.AnsweredWithin!, (int)numbers.AbandonedWithin!));
                Assert.Equal(
                    (answered.Sum(Waited), lost.Sum(Waited), over.Select(Waited).DefaultIfEmpty().Max()),
                    (numbers.AnswerSeconds!.Value, numbers.AbandonSeconds!.Value, numbers.MaximumWaitSeconds!.Value));
                Assert.Equal(
                    answered.Sum(static call => (call.EndedAt - call.AnsweredAt!.Value).TotalSeconds), numbers.HandleSeconds!.Value);
            }
        }
    }

    [Fact]
    public async Task Agents_are_never_staffed_for_longer_than_they_are_online_and_a_time_before_the_system_ran_is_a_gap()
    {
        using var system = new SimulatedSystem(Sample.Configuration, ScenarioLibrary.Find("monday-peak")!, seed: 3);
        for (var minute = 0; minute < 68; minute++)
        {
            await system.AdvanceAsync(Stop);
        }

        foreach (var profile in Sample.Configuration.RoutingProfiles.Select(static profile => profile.Name))
        {
            var kept = await system.Numbers.OfProfileAsync(profile, system.Start.AddHours(-12), system.Start.AddHours(1), Stop);
            var all = HalfHours.WithGaps(kept, static each => each.At, system.Start.AddHours(-12), system.Start.AddHours(1)).ToArray();
            Assert.Null(all[0].Numbers);
            Assert.All(all[^2..], static half => Assert.InRange(half.Numbers!.StaffedSeconds!.Value, 1, half.Numbers.OnlineSeconds!.Value));
        }
    }

    private static bool IsIn(DateTimeOffset half, DateTimeOffset at) => at >= half && at < half + HalfHours.Length;

    private static long Waited(EndedContact call) => (long)((call.AnsweredAt ?? call.EndedAt) - call.EnteredAt).TotalSeconds;
}
