using System.Collections.Immutable;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Aws.Notifications.Status;
using ContactCenter.Core.Notifications.Status;

namespace ContactCenter.Aws.Tests.Notifications.Status;

/// <summary>The status page in a bucket of the emulator.</summary>
public sealed class S3StatusSiteTests(Emulator emulator)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_read_again_and_of_two_who_write_at_once_one_reads_anew()
    {
        using var client = emulator.S3();
        var site = await OpenAsync(client);
        var nothing = await site.ReadAsync(Stop);

        Assert.True(await site.TryWriteAsync(Told("first"), nothing, Stop));
        Assert.False(await site.TryWriteAsync(Told("second"), nothing, Stop));

        var read = await site.ReadAsync(Stop);
        var notice = Assert.Single(read.Record.Notices);
        Assert.Equal(
            ("first", "ada", ComponentState.MajorOutage),
            (notice.Updates[0].Words["en"], notice.Updates[0].ApprovedBy, notice.Components["phone"]));
        Assert.True(await site.TryWriteAsync(Told("second"), read, Stop));
    }

    [Fact]
    public async Task Files_are_published_below_the_page_with_what_they_are_and_for_how_long_they_count()
    {
        using var client = emulator.S3();
        var bucket = $"status-{Guid.NewGuid():N}";
        var site = await OpenAsync(client, bucket);

        await site.PublishAsync([new StatusFile("index.html", "text/html; charset=utf-8", "<h1>Maße</h1>")], Stop);

        using var found = await client.GetObjectAsync(bucket, "site/index.html", Stop);
        using var reader = new StreamReader(found.ResponseStream);
        Assert.Equal("<h1>Maße</h1>", await reader.ReadToEndAsync(Stop));
        Assert.Equal(("text/html; charset=utf-8", "public, max-age=30"), (found.Headers.ContentType, found.Headers.CacheControl));
    }

    private static async Task<S3StatusSite> OpenAsync(AmazonS3Client client, string? bucket = null)
    {
        bucket ??= $"status-{Guid.NewGuid():N}";
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegion = S3Region.EUCentral1 }, Stop);
        return new S3StatusSite(() => client, () => bucket);
    }

    private static StatusRecord Told(string words) => new()
    {
        Notices =
        [
            new()
            {
                Number = 1,
                Since = Noon,
                Components = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("phone", ComponentState.MajorOutage)]),
                Updates =
                [
                    new(Noon, NoticePhase.Investigating, ImmutableDictionary.CreateRange([KeyValuePair.Create("en", words)]))
                    {
                        ApprovedBy = "ada",
                    },
                ],
            },
        ],
    };
}
