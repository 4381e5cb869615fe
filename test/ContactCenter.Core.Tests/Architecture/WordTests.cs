using System.Text.Json.Nodes;

namespace ContactCenter.Core.Tests.Architecture;

/// <summary>One word for one idea, in names, comments, documents and the schema.</summary>
public sealed class WordTests
{
    /// <summary>The glossary names what it replaces; the others are made of texts that the deployment has.</summary>
    private static readonly string[] NotOurProse = ["words.md", "alarms.md", "flows.md"];

    [Fact]
    public void Names_and_comments_use_the_words_of_the_glossary()
    {
        var files = SourceFile.Read(Repository.Root, "src", "infra", "bench", "test", "eng");

        Assert.True(files.Count > 1_000);
        Assert.Equal([], files.Where(static file => !file.IsGenerated).SelectMany(WordRules.Broken));
    }

    [Fact]
    public void Documents_use_the_words_of_the_glossary()
    {
        var pages = Directory.EnumerateFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories)
            .Where(static page => !NotOurProse.Contains(Path.GetFileName(page)))
            .Concat([Repository.File("README.md"), Repository.File("CONTRIBUTING.md")])
            .ToArray();

        Assert.True(pages.Length > 50);
        Assert.Empty(pages.SelectMany(static page => WordRules.Prose(Path.GetFileName(page), File.ReadAllText(page))));
    }

    [Fact]
    public void The_schema_uses_the_words_of_the_glossary()
    {
        var descriptions = Descriptions(JsonNode.Parse(File.ReadAllText(Repository.File("contactcenter.schema.json")))).ToArray();

        Assert.True(descriptions.Length > 200);
        Assert.Empty(descriptions.SelectMany(static text => WordRules.Prose("contactcenter.schema.json", text)));
    }

    [Theory]
    [InlineData("var trouble = 1;", "A.cs has trouble: say incident for trouble")]
    [InlineData("bool _isHealingTable;", "A.cs has isHealingTable: say remediation for Healing")]
    [InlineData("var mood = $\"{x[\"a\"]}\";", "A.cs has mood: say sentiment for mood")]
    [InlineData("// what is on loan", "A.cs: say lease for loan")]
    [InlineData("const int MostTables = 1;", "A.cs has MostTables: a limit is Maximum…")]
    [InlineData("const int _shortestTable = 1;", "A.cs has shortestTable: a limit is Minimum…")]
    [InlineData("record TableRepair;", "A.cs declares TableRepair: say Remediation for Repair")]
    public void An_older_word_is_found(string text, string expected) => Assert.Equal([expected], WordRules.Broken(new("A.cs", text)));

    [Theory]
    [InlineData("var name = \"heal-capacity\"; // \"heal-capacity\", <c>mood</c>")]
    [InlineData("var text = \"\"\"\n    the trouble with \"loans\"\n    \"\"\"; var health = 'h';")]
    [InlineData("new HealCapacityFunction(SystemFunctions.TrackMood, queue.LongestWait);")]
    [InlineData("/// <summary>How healthy a queue is.</summary>")]
    public void What_others_call_so_is_kept(string text) => Assert.Empty(WordRules.Broken(new("A.cs", text)));

    private static IEnumerable<string> Descriptions(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(static member => member is { Key: "description", Value: JsonValue text }
            ? [text.ToString()]
            : Descriptions(member.Value)),
        JsonArray list => list.SelectMany(Descriptions),
        _ => [],
    };
}
