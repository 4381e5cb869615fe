using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Core.Tests.Incidents.Delivery;

public sealed class PlacedCallTests
{
    private const int Ring = 30;

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PlacedCall Call = new("0123", Noon, "c-1", "+4915112345678", "on call of the night");

    [Fact]
    public void A_note_is_read_as_it_was_written()
    {
        Assert.Equal(Call, PlacedCall.Read(Call.Write()));
        Assert.Equal(Call with { ContactId = null }, PlacedCall.Read((Call with { ContactId = null }).Write()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123 noon c-1 +49 on-call")]
    public void What_is_no_note_is_none(string? text) => Assert.Null(PlacedCall.Read(text));

    [Fact]
    public void The_name_of_a_note_leads_back_to_its_effect()
    {
        Assert.Equal("7Q2M9KXA-3.12", PlacedCall.EffectOf(PlacedCall.NameOf("7Q2M9KXA-3.12", Call.To)));
        Assert.NotEqual(PlacedCall.NameOf("7Q2M9KXA-3.12", Call.To), PlacedCall.NameOf("7Q2M9KXA-3.12", "+4915112345679"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("call-contact-1")]
    [InlineData("stand-in-7Q2M9KXA-3-1772452800000-ABCDEFGH")]
    [InlineData("call-7Q2M9KXA-3-ABCDEFGH")]
    public void Other_names_lead_nowhere(string name) => Assert.Null(PlacedCall.EffectOf(name));

    [Fact]
    public void A_key_that_was_pressed_is_reached_however_late_it_is_looked_at() =>
        Assert.Equal(new Taken(), Answer(PlacedCall.Reached, Noon.AddHours(3)));

    [Fact]
    public void Who_passes_it_on_is_named_to_who_is_told_next() => Assert.Equal(
        new Refused("ann passed it on", IsPassing: false) { IsUnanswered = true }, Answer(PlacedCall.PassedOn, Noon.AddSeconds(40)));

    [Fact]
    public void An_end_without_a_key_reached_nobody() => Assert.Equal(
        new Refused("nobody pressed a key", IsPassing: false) { IsUnanswered = true }, Answer(PlacedCall.Ended, Noon.AddSeconds(40)));

    [Fact]
    public void Without_word_of_its_end_a_call_is_waited_for_until_its_time_is_over()
    {
        var until = Noon + TimeSpan.FromSeconds(Ring) + PlacedCall.Conversation;

        Assert.Equal(new Underway(until), Answer(null, until.AddSeconds(-1)));
        Assert.IsType<Refused>(Answer(null, until));
    }

    private static ChannelAnswer Answer(string? outcome, DateTimeOffset now) => Call.Answer(outcome, "ann", Ring, now);
}
