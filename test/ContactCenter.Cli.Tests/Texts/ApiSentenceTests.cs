using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContactCenter.Cli.Tests.Texts;

/// <summary>
/// What the API answers to people stands in the tables, so that each reads it in their language. What describes the API to programmers - a
/// summary of a route, a parameter, a member - is English in the code.
/// </summary>
public sealed partial class ApiSentenceTests
{
    /// <summary>Values of headers, and what goes into the log or is signed.</summary>
    private static readonly string[] NotSaid = ["private, no-cache", "not changed", "api token\n", "asked the trail from "];

    [Fact]
    public void No_sentence_of_a_problem_stands_in_the_code_of_the_API()
    {
        var root = Repository.File("src/ContactCenter.Core/Api");
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(static path => Path.GetFileName(path) != "OpenApiDocument.cs")
            .ToArray();

        Assert.True(files.Length > 30);
        Assert.Empty(files.SelectMany(path => Said(File.ReadAllText(path)).Select(text => $"{Path.GetRelativePath(root, path)}: {text}")));
    }

    [Theory]
    [InlineData("A() => ApiAnswer.Of(ApiProblem.NotFound, \"There is no such thing.\");", "There is no such thing.")]
    [InlineData("A() => Act(\"x\", \"Takes a thing.\", () => (null, $\"No more than {most} things.\"));", "No more than ")]
    [InlineData("A() => new(404, \"not-found\", \"Not found here\");", "Not found here")]
    public void A_sentence_is_found(string code, string sentence) => Assert.Equal([sentence], Said(code));

    [Theory]
    [InlineData("ApiRoute A() => ApiRoute.Get(\"/things\", Role, \"All the things.\", Find);")]
    [InlineData("object A() => new Dictionary<string, string> { [\"limit\"] = $\"How many, at most {Most} of them.\" };")]
    [InlineData("[Description(\"What you write about it.\")] object A() => throw new ArgumentException(\"this is no name\");")]
    [InlineData("class C { const string ByKind = \"You may do this\"; object A() => ApiRoute.Get(\"/x\", Role, ByKind, Find); }")]
    public void What_describes_the_API_is_none(string code) => Assert.Empty(Said(code));

    private static IEnumerable<string> Said(string code) => CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes()
        .Where(static node => node is LiteralExpressionSyntax or InterpolatedStringTextSyntax)
        .Where(static node => !IsDescription(node))
        .Select(static node => node.GetFirstToken())
        .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
        .Select(static token => token.ValueText)
        .Where(static text => Words().IsMatch(text) && !NotSaid.Contains(text));

    /// <summary>Whether a text describes a route, a parameter or a member, or is an error of a programmer.</summary>
    private static bool IsDescription(SyntaxNode node)
    {
        // a handler within a route may answer something: only what stands in the list of arguments itself is the route's
        foreach (var above in node.Ancestors())
        {
            switch (above)
            {
                case AttributeSyntax or ThrowStatementSyntax or ThrowExpressionSyntax:
                case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax }:
                case FieldDeclarationSyntax { Declaration.Variables: [{ Identifier.ValueText: "ByKind" }] }:
                case InvocationExpressionSyntax { Expression: var called } when IsRoute($"{called}"):
                    return true;
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool IsRoute(string called) =>
        called.StartsWith("ApiRoute.", StringComparison.Ordinal) || called is "Act" or "ActWhenKnown";

    /// <summary>Two words with a blank between them, the second of small letters.</summary>
    [GeneratedRegex("[A-Za-z]{2,}[,;:.]? +[a-z]{2,}")]
    private static partial Regex Words();
}
