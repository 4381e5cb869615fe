using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Tests.Configuration;

/// <summary>What is recorded is known by flow, number and language; whoever names most of a contact counts.</summary>
public sealed class RecordingSettingsTests
{
    private const string Number = "+49691234567";

    private static readonly RecordingSettings Settings = new()
    {
        Consent = Consent.Tell,
        Entries =
        [
            new() { Language = "de", Consent = Consent.Ask },
            new() { Number = Number, Consent = Consent.Off },
            new() { Flow = "inbound", Language = "de", Number = Number, Consent = Consent.Tell },
            new() { Flow = "chat", Consent = Consent.Off },
        ],
    };

    [Theory]
    [InlineData("inbound", "en", null, Consent.Tell)]
    [InlineData("inbound", "de", null, Consent.Ask)]
    [InlineData("inbound", "en", Number, Consent.Off)]
    [InlineData("inbound", "de", Number, Consent.Tell)]
    [InlineData("chat", "en", null, Consent.Off)]
    [InlineData("chat", "de", null, Consent.Ask)]
    public void The_entry_that_names_most_of_a_contact_counts(string flow, string language, string? number, Consent expected) =>
        Assert.Equal(expected, Settings.For(flow, language, number));

    [Fact]
    public void Without_a_recording_no_language_needs_words_about_it() =>
        Assert.DoesNotContain(
            "recordingNotice", FlowSentences.Missing(new FlowSettings(), new FlowLanguage { Code = "fr" }));

    [Fact]
    public void A_language_without_packaged_words_needs_those_of_how_its_customers_agree() =>
        Assert.Equal(
            ["recordingQuestion"],
            FlowSentences.Missing(
                new FlowSettings { Recording = new RecordingSettings { Consent = Consent.Ask } }, new FlowLanguage { Code = "fr" })
                .Where(name => name.StartsWith("recording", StringComparison.Ordinal)));
}
