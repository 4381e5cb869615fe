namespace ContactCenter.Simulation.People;

/// <summary>What somebody does who is called.</summary>
public enum CallReaction
{
    /// <summary>Does not pick up.</summary>
    NotAnswered,

    /// <summary>Has a voicemail, which presses no key.</summary>
    Voicemail,

    /// <summary>Picks up and hangs up.</summary>
    HangsUp,

    /// <summary>Picks up and presses nothing, or another key.</summary>
    StaysSilent,

    /// <summary>Takes it.</summary>
    Takes,

    /// <summary>Hears more, and takes it then.</summary>
    HearsMoreAndTakes,

    /// <summary>Passes it on.</summary>
    PassesOn,
}

/// <summary>A call and what becomes of it.</summary>
/// <param name="Reaction">What the person does.</param>
/// <param name="Key">The key that the hook is told, or null: none.</param>
/// <param name="Lasts">How long it takes from the first ring.</param>
public sealed record PlayedCall(CallReaction Reaction, string? Key, TimeSpan Lasts)
{
    /// <summary>Shares of the reactions in their order, of people who are called at any time of day and night.</summary>
    private static readonly double[] Shares = [0.2, 0.1, 0.08, 0.07, 0.35, 0.1, 0.1];

    /// <summary>What becomes of a call, by the seed, the person and the message alone.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">Who is called.</param>
    /// <param name="message">What identifies the message.</param>
    /// <param name="ring">How long a telephone rings that nobody answers.</param>
    public static PlayedCall Of(long seed, string name, string message, TimeSpan ring)
    {
        var random = new SeededRandom(seed, $"call\n{name}\n{message}");
        var reaction = (CallReaction)random.Pick(Shares);
        var answered = TimeSpan.FromSeconds(5 + Math.Ceiling(random.Next() * 15));
        return reaction switch
        {
            CallReaction.NotAnswered => new(reaction, null, ring),
            CallReaction.HangsUp => new(reaction, null, answered + TimeSpan.FromSeconds(5)),

            // the text twice, and eight seconds for a key each time
            CallReaction.Voicemail or CallReaction.StaysSilent => new(reaction, null, answered + TimeSpan.FromSeconds(80)),
            CallReaction.HearsMoreAndTakes => new(reaction, "1", answered + TimeSpan.FromSeconds(95)),
            CallReaction.PassesOn => new(reaction, "2", answered + TimeSpan.FromSeconds(30)),
            _ => new(reaction, "1", answered + TimeSpan.FromSeconds(30)),
        };
    }
}
