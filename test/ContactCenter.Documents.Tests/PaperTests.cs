using System.Xml;
using System.Xml.Linq;
using ContactCenter.Documents.Papers;

namespace ContactCenter.Documents.Tests;

/// <summary>What people and machines wrote stays text, in every format.</summary>
public sealed class PaperTests
{
    private const string Hostile =
        "<script>alert(1)</script> \"quoted\" & ![x](javascript:alert(1)) |cell| # heading\r\n- list <img src=x onerror=y>";

    private static readonly Paper Paper = new(
        Hostile,
        "en",
        [
            new HeadingBlock(Hostile),
            new TextBlock(Hostile, IsLead: true),
            new ListBlock([Hostile]),
            new CardBlock([new Card(Hostile, Hostile, Hostile)]),
            new TableBlock(Hostile, [Hostile, "n"], [[Hostile, "1"]]) { NumbersFrom = 1 },
        ]);

    [Fact]
    public void Html_has_the_elements_of_the_format_alone()
    {
        var body = Body(HtmlFormat.Of(Paper));

        Assert.DoesNotContain(body.Descendants(), static element => element.Name.LocalName is "script" or "img");
        Assert.Equal(Hostile.ReplaceLineEndings("\n"), body.Descendants("h2").Single().Value.ReplaceLineEndings("\n"));
        Assert.DoesNotContain(
            body.Descendants().Attributes(), static attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_loads_nothing_and_runs_nothing() => Assert.Contains(
        "default-src 'none'; style-src 'unsafe-inline'", HtmlFormat.Of(Paper), StringComparison.Ordinal);

    [Fact]
    public void Markdown_has_no_element_no_picture_and_no_cell_of_others()
    {
        var lines = MarkdownFormat.Of(Paper).Split('\n');

        Assert.DoesNotContain(lines, static line => line.Contains("<script", StringComparison.Ordinal));
        Assert.DoesNotContain(
            lines, static line => line.Replace("\\]", "", StringComparison.Ordinal).Contains("](", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(static line => line.StartsWith('#')));
        Assert.All(
            lines.Where(static line => line.StartsWith('|')),
            static line => Assert.Equal(3, line.Replace("\\|", "", StringComparison.Ordinal).Count(static sign => sign == '|')));
    }

    /// <summary>What stands in the body is well formed, so XML reads it.</summary>
    private static XElement Body(string html)
    {
        var from = html.IndexOf("<main>", StringComparison.Ordinal);
        var to = html.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length;
        using var reader = XmlReader.Create(new StringReader(html[from..to]));
        return XElement.Load(reader);
    }
}
