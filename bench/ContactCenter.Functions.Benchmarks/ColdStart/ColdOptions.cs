using System.Globalization;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>What is asked of the benchmark.</summary>
/// <param name="Rounds"><c>--rounds N</c>: starts of each; 9.</param>
/// <param name="Packages"><c>--packages FOLDER</c> publishes there, and not again what is there; null: a folder that is deleted.</param>
/// <param name="IsNativeOnly"><c>--native</c>: nothing is compiled ReadyToRun and compared.</param>
/// <param name="Encoder"><c>--encoder FILE</c>: functions that carry the encoder are started with it, too, and asked three times.</param>
/// <param name="Names">Names of functions, as they are deployed or as handlers; none: those that the command is about.</param>
internal sealed record ColdOptions(int Rounds, string? Packages, bool IsNativeOnly, string? Encoder, IReadOnlyList<string> Names)
{
    /// <summary>Reads the words of a command.</summary>
    public static ColdOptions Read(IReadOnlyList<string> words)
    {
        var (options, names) = (new ColdOptions(9, null, IsNativeOnly: false, null, []), new List<string>());
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--rounds":
                    options = options with { Rounds = int.Parse(words[++i], NumberStyles.None, CultureInfo.InvariantCulture) };
                    break;
                case "--packages":
                    options = options with { Packages = words[++i] };
                    break;
                case "--native":
                    options = options with { IsNativeOnly = true };
                    break;
                case "--encoder":
                    options = options with { Encoder = words[++i] };
                    break;
                default:
                    names.Add(words[i]);
                    break;
            }
        }

        return options with { Names = names };
    }
}
