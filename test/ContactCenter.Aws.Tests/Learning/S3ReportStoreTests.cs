using Amazon.S3.Model;
using ContactCenter.Aws.Learning;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Aws.Tests.Learning;

/// <summary>Reports in a bucket of the emulator.</summary>
public sealed class S3ReportStoreTests(Emulator emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_kept_by_its_name_and_kind_and_a_link_opens_it_without_credentials()
    {
        using var client = emulator.S3();
        var bucket = $"reports-{Guid.NewGuid():N}";
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegion = Amazon.S3.S3Region.EUCentral1 }, Stop);
        var store = new S3ReportStore(client, () => bucket);

        await store.KeepAsync([new ReportFile("week/2026-11-23/report.de.html", "text/html; charset=utf-8", "<h1>Maße</h1>")], Stop);

        var link = await store.LinkAsync("week/2026-11-23/report.de.html", TimeProvider.System.GetUtcNow().AddHours(2), Stop);
        using var anybody = new HttpClient();
        using var answer = await anybody.GetAsync(link, Stop);
        Assert.Equal(
            ("<h1>Maße</h1>", "text/html; charset=utf-8"),
            (await answer.Content.ReadAsStringAsync(Stop), answer.Content.Headers.ContentType!.ToString()));
        Assert.Matches("X-Amz-Expires=7[12]\\d\\d&", link.Query);
    }

    [Fact]
    public async Task What_is_evidence_stays_as_it_was_written_first()
    {
        using var client = emulator.S3();
        var bucket = $"reports-{Guid.NewGuid():N}";
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegion = Amazon.S3.S3Region.EUCentral1 }, Stop);
        var store = new S3ReportStore(client, () => bucket);
        var page = new ReportFile("month/2026-11/compliance.json", "application/json", "then") { IsEvidence = true };

        await store.KeepAsync([page], Stop);
        await store.KeepAsync([page with { Text = "now" }], Stop);

        using var found = await client.GetObjectAsync(bucket, page.Name, Stop);
        using var reader = new StreamReader(found.ResponseStream);
        Assert.Equal("then", await reader.ReadToEndAsync(Stop));
    }
}
