using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Learning.Trails;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.Tests;

/// <summary>The page of the trail: what it shows to whom, and what is asked stays in the form.</summary>
public sealed class TrailPageTests
{
    [Fact]
    public async Task A_page_that_is_opened_asks_nothing_yet()
    {
        await using var center = await Asked();

        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/audit/trail");

        Assert.Equal(HttpStatusCode.OK, eve.Status);
        Assert.Null(eve.Page.QuerySelector("main table"));
    }

    [Fact]
    public async Task Where_it_is_not_configured_the_page_says_so_and_what_was_asked_stays()
    {
        await using var center = await Center.OpenAsync();

        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/audit/trail?who=ada&what=&resource=");

        Assert.Equal(HttpStatusCode.NotFound, eve.Status);
        Assert.Contains("audit.query", eve.Text, StringComparison.Ordinal);
        Assert.Equal("ada", eve.Page.QuerySelector<IHtmlInputElement>("[name=who]")!.Value);
    }

    [Fact]
    public async Task A_viewer_sees_why_they_cannot_look_and_is_refused_when_they_do()
    {
        await using var center = await Asked();

        var vic = await center.Open("vic", ApiRole.Viewer).OpenAsync("/audit/trail?who=");

        Assert.Equal(HttpStatusCode.Forbidden, vic.Status);
        Assert.NotNull(vic.Page.QuerySelector("form.filter button[disabled]"));
    }

    [Fact]
    public async Task Who_did_what_is_a_table_in_which_text_stays_text()
    {
        await using var center = await Asked();
        Record(center, """{"flowName":"<b>Welcome</b>"}""");

        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/audit/trail?who=ada&what=connect&resource=welcome");

        var row = Assert.Single(eve.Page.QuerySelectorAll("main tbody tr"));
        Assert.Contains("connect:UpdateContactFlowContent", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>Welcome</b>", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("b"));
    }

    private static async Task<Center> Asked() => await Center.OpenAsync(
        static center => center with { Audit = center.Audit with { Trail = true, Query = true } });

    /// <summary>Records a call of five minutes ago.</summary>
    private static void Record(Center center, string parameters)
    {
        var at = center.Clock.Now.AddMinutes(-5).UtcDateTime;
        var call = $$"""
            {"Records":[{"eventVersion":"1.11","eventID":"e-1","eventTime":"{{at:yyyy-MM-dd'T'HH:mm:ss'Z'}}",
             "eventSource":"connect.amazonaws.com","eventName":"UpdateContactFlowContent","awsRegion":"eu-central-1",
             "sourceIPAddress":"203.0.113.7","userIdentity":{"type":"IAMUser","userName":"ada","arn":"arn:aws:iam::1:user/ada"},
             "requestParameters":{{parameters}}}]}
            """;
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(call));
        }

        var account = center.Services.GetRequiredService<FunctionEnvironment>().Configuration.Instance.AccountId;
        ((MemoryTrail)center.Services.GetRequiredService<ITrailStore>()).Record(
            $"{TrailPlaces.Calls(account)}eu-central-1/{at:yyyy'/'MM'/'dd}/{account}_CloudTrail_eu-central-1_{at:yyyyMMdd'T'HHmm}Z_x.json.gz",
            packed.ToArray());
    }
}
