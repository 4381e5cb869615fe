using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Messaging;

namespace ContactCenter.Core.Tests.Contacts.Messaging;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("Short.", 10, "Short.")]
    [InlineData("One sentence. Another one that is long.", 20, "One sentence. …")]
    [InlineData("A. Then a very long sentence without an end", 30, "A. Then a very long sentence …")]
    [InlineData("Read it here https://bank.example/a/long/address today", 30, "Read it here …")]
    [InlineData("https://bank.example/an/address/that/is/long", 20, "")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", 12, "Donaudampf …")]
    public void A_text_that_does_not_fit_ends_with_a_sentence_or_a_word_and_never_within_a_link(string text, int maximum, string fits)
    {
        Assert.Equal(fits, MessageText.Shorten(text, maximum));
        Assert.True(fits.Length <= maximum);
    }

    [Fact]
    public void A_question_behind_a_long_answer_stays_whole()
    {
        var answer = string.Join(' ', Enumerable.Repeat("This is said at length.", 60));

        var said = MessageText.Join(answer, "Which card shall be blocked?", 1000);

        Assert.EndsWith("length. … Which card shall be blocked?", said, StringComparison.Ordinal);
        Assert.True(said.Length <= 1000);
    }

    [Fact]
    public void Where_nothing_of_it_fits_the_question_is_asked_alone() =>
        Assert.Equal("Which card?", MessageText.Join("A long explanation of it.", "Which card?", 20));

    [Fact]
    public void What_hooks_say_fits_every_channel() =>
        Assert.All(MessagingChannel.All, static channel => Assert.InRange(FlowSpeech.MaximumLength, 1, channel.MaximumText));

    [Theory]
    [InlineData("connect:SMS", "sms")]
    [InlineData("connect:WhatsApp", "whatsApp")]
    [InlineData("connect:Apple", "appleMessages")]
    [InlineData("connect:Chat", "webChat")]
    [InlineData("connect:Guide", null)]
    [InlineData("connect:Telephony", null)]
    [InlineData(null, null)]
    public void A_chat_is_known_by_its_subtype(string? subtype, string? name) =>
        Assert.Equal(name, MessagingChannel.Find(subtype)?.Name);

    [Fact]
    public void The_subtype_stands_in_the_segment_attributes_of_the_event()
    {
        var request = FlowRequestReader.Read("""
            {"Details":{"ContactData":{"Channel":"CHAT","ContactId":"a","SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:SMS"}}}}}
            """u8.ToArray());

        Assert.Same(MessagingChannel.Sms, request.Messaging);
    }

    [Fact]
    public void A_long_answer_is_cut_between_sentences_where_it_is_shown_and_where_it_is_spoken()
    {
        var answer = string.Join(' ', Enumerable.Repeat("This is said at length.", 60));

        Assert.EndsWith("length. …", FlowSpeech.Shown(answer), StringComparison.Ordinal);
        Assert.EndsWith("length. …", FlowSpeech.Of(answer), StringComparison.Ordinal);
    }
}
