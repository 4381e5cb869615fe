using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Sns;

namespace ContactCenter.Core.Tests.Notifications.Links;

/// <summary>Links of text messages, which fit beside what happened.</summary>
public sealed class ShortLinksTests
{
    private static readonly DateTimeOffset Expiry = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly LinkClaim Claim = new("7Q2M9KXA-3", PersonAction.Acknowledge, "sms 0678", "12", Expiry);
    private static readonly LinkMaker Maker = new(
        new Uri("https://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com/a"), Messages.Keys, LinkMaker.DefaultLifetime);

    [Theory]
    [InlineData(PersonAction.Acknowledge)]
    [InlineData(PersonAction.Snooze)]
    [InlineData(PersonAction.Escalate)]
    [InlineData(PersonAction.Resolve)]
    [InlineData(PersonAction.Approve)]
    public void What_is_written_is_read_where_all_links_are(PersonAction action) =>
        Assert.Equal(
            new LinkReading(Claim with { Action = action }, null),
            SignedLinks.Read(ShortLinks.Make(Claim with { Action = action }, Messages.Keys), Messages.Keys, Expiry.AddSeconds(-1)));

    [Fact]
    public void A_change_of_any_character_is_refused()
    {
        var link = ShortLinks.Make(Claim, Messages.Keys)!;

        Assert.All(Enumerable.Range(0, link.Length), place =>
        {
            var changed = $"{link[..place]}{(link[place] == 'A' ? 'B' : 'A')}{link[(place + 1)..]}";
            Assert.Null(SignedLinks.Read(changed, Messages.Keys, Expiry.AddDays(-1)).Claim);
        });
    }

    [Fact]
    public void A_link_expires() =>
        Assert.Equal(LinkProblem.Expired, SignedLinks.Read(ShortLinks.Make(Claim, Messages.Keys), Messages.Keys, Expiry).Problem);

    [Fact]
    public void The_key_before_the_present_one_is_accepted_and_no_other()
    {
        var old = new LinkKeys(Messages.Key("k1", 1));

        Assert.Null(SignedLinks.Read(ShortLinks.Make(Claim, old), Messages.Keys, Expiry.AddDays(-1)).Problem);
        Assert.Equal(
            LinkProblem.WrongSignature,
            SignedLinks.Read(ShortLinks.Make(Claim, new LinkKeys(Messages.Key("k9", 9))), Messages.Keys, Expiry.AddDays(-1)).Problem);
    }

    [Theory]
    [InlineData("7Q2M9KXA-70000", "sms 0678", "12")]
    [InlineData("7Q2M9KXI-3", "sms 0678", "12")]
    [InlineData("7Q2M9KXA-3", "ana@bank.example", "12")]
    [InlineData("7Q2M9KXA-3", "sms 0678", "70000")]
    public void What_there_is_no_room_for_has_no_short_link(string incident, string recipient, string step) =>
        Assert.Null(ShortLinks.Make(Claim with { IncidentId = incident, Recipient = recipient, Step = step }, Messages.Keys));

    [Theory]
    [InlineData(Occasion.Opened, "Queue Billing", "en")]
    [InlineData(Occasion.ApprovalNeeded, "Queue Private Customers North and South and East and West of everywhere", "en")]
    [InlineData(Occasion.ApprovalNeeded, "Queue Private Customers North and South and East and West of everywhere", "de")]
    public void A_text_message_has_its_link_with_the_longest_name_of_the_API_too(Occasion occasion, string subject, string language)
    {
        var message = Messages.Message(occasion, severity: Severity.P3) with { Subject = subject };
        var effect = Messages.Effect(message.For(Reader.Of(language, null)), Channel.Sms, "+4915112340678");

        var text = SnsRenderer.Sms(effect.Message, Maker.For(effect, "sms 0678"));

        Assert.InRange(text.Length, 1, SnsRenderer.MaximumSms);
        Assert.Equal(PersonAction.Acknowledge, Read(text).Claim!.Action);
    }

    [Fact]
    public void A_text_message_in_other_letters_has_its_link_in_two_parts()
    {
        var effect = Messages.Effect(
            Messages.Message(severity: Severity.P3) with { Subject = "キュー 顧客対応" }, Channel.Sms, "+4915112340678");

        var text = SnsRenderer.Sms(effect.Message, Maker.For(effect, "sms 0678"));

        Assert.InRange(text.Length, SnsRenderer.MaximumUcs2, SnsRenderer.MaximumUcs2WithLink);
        Assert.NotNull(Read(text).Claim);
    }

    private static LinkReading Read(string text) => SignedLinks.Read(
        text[(text.LastIndexOf('/') + 1)..].Split('?')[0], Messages.Keys, Messages.Opened);
}
