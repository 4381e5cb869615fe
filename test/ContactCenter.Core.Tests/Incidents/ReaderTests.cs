using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Who reads in which language, by which clock.</summary>
public sealed class ReaderTests
{
    private static readonly Endpoint Mailbox = new() { Channel = Channel.Email, To = "a@b.example" };

    private static readonly ContactCenterConfiguration Center = Told.Center("prod", "bank", "https://w.example/{runbook}") with
    {
        TimeZone = "Europe/Berlin",
        Routing = new RoutingSettings { Languages = ["de", "en"] },
        Messages = new MessageSettings
        {
            Audiences = new Dictionary<string, AudienceReading> { ["board"] = new() { Language = "en", TimeZone = "America/New_York" } },
        },
    };

    [Theory]
    [InlineData("on-call", null, null, "de", "Europe/Berlin")]
    [InlineData("board", null, null, "en", "America/New_York")]
    [InlineData("board", "de", "Asia/Tokyo", "de", "Asia/Tokyo")]
    public void The_narrower_says_it_over_the_wider(string audience, string? language, string? zone, string expected, string clock)
    {
        var reader = new Readers(Center).Of(audience, null, Mailbox with { Language = language, TimeZone = zone });

        Assert.Equal((expected, clock), (reader.Words.Language, reader.Zone?.Id));
    }

    [Fact]
    public void A_person_on_call_reads_in_their_own_language() =>
        Assert.Equal(
            "en",
            new Readers(Center).Of("night", new() { Name = "Ann", Language = "en", Endpoints = [] }, Mailbox).Words.Language);

    [Fact]
    public void A_webhook_is_English_unless_it_says_otherwise() =>
        Assert.Equal("en", new Readers(Center).Of("on-call", null, Mailbox with { Channel = Channel.Webhook }).Words.Language);

    [Fact]
    public void A_message_is_said_in_the_language_and_by_the_clock_of_its_reader()
    {
        var message = Messages.Message(severity: Severity.P2).For(Reader.Of("de", "Europe/Berlin"));

        var body = PlainText.Body(message).ReplaceLineEndings("\n");

        Assert.StartsWith("P2 Warteschlange Billing: Kunden warten zu lange\n", body, StringComparison.Ordinal);
        Assert.Contains(
            "Der Anrufer, der am längsten wartet, wartet länger als das Ziel. 12 min bei einem Schwellwert von 3 min.",
            body,
            StringComparison.Ordinal);
        Assert.Contains("Seit: 2026-03-02 10:00 Europe/Berlin, 09:00 UTC (vor 12 min)\n", body, StringComparison.Ordinal);
        Assert.EndsWith("\n\nBitte übernehmen Sie, damit niemand sonst gerufen wird.\n", body, StringComparison.Ordinal);
    }
}
