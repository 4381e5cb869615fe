using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Configuration;

/// <summary>What a setting is stands once: in its description, which the schema has, and not again in a comment beside it.</summary>
public sealed partial class SettingDescriptionTests
{
    /// <summary>A comment that has fewer words of its own than this says what the description says.</summary>
    private const int MinimumOwnWords = 5;

    private static readonly HashSet<string> SmallWords =
    [
        .. ("a an the of in is are to that it its for and or by with which what who whose when where as at on one be has have this these "
            + "those from such not no than they them their each other all any only how").Split(' '),
    ];

    private static readonly IReadOnlyList<SourceFile> Files =
        SourceFile.Read(Repository.Root, "src/ContactCenter.Core/Configuration");

    [Fact]
    public void Everything_public_is_described_or_commented()
    {
        Assert.True(Files.Count > 20);
        Assert.Equal([], Files.SelectMany(static file => Undocumented(file.Text).Select(one => $"{file.Path}: {one}")));
    }

    [Fact]
    public void A_comment_beside_a_description_says_something_else() =>
        Assert.Equal([], Files.SelectMany(static file => Repeated(file.Text).Select(one => $"{file.Path}: {one}")));

    [Fact]
    public void What_is_told_twice_is_found() => Assert.Equal(
        ["public string Name { get; }"],
        Repeated("""
                /// <summary>The name of the table, or null.</summary>
                [Description("Name of the table.")]
                public string Name { get; }

                /// <summary>The default holds a month and the same one a year before.</summary>
                [Description("How long changes are kept.")]
                public int Days { get; }
            """));

    [Fact]
    public void What_nobody_describes_is_found() => Assert.Equal(
        ["public int Days { get; }"],
        Undocumented("""
                [Description("Name of the table.")]
                public string Name { get; }

                [Range(1, 2)]
                public int Days { get; }
            """));

    private static IEnumerable<string> Undocumented(string text) => Member().Matches(text)
        .Where(static member => !member.Groups["comment"].Success
            && !member.Groups["attributes"].Value.Contains("Description(", StringComparison.Ordinal))
        .Select(static member => member.Groups["declared"].Value)
        .Where(static declared => !declared.StartsWith("public override ", StringComparison.Ordinal));

    private static IEnumerable<string> Repeated(string text) => Member().Matches(text)
        .Where(static member => member.Groups["comment"].Success
            && Described().Match(member.Groups["attributes"].Value) is { Success: true } described
            && Words(member.Groups["comment"].Value).Except(Words(described.Value)).Count() < MinimumOwnWords)
        .Select(static member => member.Groups["declared"].Value);

    private static HashSet<string> Words(string text) =>
    [
        .. Word().Matches(Tag().Replace(text, " ").ToLowerInvariant())
            .Select(static word => word.Value)
            .Where(static word => !SmallWords.Contains(word))
    ];

    /// <summary>A public declaration with the comment and the attributes before it.</summary>
    [GeneratedRegex(
        @"(?<comment>(^[ ]*///.*\n)+)?(?<attributes>(^[ ]*\[.*\n(^[ ]{8,}.*\n)*)*)^([ ]{4})?(?<declared>public .*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Member();

    [GeneratedRegex("""Description\(\s*(\$?"(\\.|[^"\\])*"\s*\+?\s*)+""", RegexOptions.ExplicitCapture)]
    private static partial Regex Described();

    [GeneratedRegex("</?(summary|c)>|<see cref=\"|\"/>")]
    private static partial Regex Tag();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
