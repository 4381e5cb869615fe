using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Tests.Contacts.Corrections;

public sealed class CorrectionReadingTests
{
    [Fact]
    public void A_complete_request_is_kept_with_personal_data_masked()
    {
        var correction = Read("c-1", "Billing", "my card 4111 1111 1111 1111 was charged, write to ann@example.org").Correction!;

        Assert.Equal(("c-1", "billing"), (correction.ContactId, correction.Topic));
        Assert.DoesNotContain("4111", correction.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", correction.Text, StringComparison.Ordinal);
        Assert.Contains("was charged", correction.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "billing", "text", "no_contact")]
    [InlineData("c-1", null, "text", "no_topic")]
    [InlineData("c-1", "<script>", "text", "bad_topic")]
    [InlineData("c-1", "billing\n", " ", "no_text")]
    [InlineData("c-1", "OOS", "sing me a song", "ok")]
    [InlineData("c-1", "a new topic", "text", "ok")]
    [InlineData("c-1", "none", "text", "no_topic")]
    [InlineData("c-1", "billing", "none", "no_text")]
    public void What_is_missing_is_said(string? contact, string? topic, string text, string expected) =>
        Assert.Equal(expected, Read(contact, topic, text).Status);

    [Fact]
    public void A_number_at_the_limit_of_the_text_is_masked_before_it_is_cut()
    {
        var text = Read("c-1", "billing", new string('x', Correction.MaximumText - 4) + " 4111111111111111").Correction!.Text;

        Assert.Equal(Correction.MaximumText, text.Length);
        Assert.DoesNotContain('4', text);
    }

    [Theory]
    [InlineData("c-9", "c-9")]
    [InlineData("none", "c-1")]
    [InlineData("c 9\n", "c-1")]
    [InlineData("", "c-1")]
    public void A_guide_names_the_contact_that_it_is_about(string about, string expected) =>
        Assert.Equal(expected, Read("c-1", "billing", "text", about).Correction!.ContactId);

    private static CorrectionReading Read(string? contact, string? topic, string text, string? about = null)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["text"] = text };
        if (about is not null)
        {
            parameters["contact"] = about;
        }

        if (topic is not null)
        {
            parameters["correctTopic"] = topic;
        }

        return CorrectionReading.Of(
            new FlowRequest { ContactId = contact, Parameters = parameters }, ["billing"], DateTimeOffset.UnixEpoch);
    }
}
