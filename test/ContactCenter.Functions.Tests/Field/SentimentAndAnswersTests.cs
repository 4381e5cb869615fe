using System.Globalization;
using System.Text;

namespace ContactCenter.Functions.Tests.Field;

/// <summary>How customers sound, and what self-service answers them.</summary>
public sealed class SentimentAndAnswersTests : IDisposable
{
    private readonly FieldSystem _system = new();

    public static TheoryData<string> Unanswered => [.. FieldSystem.Lines("noanswer.txt").Concat(
    [
        "how do I delete my profile picture", "limit", "how do I freeze bread", "when do you pay", "Wie lösche ich mein Konto",
        "Wie loesche ich mein Konto", "Konto löschen", "kann ich mein Konto löschen", "mein Konto bitte löschen", "Firma löschen",
    ])];

    public static TheoryData<string> Negators => [.. FieldSystem.Lines("negators.txt").Concat(
    [
        "weder freundlich noch hilfreich", "the agent was far from helpful", "nichts als Ärger", "nothing but trouble",
        "I don't think that it was good", "Das war keineswegs gut", "not helpful nor friendly",
    ])];

    public static TheoryData<string> German =>
        [.. FieldSystem.Lines("german.txt").Concat(["Die Beratung war toll", "Handy geht wieder, danke"])];

    [Theory]
    [MemberData(nameof(Unanswered))]
    public async Task A_question_of_which_an_article_has_one_word_goes_to_an_agent(string question) =>
        Assert.Equal("unsure", (await _system.AskAsync("AnswerQuestion", ("text", question)))["status"]);

    [Theory]
    [InlineData("Überweisungsdauer", "de-ueberweisung-dauer")]
    [InlineData("Kartenverlust", "de-karte-sperren")]
    [InlineData("Filialöffnungszeiten", "de-oeffnungszeiten")]
    [InlineData("U\u0308berweisungsdauer", "de-ueberweisung-dauer")]
    [InlineData("Kartensperrung", "de-karte-sperren")]
    [InlineData("Passwortänderung", "de-passwort")]
    [InlineData("Lastschriftrückgabe", "de-lastschrift")]
    public async Task A_german_compound_is_found_by_its_known_parts(string question, string article) =>
        Assert.Equal(article, (await _system.AskAsync("AnswerQuestion", ("text", question)))["article1"]);

    [Fact]
    public async Task Each_compound_of_the_case_is_found()
    {
        var found = new List<string>();
        foreach (var question in FieldSystem.Lines("compound.txt"))
        {
            found.Add((await _system.AskAsync("AnswerQuestion", ("text", question)))["article1"]);
        }

        Assert.Equal(["de-ueberweisung-dauer", "de-karte-sperren", "de-oeffnungszeiten"], found);
    }

    [Theory]
    [InlineData("Kartenverlust")]
    [InlineData("Kartenspiel")]
    public async Task A_compound_with_an_unknown_part_is_not_sure(string question) =>
        Assert.Equal("unsure", (await _system.AskAsync("AnswerQuestion", ("text", question)))["status"]);

    [Theory]
    [InlineData("wie lange dauert eine Überweisung")]
    [InlineData("how do I block my card")]
    [InlineData("BLOCKING CARDS")]
    [InlineData("wie sperre ich meine Karte")]
    [InlineData("Kreditkarte sperren")]
    [InlineData("Girokarte sperren")]
    [InlineData("Wie kann ich eine Karte sperren lassen")]
    [InlineData("Einzugsermächtigung löschen")]
    public async Task A_question_with_all_its_words_is_answered(string question) =>
        Assert.Equal("ok", (await _system.AskAsync("AnswerQuestion", ("text", question)))["status"]);

    [Theory]
    [MemberData(nameof(Negators))]
    public async Task A_denial_turns_praise_around_in_pairs_and_phrases_too(string text) => Assert.True(await SoundAsync(text) < -0.05);

    [Theory]
    [InlineData("nicht nur gut, sondern perfekt")]
    [InlineData("not only kind but also fast")]
    [InlineData("Das war nicht schlecht, das war super")]
    public async Task What_only_looks_like_a_denial_leaves_praise_alone(string text) => Assert.True(await SoundAsync(text) > 0.05);

    [Theory]
    [InlineData("das ist ärgerlich", -1)]
    [InlineData("danke für Ihre Hilfe", 1)]
    [InlineData("schöner Service", 1)]
    [InlineData("sehr höflich und schön", 1)]
    [InlineData("größter Ärger", -1)]
    public async Task Letters_in_pieces_say_what_whole_ones_say(string text, int sign)
    {
        var whole = await SoundAsync(text.Normalize(NormalizationForm.FormC));
        var pieces = await SoundAsync(InPieces(text));

        Assert.Equal((whole, sign), (pieces, Math.Sign(pieces)));
    }

    [Fact]
    public async Task The_case_comes_in_pieces()
    {
        var lines = File.ReadAllLines(FieldSystem.PathOf("nfd.txt"));

        Assert.Contains('\u0308', lines[0]);
        Assert.True(await SoundAsync(lines[0]) < 0);
        Assert.True(await SoundAsync(lines[1]) > 0);
    }

    [Theory]
    [MemberData(nameof(German))]
    public async Task A_german_word_that_is_an_english_one_is_german(string text)
    {
        Assert.True(await SoundAsync(text) >= 0);
        Assert.True(await SoundAsync(text, "de") >= 0);
    }

    [Fact]
    public async Task The_language_of_the_contact_decides_what_a_word_means()
    {
        Assert.Equal(0, await SoundAsync("war", "de"));
        Assert.True(await SoundAsync("war", "en") < 0);
        Assert.Equal(0, await SoundAsync("pain", "fr"));
    }

    [Fact]
    public async Task A_turn_that_comes_in_pieces_and_whole_counts_once_as_contact_lens_judged_it()
    {
        var reply = await _system.AskFileAsync("TrackSentiment", "utterance-and-transcript.json");

        Assert.Equal(("1", "1"), (reply["signals"], reply["scores"]));
    }

    [Theory]
    [InlineData("""{"Transcript":{"Id":"t","ParticipantRole":"CUSTOMER","Content":"bad"}},{"Transcript":{"Id":"t","ParticipantRole":"CUSTOMER","Content":"bad","Sentiment":"NEGATIVE"}}""", 1)]
    [InlineData("""{"Utterance":{"Id":"u","TranscriptId":"t","ParticipantRole":"CUSTOMER","PartialContent":"ba"}},{"Transcript":{"Id":"t","ParticipantRole":"CUSTOMER","Content":"bad"}}""", 1)]
    [InlineData("""{"Transcript":{"Id":"t","ParticipantRole":"CUSTOMER","Content":"bad"}},{"Transcript":{"Id":"v","ParticipantRole":"CUSTOMER","Content":"bad"}}""", 2)]
    [InlineData("""{"Transcript":{"ParticipantRole":"CUSTOMER","Content":"bad"}},{"Transcript":{"ParticipantRole":"CUSTOMER","Content":"bad"}}""", 2)]
    [InlineData("""{"Transcript":{"Id":"\ud800","ParticipantRole":"CUSTOMER","Content":"bad"}},{"Transcript":{"Id":"v","ParticipantRole":"CUSTOMER","Content":"\udfff"}}""", 1)]
    public async Task A_turn_counts_once_and_a_broken_one_spoils_only_itself(string segments, int scores) =>
        Assert.Equal($"{scores}", (await _system.AskAsync("TrackSentiment", Stream(Segments(segments))))["scores"]);

    [Fact]
    public async Task A_broken_record_spoils_only_itself()
    {
        byte[] invalid = [.. Encoding.UTF8.GetBytes("{\"EventType\":\"SEGMENTS\",\"ContactId\":\""), 0xC3, 0x28, .. "\"}"u8];
        var whole = Segments("""{"Transcript":{"Id":"t","ParticipantRole":"CUSTOMER","Content":"bad"}}""");

        var reply = await _system.AskAsync("TrackSentiment", Stream(invalid, "{"u8.ToArray(), "{\"\\ud800\":1}"u8.ToArray(), whole));

        Assert.Equal(("1", "1"), (reply["signals"], reply["scores"]));
    }

    public void Dispose() => _system.Dispose();

    private static byte[] Segments(string segments) => Encoding.UTF8.GetBytes(
        $$"""{"Version":"1.0.0","Channel":"VOICE","ContactId":"c1","LanguageCode":"en-US","EventId":"e1","EventType":"SEGMENTS","Segments":[{{segments}}]}""");

    private static byte[] Stream(params byte[][] records) => Encoding.UTF8.GetBytes(
        $$"""{"Records":[{{string.Join(',', records.Select(Record))}}]}""");

    private static string Record(byte[] record, int number) =>
        $$$"""{"kinesis":{"sequenceNumber":"{{{number}}}","data":"{{{Convert.ToBase64String(record)}}}"}}""";

    private static string InPieces(string text) => text.Replace("ä", "a\u0308", StringComparison.Ordinal)
        .Replace("ö", "o\u0308", StringComparison.Ordinal)
        .Replace("ü", "u\u0308", StringComparison.Ordinal)
        .Replace("Ä", "A\u0308", StringComparison.Ordinal);

    private async Task<double> SoundAsync(string text, string? language = null)
    {
        var answer = await _system.AskAsync(
            "TrackSentiment", "CHAT", language is null ? [] : [("language", language)], [("text", text)]);
        return double.Parse(answer["sentiment"], CultureInfo.InvariantCulture);
    }
}
