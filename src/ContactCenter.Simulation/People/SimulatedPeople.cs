namespace ContactCenter.Simulation.People;

/// <summary>
/// People on call. Their reaction to a message follows from the seed, the person, the message and the time of delivery alone, so the
/// order in which one asks does not matter.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="people">Who is known; anybody else behaves like a person with the usual figures.</param>
public sealed class SimulatedPeople(long seed, params IEnumerable<SimulatedPerson> people)
{
    private readonly Dictionary<string, SimulatedPerson> _people = people.ToDictionary(person => person.Name, StringComparer.Ordinal);

    /// <summary>What a person will do with a message.</summary>
    /// <param name="name">To whom it was delivered.</param>
    /// <param name="message">What identifies the message, such as the incident's id and the step.</param>
    /// <param name="deliveredAt">When it was delivered.</param>
    public PersonReaction Receive(string name, string message, DateTimeOffset deliveredAt)
    {
        var person = _people.GetValueOrDefault(name) ?? new SimulatedPerson(name);
        var random = new SeededRandom(seed ^ deliveredAt.ToUnixTimeSeconds(), $"{name}\n{message}");
        if (random.Chance(person.NeverShare))
        {
            return new PersonReaction(PersonAction.NeverReads, null);
        }

        var delay = random.LogNormal(person.UsualDelay.TotalSeconds, person.Spread)
            * (random.Chance(person.LateShare) ? person.LateFactor : 1);
        var action = random.Chance(person.AcknowledgeShare) ? PersonAction.Acknowledges : PersonAction.Reads;
        return new PersonReaction(action, deliveredAt.AddSeconds(Math.Ceiling(delay)));
    }
}
