using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Dialogues;

namespace ContactCenter.Core.Tests.Contacts.Dialogues;

/// <summary>What is read out of what customers say, field by field: through the dialogue, which asks on where nothing was read.</summary>
public sealed class FieldReadingTests
{
    [Theory]
    [InlineData("tomorrow", "en", "2026-12-03")]
    [InlineData("übermorgen", "de", "2026-12-04")]
    [InlineData("the day after tomorrow please", "en", "2026-12-04")]
    [InlineData("on Friday", "en", "2026-12-04")]
    [InlineData("nächsten Mittwoch", "de", "2026-12-09")]
    [InlineData("am Montag morgen", "de", "2026-12-07")]
    [InlineData("in two weeks", "en", "2026-12-16")]
    [InlineData("in 3 Tagen", "de", "2026-12-05")]
    [InlineData("am 24.12.", "de", "2026-12-24")]
    [InlineData("24.12.2026", "de", "2026-12-24")]
    [InlineData("3.1.", "de", "2027-01-03")]
    [InlineData("am dritten Januar", "de", "2027-01-03")]
    [InlineData("einundzwanzigster Dezember", "de", "2026-12-21")]
    [InlineData("December the twenty first", "en", "2026-12-21")]
    [InlineData("the 5th of January", "en", "2027-01-05")]
    [InlineData("12/24", "en", "2026-12-24")]
    [InlineData("24/12/2026", "en", "2026-12-24")]
    [InlineData("2026-12-24", "en", "2026-12-24")]
    [InlineData("12242026", "en", "2026-12-24")]
    [InlineData("guten Morgen", "de", null)]
    [InlineData("Monday or Tuesday", "en", null)]
    [InlineData("31.02.", "de", null)]
    [InlineData("yesterday", "en", null)]
    [InlineData("today", "en", null)]
    [InlineData("in 90 days", "en", null)]
    [InlineData("2026-13-45", "en", null)]
    public void A_day(string said, string language, string? expected) =>
        Assert.Equal(expected, Read(DialogueSamples.Dialogue("change-appointment").Fields[0], said, language));

    [Theory]
    [InlineData("500", "500")]
    [InlineData("500 €", "500")]
    [InlineData("1.500,50", "1500.50")]
    [InlineData("1,500.50", "1500.50")]
    [InlineData("2.500", "2500")]
    [InlineData("12*50", null)]
    [InlineData("250*50", "250.50")]
    [InlineData("2 thousand", "2000")]
    [InlineData("two hundred and fifty euros and twenty cents", "250.20")]
    [InlineData("twenty five hundred", "2500")]
    [InlineData("zweihundertfünfzig Euro", "250")]
    [InlineData("zwei tausend fünf hundert", "2500")]
    [InlineData("tausend", "1000")]
    [InlineData("dreitausendvierhunderteinundzwanzig", "3421")]
    [InlineData("between 500 and 600", null)]
    [InlineData("99", null)]
    [InlineData("5000.01", null)]
    [InlineData("a lot", null)]
    public void An_amount(string said, string? expected) =>
        Assert.Equal(expected, Read(DialogueSamples.Dialogue("raise-limit").Fields[0], said, "en"));

    [Theory]
    [InlineData("12345678", "12345678")]
    [InlineData("1234 5678", "12345678")]
    [InlineData("12-34-56-78", "12345678")]
    [InlineData("eins zwei drei vier fünf sechs sieben acht", "12345678")]
    [InlineData("one two, three four, five six, seven eight", "12345678")]
    [InlineData("twelve thirty four fifty six seventy eight", "12345678")]
    [InlineData("achtundvierzig einundzwanzig zehn elf", "48211011")]
    [InlineData("my number is 12345678, I think", "12345678")]
    [InlineData("1234567", null)]
    [InlineData("123456789", null)]
    [InlineData("4111 1111 1111 4821", null)]
    [InlineData("", null)]
    public void Digits(string said, string? expected) =>
        Assert.Equal(expected, Read(DialogueSamples.Dialogue("balance").Fields[0], said, "en"));

    [Theory]
    [InlineData("afternoon", "afternoon")]
    [InlineData("In the AFTERNOON, please", "afternoon")]
    [InlineData("after lunch would be nice", "afternoon")]
    [InlineData("2", "afternoon")]
    [InlineData("3", null)]
    [InlineData("morning or afternoon", null)]
    [InlineData("mornings", null)]
    public void A_choice(string said, string? expected) =>
        Assert.Equal(expected, Read(DialogueSamples.Dialogue("change-appointment").Fields[1], said, "en"));

    [Theory]
    [InlineData("Hauptstraße 5, 10115 Berlin", "Hauptstraße 5, 10115 Berlin")]
    [InlineData("  my card   is 4111 1111 1111 4821 ", "my card is 4821")]
    [InlineData("Hamburg, as the agent whom I asked last week knows", "Hamburg, as the agent whom I asked last week knows")]
    [InlineData("\n", null)]
    public void Words(string said, string? expected) => Assert.Equal(expected, Read(Free, said, "de"));

    [Fact]
    public void A_pattern_must_match_the_whole_value()
    {
        var field = DialogueSamples.Dialogue("balance").Fields[0] with { Pattern = "^9" };

        Assert.Equal((null, "91234567"), (Read(field, "12345678", "en"), Read(field, "91234567", "en")));
    }

    [Fact]
    public void A_pattern_that_never_comes_to_an_end_matches_nothing()
    {
        var field = Free with { Pattern = "^(a+)+$" };

        Assert.Null(Read(field, new string('a', 60) + "!", "en"));
    }

    private static DialogueField Free => new()
    {
        Name = "note",
        Kind = DialogueFieldKind.Words,
        Questions = new Dictionary<string, string> { ["en"] = "What is new?", ["de"] = "Was ist neu?" },
    };

    /// <summary>The value that the dialogue has after the customer has said something, or null: it asks again.</summary>
    private static string? Read(DialogueField field, string said, string language)
    {
        var dialogue = DialogueSamples.Dialogue("raise-limit") with { Fields = [field], Confirms = false };
        var context = DialogueSamples.Context(language);
        var begun = Dialogue.Begin(dialogue, "", context);
        var turn = Dialogue.Decide(dialogue, begun.State, new DialogueInput { Text = said }, context);
        return turn.State.Values[0] is { Length: > 0 } value ? value : null;
    }
}
