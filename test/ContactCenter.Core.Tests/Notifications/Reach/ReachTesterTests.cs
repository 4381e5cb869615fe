using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.Reach;

/// <summary>Tests are marked, each reads them in their own way, and the last receipt of each is kept.</summary>
public sealed class ReachTesterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly ContactCenterConfiguration _configuration = People.Center();
    private readonly InMemoryNotebook _notes = new(new VirtualClock(Now));

    [Fact]
    public async Task Each_is_told_in_their_own_language_by_their_own_clock_that_nothing_is_to_be_done()
    {
        var channels = new Channels();
        await TestAsync(channels, Request(everyone: true));

        var ann = channels.Sent.Single(static sent => sent.To == "ann@example.com").Notice;
        Assert.StartsWith("TEST: Sie sind hier erreichbar; es ist nichts zu tun", ann.Subject, StringComparison.Ordinal);
        Assert.Contains("Vorfälle gehen hier an engineers", ann.Paragraphs[0], StringComparison.Ordinal);
        Assert.Contains("nichts zu tun", ann.Paragraphs[1], StringComparison.Ordinal);
        Assert.Equal("Eve hat darum gebeten. 2026-03-03 13:00 Europe/Berlin (12:00 UTC)", ann.Paragraphs[2]);
        var ben = channels.Sent.Single(static sent => sent.To == "ben@example.com").Notice;
        Assert.Equal("Eve asked for it. 2026-03-03 07:00 America/New_York (12:00 UTC)", ben.Paragraphs[2]);
        Assert.True(ben.IsTest);
    }

    [Fact]
    public async Task The_last_receipt_of_each_endpoint_is_kept_and_one_that_was_never_tested_has_none()
    {
        await TestAsync(
            new Channels(static endpoint => endpoint.Channel == Channel.Sms
                ? new NoticeAnswer(NoticeOutcome.Refused, "AWS answered OptedOut")
                : NoticeAnswer.By("Amazon SNS", "m-7")),
            Request(everyone: false));

        var last = (await Book().LastAsync(TestContext.Current.CancellationToken, "engineers")).ToDictionary(
            static one => one.Endpoint.Endpoint.To, static one => one.Last);
        Assert.Equal(
            new Receipt(
                "engineers", "Ann", Channel.Email, "ann@example.com", Now, NoticeOutcome.Accepted, "accepted by Amazon SNS as m-7", "m-7",
                "Eve")
            {
                Request = "R1",
            },
            last["ann@example.com"]);
        Assert.Equal(NoticeOutcome.Refused, last["+491511234567"]!.Outcome);
        Assert.Null(last["ben@example.com"]);
    }

    [Fact]
    public async Task A_request_that_arrives_twice_tests_once()
    {
        var channels = new Channels();
        await TestAsync(channels, Request(everyone: false));
        await TestAsync(channels, Request(everyone: false));

        Assert.Equal(2, channels.Sent.Count);
    }

    [Fact]
    public async Task A_request_that_arrives_again_after_a_crash_goes_on_with_those_who_were_not_tested()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => TestAsync(
            new Channels(static endpoint => endpoint.Channel == Channel.Sms
                ? throw new OperationCanceledException()
                : NoticeAnswer.By("Amazon SNS", "m-7")),
            Request(everyone: false)));
        var channels = new Channels();

        await TestAsync(channels, Request(everyone: false));

        Assert.Equal("+491511234567", Assert.Single(channels.Sent).To);
    }

    [Fact]
    public async Task A_text_message_is_one_part()
    {
        var channels = new Channels();
        await TestAsync(channels, Request(everyone: true));

        Assert.All(channels.Sent, static sent => Assert.InRange(NoticeRenderer.Sms(sent.Notice).Length, 20, 140));
        Assert.All(channels.Sent, static sent => Assert.StartsWith("TEST", NoticeRenderer.Sms(sent.Notice), StringComparison.Ordinal));
    }

    private static ReachRequest Request(bool everyone) => new("R1", "engineers", everyone, "Eve", Now);

    private Task<IReadOnlyList<Receipt>> TestAsync(Channels channels, ReachRequest request) =>
        new ReachTester(_configuration, channels, Book()).AnswerAsync(
            request, new IncidentDesk(_configuration, new InMemoryIncidentStore()).Policy, Now, TestContext.Current.CancellationToken);

    private ReceiptBook Book() => new(_configuration, _notes);
}
