using ContactCenter.Core.Configuration;

namespace ContactCenter.Embedded.ContactWeeks;

/// <summary>
/// A week of contacts through the deployed functions: who is looked up, whose wish a dialogue finishes, who waits for an agent, who gives
/// up and comes again, and of whom a lead is told. With self-service and promises as the file has them, or without, with the same
/// customers.
/// </summary>
/// <param name="configuration">The file.</param>
public sealed class ContactWeek(ContactCenterConfiguration configuration)
{
    /// <summary>Whether the file has anything that the week could differ by.</summary>
    public bool HasDifference => configuration.Dialogues.Count > 0 || configuration.Contacts.IsWatched;

    /// <summary>Plays the week.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isServed">False: without dialogues and promises.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ContactWeekReport> RunAsync(long seed, bool isServed, CancellationToken cancellationToken)
    {
        var played = isServed ? configuration : configuration with { Dialogues = [], Contacts = new() };
        using var run = new ContactWeekRun(configuration, played, seed);
        return await run.RunAsync(cancellationToken);
    }
}
