using ContactCenter.Core.Notifications.Calls;

namespace ContactCenter.Core.Tests.Notifications.Calls;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("Queue Billing: customers wait too long", "Queue Billing: customers wait too long")]
    [InlineData("a < b && c > d", "a b c d")]
    [InlineData("$.Attributes.call", ".Attributes.call")]
    [InlineData("Überlänge – 3…", "Überlänge 3")]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData(null, "")]
    public void Letters_digits_and_the_marks_between_words_are_spoken(string? text, string spoken) =>
        Assert.Equal(spoken, SpokenText.Of(text, 100));

    [Fact]
    public void What_is_too_long_ends_after_a_whole_word() =>
        Assert.Equal("customers wait.", SpokenText.Of("customers wait, too long", 18));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_little_room_there_is_no_more_is_spoken(int room) =>
        Assert.InRange(SpokenText.Of("customers wait", room).Length, 0, room);

    [Fact]
    public void A_word_that_is_too_long_is_cut() => Assert.Equal("xxxxxxx.", SpokenText.Of(new string('x', 50), 8));
}
