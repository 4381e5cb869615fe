using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>
/// Every string in the code that is one word: keys, members, attributes, codes. Which file and type it stands in does not matter, so only a
/// name that is lost or new shows. It is the net below the other snapshots, which hold the names where they are really written.
/// </summary>
internal static partial class NameLiterals
{
    /// <summary>What the names of our own assemblies begin with, which only the compiler reads.</summary>
    private const string OfAssemblies = "ContactCenter.";

    public static IEnumerable<string> All() => Directory.GetFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
        .AsParallel().SelectMany(Of).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Of(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantTokens()
        .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken)
        .Select(token => token.ValueText)
        .Where(text => Word().IsMatch(text) && !text.StartsWith(OfAssemblies, StringComparison.Ordinal));

    [GeneratedRegex("^(?=.*[A-Za-z])[!-~]{1,120}$")]
    private static partial Regex Word();
}
