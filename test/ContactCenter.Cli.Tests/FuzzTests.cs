using ContactCenter.Fuzz;

namespace ContactCenter.Cli.Tests;

/// <summary>Whatever bytes come in from outside, no entry breaks.</summary>
public sealed class FuzzTests
{
    private const long Inputs = 100_000;
    private const long Seed = 1;

    public static TheoryData<string> Names => [.. FuzzEntries.All.Select(static entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_input_does_what_no_input_may(string name)
    {
        var entry = Entry(name);

        Assert.Null(FuzzRun.Find(entry, Seed, FuzzEntries.ShareOf(entry, Inputs)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bug_in_a_reader_is_found_and_its_input_can_be_made_again(string name)
    {
        var entry = Planted(Entry(name));

        var found = FuzzRun.Find(entry, Seed, 1000);

        Assert.Contains("planted", found?.Problem, StringComparison.Ordinal);
        Assert.Equal(found!.Input, FuzzRun.Find(entry, Seed, 1, found.Number)?.Input);
        Assert.Contains($"--seed {Seed} --from {found.Number}", found.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_valid_input_is_read(string name)
    {
        var entry = Entry(name);

        Assert.All(entry.Samples, entry.Read);
    }

    private static FuzzEntry Entry(string name) => FuzzEntries.All.Single(entry => entry.Name == name);

    /// <summary>
    /// A reader that takes it for granted that what began well goes on so: it breaks where a valid input is changed or cut off in its
    /// second half. What files have before their content is a checksum, which differs with every change.
    /// </summary>
    private static FuzzEntry Planted(FuzzEntry entry) => entry with
    {
        Read = input =>
        {
            foreach (var sample in entry.Samples)
            {
                var (head, half) = (Math.Min(64, sample.Length / 4), sample.Length / 2);
                if (input.Length >= half
                    && input.AsSpan(head, half - head).SequenceEqual(sample.AsSpan(head, half - head))
                    && !input.AsSpan().SequenceEqual(sample))
                {
                    throw new InvalidOperationException("planted");
                }
            }
        },
    };
}
