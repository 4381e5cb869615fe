using ContactCenter.Simulation.People;

namespace ContactCenter.Simulation.Tests.People;

public sealed class SimulatedPeopleTests
{
    private static readonly DateTimeOffset Delivered = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly SimulatedPerson Ada = new("ada");

    [Fact]
    public void A_reaction_depends_on_the_message_and_not_on_who_was_asked_before()
    {
        var people = new SimulatedPeople(1, Ada);
        var first = people.Receive("ada", "incident 1, step 0", Delivered);
        _ = people.Receive("bob", "incident 2, step 0", Delivered);

        Assert.Equal(first, people.Receive("ada", "incident 1, step 0", Delivered));
        Assert.Equal(first, new SimulatedPeople(1, Ada).Receive("ada", "incident 1, step 0", Delivered));
    }

    [Fact]
    public void Another_seed_is_another_day() =>
        Assert.NotEqual(Reactions(new SimulatedPeople(1, Ada)), Reactions(new SimulatedPeople(2, Ada)));

    [Fact]
    public void Over_many_messages_the_shares_and_the_usual_delay_come_out()
    {
        var reactions = Reactions(new SimulatedPeople(1, Ada));
        var read = reactions.Where(reaction => reaction.At is not null).OrderBy(reaction => reaction.At).ToArray();

        Assert.Equal(0.05, 1 - ((double)read.Length / reactions.Count), 0.01);
        Assert.Equal(0.85, (double)read.Count(reaction => reaction.Action is PersonAction.Acknowledges) / read.Length, 0.02);
        Assert.InRange((read[read.Length / 2].At!.Value - Delivered).TotalSeconds, 170, 225);
        Assert.True((read[^1].At!.Value - Delivered).TotalMinutes > 30);
        Assert.All(read, reaction => Assert.True(reaction.At > Delivered));
    }

    [Fact]
    public void Somebody_who_never_reads_never_acknowledges()
    {
        var away = new SimulatedPeople(1, Ada with { NeverShare = 1 });

        Assert.Equal(new PersonReaction(PersonAction.NeverReads, null), away.Receive("ada", "incident 1", Delivered));
    }

    private static List<PersonReaction> Reactions(SimulatedPeople people) =>
        [.. Enumerable.Range(0, 5000).Select(i => people.Receive("ada", $"incident {i}", Delivered))];
}
