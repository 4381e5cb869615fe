using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ContactCenter.Core.Notifications.Status;

namespace ContactCenter.Core.Tests.Notifications.Status;

public sealed class StatusFilesTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&";

    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Each_language_has_a_page_and_a_feed_and_the_first_one_has_the_address_itself() => Assert.Equal(
        ["status.css", "status.js", "status.svg", "status.json", "en.xml", "de.xml", "index.html", "de.html"],
        StatusFiles.Of(StatusRecord.Empty, StatusPages.InTwoLanguages, Berlin, Noon).Select(static file => file.Name));

    [Fact]
    public void A_page_of_a_center_that_works_says_so_and_names_each_component()
    {
        var page = Page("de.html", StatusRecord.Empty);

        Assert.Contains("Alles funktioniert", page, StringComparison.Ordinal);
        Assert.Contains("Telefon", page, StringComparison.Ordinal);
        Assert.Contains("Es gab keine Störung.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("works", page.Replace("class=\"overall works\"", "", StringComparison.Ordinal)
            .Replace("state works", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_holds_no_script_no_style_and_no_address_of_elsewhere()
    {
        var page = Page("index.html", Told("Words."));

        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script[^>]*>[^<]", page);
        Assert.DoesNotContain(" on", page.Replace(" one", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_write_stays_text_everywhere()
    {
        var files = StatusFiles.Of(Told(Hostile), StatusPages.InTwoLanguages, Berlin, Noon);

        Assert.All(files, static file => Assert.DoesNotContain("<img", file.Text, StringComparison.Ordinal));
        Assert.Equal(
            Hostile, XDocument.Parse(files.Single(static file => file.Name == "en.xml").Text).Descendants().Single(
                static one => one.Name.LocalName == "content").Value);
        Assert.Equal(Hostile, (string?)JsonNode.Parse(files.Single(static file => file.Name == "status.json").Text)!["open"]![0]!["words"]);
    }

    [Fact]
    public void Who_approved_the_words_and_which_incident_it_is_stand_nowhere() => Assert.All(
        StatusFiles.Of(Told("Words."), StatusPages.InTwoLanguages, Berlin, Noon),
        static file =>
        {
            Assert.DoesNotContain("ada@example.com", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("7Q2M9KXA-3", file.Text, StringComparison.Ordinal);
        });

    [Fact]
    public void The_promise_stands_as_a_time_that_the_script_reads_and_is_marked_once_it_is_broken()
    {
        var kept = Page("index.html", Told("Words."));
        var broken = StatusFiles.Of(Told("Words."), StatusPages.InTwoLanguages, Berlin, Noon.AddHours(1))
            .Single(static file => file.Name == "index.html").Text;

        Assert.Contains("data-next=\"2026-11-30T12:30:00Z\"", kept, StringComparison.Ordinal);
        Assert.Contains("<strong class=\"late\" hidden>late</strong>", kept, StringComparison.Ordinal);
        Assert.Contains("<strong class=\"late\">late</strong>", broken, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_by_the_clock_of_the_center_with_UTC_beside_them() => Assert.Contains(
        "<time datetime=\"2026-11-30T12:00:00Z\" title=\"2026-11-30 12:00 UTC\">30 Nov 2026, 13:00</time>",
        Page("index.html", StatusRecord.Empty),
        StringComparison.Ordinal);

    private static string Page(string name, StatusRecord record) =>
        StatusFiles.Of(record, StatusPages.InTwoLanguages, Berlin, Noon).Single(file => file.Name == name).Text;

    private static StatusRecord Told(string words) => StatusBook.Publish(
        StatusRecord.Empty,
        new SaidStatus
        {
            Incident = "7Q2M9KXA-3",
            Phase = NoticePhase.Investigating,
            Components = new Dictionary<string, ComponentState> { ["phone"] = ComponentState.PartialOutage },
            Words = ImmutableDictionary.CreateRange([KeyValuePair.Create("en", words), KeyValuePair.Create("de", words)]),
            NextUpdateAt = Noon.AddMinutes(30),
            ApprovedBy = "ada@example.com",
        },
        StatusPages.InTwoLanguages,
        Noon).Record!;
}
