using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Sns;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Notifications.Sns;

public sealed class SnsRendererTests
{
    [Fact]
    public void Every_protocol_has_its_own_text_and_there_is_a_default()
    {
        var body = Body(Messages.Message());

        Assert.Equal(["default", "email", "sms", "lambda"], body.Select(member => member.Key));
        Assert.Equal(Messages.IncidentId, (string?)JsonNode.Parse((string)body["lambda"]!)!["incident"]);
    }

    [Fact]
    public void An_email_offers_signed_links_for_what_the_state_allows()
    {
        var email = (string)Body(Messages.Message(state: IncidentState.Mitigated))["email"]!;

        Assert.Contains("Resolve: https://cc.example.com/a/1~k2~r~", email, StringComparison.Ordinal);
        Assert.DoesNotContain("Acknowledge: ", email, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_message_says_the_essentials() =>
        Assert.Equal(
            "P1 (workforce) Queue Billing: customers wait too long since 09:00 UTC, 7Q2M9KXA-3", SnsRenderer.Sms(Messages.Message(), ActionLinks.None));

    [Fact]
    public void A_text_message_carries_a_link_and_as_much_of_the_rest_as_fits_beside_it()
    {
        var effect = Messages.Effect(Messages.Message(), Channel.Sms, "+4915112345678");

        var own = SnsRenderer.Sms(effect.Message, Messages.Links(effect, "sms 5678"));
        var given = SnsRenderer.Sms(
            effect.Message, Messages.Links(effect, "sms 5678", "https://abcdefghij.execute-api.eu-central-1.amazonaws.com/a"));

        Assert.StartsWith(
            "P1 (workforce) Queue Billing: customers wait too long since 09:00 UTC https://cc.example.com/a/",
            own,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "P1 Queue Billing: customers wait too long https://abcdefghij.execute-api.eu-central-1.amazonaws.com/a/",
            given,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_gives_one_part_of_a_text_message_and_a_subject_that_SNS_takes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(0, 100).ToArbitrary(), (text, times) =>
        {
            var message = Messages.WithText(string.Concat(Enumerable.Repeat(text.Get, times)));
            var effect = Messages.Effect(message);
            var rendered = SnsRenderer.Render(effect, Messages.Links(effect), new SmsSettings());
            var sms = (string)JsonNode.Parse(rendered.Body)!["sms"]!;
            var isAscii = sms.All(letter => letter is >= ' ' and <= '~');
            return sms.Length >= 1
                && sms.Length <= (isAscii ? 140 : 70)
                && !sms.Any(char.IsControl)
                && sms.Contains(Messages.IncidentId, StringComparison.Ordinal)
                && rendered.Subject.Length is >= 1 and < 100
                && !rendered.Subject.Any(char.IsControl)
                && rendered.Subject[0] != ' '
                && Encoding.UTF8.GetByteCount(rendered.Body) < 262_144;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Attributes_let_a_subscription_take_only_what_is_for_it() =>
        Assert.Equal(
            "audience=on-call endpoint=email:ann@example.com incident=7Q2M9KXA-3 occasion=Opened severity=P1",
            string.Join(
                ' ',
                SnsRenderer.Render(Messages.Effect(Messages.Message()), ActionLinks.None, new SmsSettings()).Attributes.Select(pair =>
                    $"{pair.Key}={pair.Value}")));

    [Fact]
    public void A_text_message_goes_the_reliable_way_and_under_the_name_that_is_configured()
    {
        var effect = Messages.Effect(Messages.Message(), Channel.Sms, "+4915112345678");

        var plain = SnsRenderer.Render(effect, ActionLinks.None, new SmsSettings()).Attributes;
        var named = SnsRenderer.Render(effect, ActionLinks.None, new SmsSettings { SenderId = "CCALERT" }).Attributes;

        Assert.Equal("Transactional", plain["AWS.SNS.SMS.SMSType"]);
        Assert.False(plain.ContainsKey("AWS.SNS.SMS.SenderID"));
        Assert.Equal("CCALERT", named["AWS.SNS.SMS.SenderID"]);
    }

    private static JsonObject Body(IncidentMessage message)
    {
        var effect = Messages.Effect(message);
        return JsonNode.Parse(SnsRenderer.Render(effect, Messages.Links(effect), new SmsSettings()).Body)!.AsObject();
    }
}
