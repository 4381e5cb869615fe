using System.Diagnostics;

namespace ContactCenter.Fuzz;

/// <summary>Gives an entry its inputs.</summary>
public static class FuzzRun
{
    /// <summary>What takes longer hangs, or is an attack that works; a busy machine takes less.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(5);

    /// <summary>Runs an entry to its end, or to the first bug.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="seed">All inputs follow from it.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="from">Number of the first one.</param>
    public static FuzzFinding? Find(FuzzEntry entry, long seed, long inputs, long from = 0)
    {
        for (var number = from; number < from + inputs; number++)
        {
            var input = FuzzInput.Make(entry, new FuzzRandom(seed, entry.Name, number));
            if (Problem(entry, input) is { } problem)
            {
                return new FuzzFinding(entry.Name, seed, number, input, problem);
            }
        }

        return null;
    }

    /// <summary>What an input does to an entry; null: nothing that it may not.</summary>
    private static string? Problem(FuzzEntry entry, byte[] input)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            entry.Read(input);
        }
        catch (Exception refused) when (entry.Refusal is { } refusal && refusal.IsInstanceOfType(refused))
        {
            // that is how it refuses
        }
        catch (Exception bug)
        {
            return bug.ToString();
        }

        var took = Stopwatch.GetElapsedTime(began);
        return took > TooLong ? $"it took {took.TotalSeconds:0} s" : null;
    }
}

/// <summary>An input that does what no input may.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Number">Which of the inputs it is.</param>
/// <param name="Input">The input.</param>
/// <param name="Problem">What it does.</param>
public sealed record FuzzFinding(string Entry, long Seed, long Number, byte[] Input, string Problem)
{
    private const int Shown = 2000;

    /// <summary>Everything that is needed to look into it.</summary>
    public override string ToString() =>
        $"""
        {Entry}: {Problem}
        Again: dotnet run --project test/ContactCenter.Fuzz -- --entry {Entry} --seed {Seed} --from {Number} --inputs 1
        The input, {Input.Length} bytes, in base64{(Input.Length > Shown ? $" (the first {Shown})" : "")}:
        {Convert.ToBase64String(Input.AsSpan(0, Math.Min(Input.Length, Shown)))}
        """;
}
