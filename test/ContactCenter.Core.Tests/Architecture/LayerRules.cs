using System.Text.RegularExpressions;

namespace ContactCenter.Core.Tests.Architecture;

/// <summary>
/// The order of the folders of Core: each knows only those of the steps before it. Of two folders in one step neither knows the other, and
/// none needs to. Pure, so that the rules themselves can be tested.
/// </summary>
internal static partial class LayerRules
{
    private const string Core = "ContactCenter.Core";

    /// <summary>Parts of the name of a project.</summary>
    private const int ProjectParts = 2;

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
        ["Learning", "Validation"],
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

    /// <summary>Every circle of folders that stand beside each other in one folder, however many they are, as a sentence.</summary>
    public static IEnumerable<string> Circles(IReadOnlyList<SourceFile> files)
    {
        var arrows = files
            .Where(static file => file.Namespace is not null)
            .SelectMany(static file => Usings().Matches(file.Text).Select(match => Beside(file.Namespace!, match.Groups["name"].Value)))
            .OfType<(string From, string To)>()
            .Distinct()
            .ToLookup(static arrow => arrow.From, static arrow => arrow.To);
        return arrows
            .Select(static from => from.Key)
            .Select(folder => Way(arrows, folder, folder))
            .OfType<IReadOnlyList<string>>()
            // a circle is told once, from the first of its folders on
            .Where(static way => way[0] == way.Min(StringComparer.Ordinal))
            .Select(static way => $"{string.Join(" knows ", way)}: a circle");
    }

    /// <summary>The arrow between the two folders of one folder in which two files stand; null where one stands in the other's.</summary>
    private static (string From, string To)? Beside(string from, string to)
    {
        var (left, right) = (from.Split('.'), to.Split('.'));
        var common = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        return common < ProjectParts || common == left.Length || common == right.Length
            ? null
            : (string.Join('.', left[..(common + 1)]), string.Join('.', right[..(common + 1)]));
    }

    /// <summary>The shortest way from a folder to another along arrows, both ends included; null where there is none.</summary>
    private static List<string>? Way(ILookup<string, string> arrows, string from, string to)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out var folder))
        {
            foreach (var known in arrows[folder].Where(known => before.TryAdd(known, folder)))
            {
                if (known == to)
                {
                    var way = new List<string> { to };
                    do
                    {
                        way.Insert(0, before[way[0]]);
                    }
                    while (way[0] != from);
                    return way;
                }

                next.Enqueue(known);
            }
        }

        return null;
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

    [GeneratedRegex(@"^using (static )?(?<name>ContactCenter(\.[A-Z]\w*)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Usings();
}
