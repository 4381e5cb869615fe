using System.Text.RegularExpressions;

namespace ContactCenter.Core.Tests.Architecture;

/// <summary>
/// The order of the folders of Core: each knows only those of the steps before it. Of two folders in one step neither knows the other, and
/// none needs to. Pure, so that the rules themselves can be tested.
/// </summary>
internal static partial class LayerRules
{
    private const string Core = "ContactCenter.Core";

    /// <summary>The steps, from the bottom.</summary>
    private static readonly string[][] Steps =
    [
        ["Texts"],
        ["Common"],
        ["Configuration", "Forecasting"],
        ["Deployment", "Escalation"],
        ["Monitoring"],
        ["Settings"],
        ["Incidents"],
        ["Notifications", "Remediation"],
        ["Contacts"],
        ["Validation"],
        ["Api"],
    ];

    /// <summary>The folders of Core, from the bottom.</summary>
    public static IEnumerable<string> Layers => Steps.SelectMany(static step => step);

    /// <summary>Every file of Core that reaches for a folder that it must not know, as a sentence.</summary>
    public static IEnumerable<string> Broken(IReadOnlyList<SourceFile> core)
    {
        var types = core.GroupBy(Layer, StringComparer.Ordinal)
            .ToDictionary(
                static layer => layer.Key,
                static layer =>
                    layer.SelectMany(static file => file.Types.Concat(file.Folder.Split('/').Skip(3))).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        foreach (var file in core)
        {
            var step = Step(Layer(file));
            if (step < 0)
            {
                yield return $"{file.Path}: {Layer(file)} is no layer; say where it stands";
                continue;
            }

            foreach (var reached in Reached(file, types).Where(reached => reached != Layer(file) && Step(reached) >= step))
            {
                yield return $"{file.Path} reaches for {reached}, which stands {(Step(reached) > step ? "above" : "beside")} {Layer(file)}";
            }
        }
    }

    /// <summary>Every pair of folders of one capability that know each other, as a sentence.</summary>
    public static IEnumerable<string> Circles(IReadOnlyList<SourceFile> core)
    {
        var arrows = core
            .Where(static file => file.Namespace is not null)
            .SelectMany(static file => Usings().Matches(file.Text).Select(match => (From: file.Namespace!, To: match.Groups["name"].Value)))
            .Where(static arrow => arrow.From != arrow.To && arrow.From.Split('.')[..3].SequenceEqual(arrow.To.Split('.').Take(3)))
            .ToHashSet();
        return arrows.Where(arrow => string.CompareOrdinal(arrow.From, arrow.To) < 0 && arrows.Contains((arrow.To, arrow.From)))
            .Select(static arrow => $"{arrow.From} and {arrow.To} know each other");
    }

    private static IEnumerable<string> Reached(SourceFile file, Dictionary<string, HashSet<string>> types) => Qualified().Matches(file.Text)
        .Select(static match => match.Groups["layer"].Value)
        .Concat(Relative().Matches(file.Text)
            .Where(match => types.TryGetValue(match.Groups["layer"].Value, out var names) && names.Contains(match.Groups["name"].Value))
            .Select(static match => match.Groups["layer"].Value))
        .Distinct();

    /// <summary><c>src/ContactCenter.Core/Incidents/Engine/Quiet.cs</c> belongs to <c>Incidents</c>.</summary>
    private static string Layer(SourceFile file) => file.Path.Split('/')[2];

    private static int Step(string layer) => Array.FindIndex(Steps, step => step.Contains(layer));

    [GeneratedRegex($@"\b{Core}\.(?<layer>[A-Z]\w+)")]
    private static partial Regex Qualified();

    /// <summary><c>Monitoring.Alarms.AlarmChange</c>, as the compiler allows it within Core.</summary>
    [GeneratedRegex(@"(?<![\w.])(?<layer>[A-Z]\w+)\.(?<name>[A-Z]\w+)")]
    private static partial Regex Relative();

    [GeneratedRegex($@"^using (static )?(?<name>{Core}\.[A-Z]\w*\.[A-Z]\w*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Usings();
}
