using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Configuration;
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

    [Theory]
    [InlineData("en", Severity.P1)]
    [InlineData("de", Severity.P1)]
    [InlineData("de", Severity.P2)]
    [InlineData("de", Severity.P3)]
    public void Beside_a_long_link_no_word_of_any_deployed_alarm_is_cut(string language, Severity severity)
    {
        const string Given = "https://abcdefghij.execute-api.ap-southeast-2.amazonaws.com/a";
        var messages = AlarmPlan.For(SampleConfiguration.Read()).Select(static alarm => alarm.Definition.Symptom).Distinct()
            .SelectMany(symptom => new[] { "Queue Billing", "Function card-status", "Routing profile Generalists" }
                .Select(subject => Messages.Message(severity: severity) with { Subject = subject, Symptom = symptom }))
            .Select(message => message.For(Reader.Of(language, "Europe/Berlin"))).ToArray();

        Assert.NotEmpty(messages);
        Assert.All(messages, message =>
        {
            var effect = Messages.Effect(message, Channel.Sms, "+4915112345678");
            var sms = SnsRenderer.Sms(message, Messages.Links(effect, "sms 5678", Given));
            var said = AsciiText.Line($"{message.Subject} {message.Symptom}", 1_000).Split(' ').Select(static word => word.Trim(':', ','));
            var words = sms[..sms.IndexOf(" https://", StringComparison.Ordinal)]
                .Split([' ', '~'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static word => word.Trim(':', ',')).ToArray();

            Assert.InRange(sms.Length, 1, severity <= Severity.P2 ? SnsRenderer.MaximumSmsOfTwo : SnsRenderer.MaximumSms);
            if (severity <= Severity.P2)
            {
                Assert.DoesNotContain('~', sms);
            }
            else
            {
                Assert.DoesNotContain(
                    words.Except(said),
                    static word => !word.StartsWith('(') && word is not ("seit" or "UTC") && !char.IsAsciiDigit(word[0]));
            }
        });
    }

    [Fact]
    public void A_long_name_keeps_its_last_word_whole() => Assert.Equal(
        "~ Billing: Kunden warten zu lange und rufen dann~",
        Headline.Ascii(
            Messages.Message() with { Subject = "Warteschlange Billing", Symptom = "Kunden warten zu lange und rufen dann an" }, 50));

    [Fact]
    public void Any_text_gives_a_short_text_message_and_a_subject_that_SNS_takes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(0, 100).ToArbitrary(), (text, times) =>
        {
            var message = Messages.WithText(string.Concat(Enumerable.Repeat(text.Get, times)));
            var effect = Messages.Effect(message);
            var rendered = SnsRenderer.Render(effect, Messages.Links(effect), new SmsSettings());
            var sms = (string)JsonNode.Parse(rendered.Body)!["sms"]!;
            var isAscii = sms.All(letter => letter is >= ' ' and <= '~');
            return sms.Length >= 1
                && sms.Length <= (isAscii ? 268 : 201)
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
