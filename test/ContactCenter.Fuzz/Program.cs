using System.Diagnostics;
using System.Globalization;

namespace ContactCenter.Fuzz;

/// <summary>
/// <c>dotnet run --project test/ContactCenter.Fuzz -- --inputs 5000000 --seed 7 [--entry NAME]</c>: gives every entry that takes bytes from
/// outside its share of the inputs, prints the first one that does harm, and how to get it again.
/// </summary>
public static class Program
{
    /// <summary>Ends with 1 when there is a bug, with 2 when it was not understood.</summary>
    public static int Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (inputs, seed, from) = (Number(args, "--inputs") ?? 100_000, Number(args, "--seed") ?? 1, Number(args, "--from") ?? 0);
        var name = Text(args, "--entry");
        FuzzEntry[] entries = [.. FuzzEntries.All.Where(entry => name is null || entry.Name == name)];
        if (entries.Length == 0 || args.Length % 2 != 0)
        {
            Console.Error.WriteLine(
                $"expected --inputs NUMBER, --seed NUMBER, --from NUMBER and --entry one of {string.Join(", ", FuzzEntries.All.Select(static one => one.Name))}");
            return 2;
        }

        var findings = 0;
        foreach (var entry in entries)
        {
            var share = name is null ? FuzzEntries.ShareOf(entry, inputs) : inputs;
            var began = Process.GetCurrentProcess().TotalProcessorTime;
            if (FuzzRun.Find(entry, seed, share, from) is { } finding)
            {
                Console.WriteLine(finding);
                findings++;
                continue;
            }

            var took = Process.GetCurrentProcess().TotalProcessorTime - began;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{entry.Name}: {share:N0} inputs, seed {seed}, {took.TotalSeconds:0.0} s: nothing found"));
        }

        return findings == 0 ? 0 : 1;
    }

    private static string? Text(string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static long? Number(string[] args, string option) =>
        Text(args, option) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
