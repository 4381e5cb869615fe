using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ContactCenter.Sentences;

/// <summary>
/// Writes a constant or a method for each sentence of a project's <c>Texts/en.txt</c>, and a table for each language beside it. A language
/// that lacks a sentence, or has other placeholders, is not compiled. Sentences of a file such as <c>findings.en.txt</c> are members of a
/// class of that name, whose tables are carried only by programs that use them. In a project with <c>SentencesAreSpoken</c> the members
/// of the first file say the sentence in the language of the reader at once, instead of in English.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SentenceGenerator : IIncrementalGenerator
{
    private const string English = "en";

    private static readonly DiagnosticDescriptor Differs = new(
        "TEXT001", "Not the sentences of English", "{0}", "Texts", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<AdditionalText>> files = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(Path.GetDirectoryName(file.Path)) == "Texts" && Path.GetExtension(file.Path) == ".txt")
            .Collect();
        IncrementalValueProvider<(string Root, bool IsSpoken)> project = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => (
            options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? name) ? name : "",
            options.GlobalOptions.TryGetValue("build_property.SentencesAreSpoken", out string? spoken) && spoken == "true"));
        context.RegisterSourceOutput(
            files.Combine(project), static (output, all) => Write(output, all.Left, all.Right.Root, all.Right.IsSpoken));
    }

    private static void Write(SourceProductionContext output, ImmutableArray<AdditionalText> files, string root, bool isSpoken)
    {
        var tables = new List<SentenceTable>();
        foreach (AdditionalText file in files.OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            var problems = new List<(int Line, string Problem)>();
            tables.Add(SentenceTable.Read(file.Path, file.GetText(output.CancellationToken)!, problems));
            Report(output, file.Path, problems);
        }

        foreach (IGrouping<string, SentenceTable> about in tables.GroupBy(static table => table.About))
        {
            if (about.FirstOrDefault(static table => table.Language == English) is not { } english)
            {
                continue;
            }

            foreach (SentenceTable table in about)
            {
                Report(output, table.Path, table.Differences(english));
            }

            bool isMain = about.Key.Length == 0;
            string name = !isMain ? char.ToUpperInvariant(about.Key[0]) + about.Key.Substring(1) : isSpoken ? "Say" : "Sentences";
            string list = isMain ? "SentenceTables" : name + "Tables";
            output.AddSource($"{name}.g.cs", SentencesOf(english, root, name, isMain && isSpoken));
            output.AddSource($"{list}.g.cs", TablesOf(english, [.. about], root, list));
        }
    }

    private static void Report(SourceProductionContext output, string path, IEnumerable<(int Line, string Problem)> problems)
    {
        foreach ((int line, string problem) in problems)
        {
            var position = new LinePosition(line, 0);
            output.ReportDiagnostic(Diagnostic.Create(
                Differs, Location.Create(path, default, new LinePositionSpan(position, position)), problem));
        }
    }

    private static string SentencesOf(SentenceTable english, string root, string name, bool isSpoken)
    {
        StringBuilder code = Begin(root).AppendLine("/// <summary>The sentences that people read.</summary>")
            .AppendLine($"{(isSpoken ? "internal" : "public")} static class {name}").AppendLine("{");
        for (int i = 0; i < english.Sentences.Count; i++)
        {
            _ = code.AppendLine(isSpoken ? Spoken(english.Sentences[i], i) : Written(english.Sentences[i]));
        }

        return code.AppendLine("}").ToString();
    }

    private static string Written(Sentence sentence)
    {
        IReadOnlyList<string> names = [.. sentence.Placeholders.Distinct()];
        return names.Count == 0
            ? $"    public const string {sentence.Name} = {Literal(sentence.Said)};"
            : $"    public static string {sentence.Name}({string.Join(", ", names.Select(static name => $"string {name}"))}) => "
                + $"$\"{sentence.Interpolated}\";";
    }

    /// <summary>The words are looked up by the place of the sentence in the table, when they are said.</summary>
    private static string Spoken(Sentence sentence, int place)
    {
        IReadOnlyList<string> names = [.. sentence.Placeholders.Distinct()];
        return names.Count == 0
            ? $"    public static string {sentence.Name} => Texts.Spoken.Now.Words({place});"
            : $"    public static string {sentence.Name}({string.Join(", ", names.Select(static name => $"string {name}"))}) => "
                + $"Texts.Spoken.Now.Words({place}, {string.Join(", ", names.Select(static name => $"(\"{name}\", {name})"))});";
    }

    /// <summary>Each table is one text in the order of English, parted by a sign that no sentence has: the smallest to load.</summary>
    private static string TablesOf(SentenceTable english, List<SentenceTable> tables, string root, string name)
    {
        StringBuilder code = Begin(root).AppendLine($"internal static class {name}").AppendLine("{")
            .AppendLine($"    public static string[] Languages => [{string.Join(", ", tables.Select(table => Literal(table.Language)))}];")
            .AppendLine("    public static ReadOnlySpan<byte> Of(string language) => language switch").AppendLine("    {");
        foreach (SentenceTable table in tables)
        {
            var own = table.Sentences.GroupBy(static one => one.Name)
                .ToDictionary(static group => group.Key, static group => group.First());
            string text = string.Join("\u001e", english.Sentences.Select(
                sentence => own.TryGetValue(sentence.Name, out Sentence? same) ? same.Said : sentence.Said));
            _ = code.AppendLine($"        {Literal(table.Language)} => {Literal(text)}u8,");
        }

        return code.AppendLine("        _ => default,").AppendLine("    };").AppendLine("}").ToString();
    }

    private static StringBuilder Begin(string root) => new StringBuilder().AppendLine("// <auto-generated/>").AppendLine("#nullable enable")
        .AppendLine("#pragma warning disable CS1591").AppendLine($"namespace {root}.Texts;");

    private static string Literal(string text) =>
        $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\u001e", "\\u001e")}\"";
}
