using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Contacts.Serving;

public sealed class BotTurnTests
{
    [Fact]
    public void What_a_caller_said_stands_in_a_session_attribute()
    {
        var session = Answered(Recorded("14-lex-event-connect-voice"));

        Assert.Equal(
            ("where is my parcel", "words", "Speech"),
            ((string?)session["sessionAttributes"]!["heard"],
                (string?)session["sessionAttributes"]!["heardStatus"],
                (string?)session["sessionAttributes"]!["heardMode"]));
    }

    [Fact]
    public void The_intent_is_fulfilled_so_that_the_flow_goes_on()
    {
        var session = Answered(Recorded("14-lex-event-connect-voice"));

        Assert.Equal(
            ("Close", "FallbackIntent", "Fulfilled"),
            ((string?)session["dialogAction"]!["type"], (string?)session["intent"]!["name"], (string?)session["intent"]!["state"]));
    }

    [Fact]
    public void Where_Lex_asks_before_it_is_fulfilled_Lex_goes_on_by_itself()
    {
        var session = Answered(Recorded("15-lex-event-connect-chat"));

        Assert.Equal(
            ("Delegate", "InProgress", "talk to a person"),
            ((string?)session["dialogAction"]!["type"],
                (string?)session["intent"]!["state"],
                (string?)session["sessionAttributes"]!["heard"]));
    }

    [Fact]
    public void What_others_keep_in_the_session_stays() =>
        Assert.Equal("+15550100001", (string?)Answered(Recorded("14-lex-event-connect-voice"))["sessionAttributes"]!["callerNumber"]);

    [Fact]
    public void The_contact_is_known_by_what_the_flow_has_told() =>
        Assert.Equal("33333333-4444-5555-6666-000000000001", BotTurn.Read(Bytes(Recorded("14-lex-event-connect-voice"))).ContactId);

    [Fact]
    public void What_was_heard_the_turn_before_is_gone_when_nothing_is_heard()
    {
        var silent = Recorded("14-lex-event-connect-voice");
        silent["inputTranscript"] = "";
        silent["sessionState"]!["sessionAttributes"]!["heard"] = "my card is gone";

        var attributes = Answered(silent)["sessionAttributes"]!;

        Assert.Equal(("nothing", null), ((string?)attributes["heardStatus"], (string?)attributes["heard"]));
    }

    [Fact]
    public void A_key_is_told_from_words()
    {
        var keyed = Recorded("14-lex-event-connect-voice");
        (keyed["inputTranscript"], keyed["inputMode"]) = ("2", "DTMF");

        Assert.Equal("keys", (string?)Answered(keyed)["sessionAttributes"]!["heardStatus"]);
    }

    [Theory]
    [InlineData("where is my parcel", 0.92, false)]
    [InlineData("where is my parcel", 0.3, true)]
    [InlineData("", 0.92, true)]
    public void What_was_not_heard_or_guessed_counts_as_missed(string words, double confidence, bool isMissed)
    {
        var turn = Recorded("14-lex-event-connect-voice");
        turn["inputTranscript"] = words;
        turn["transcriptions"]![0]!["transcriptionConfidence"] = confidence;

        Assert.Equal(isMissed, BotTurn.Read(Bytes(turn)).IsMissed);
    }

    [Fact]
    public void Long_words_are_cut_and_stay_on_one_line()
    {
        var turn = Recorded("14-lex-event-connect-voice");
        turn["inputTranscript"] = "a\r\nb" + new string('x', 5000);

        var heard = (string)Answered(turn)["sessionAttributes"]!["heard"]!;

        Assert.Equal((BotTurn.MaximumWords, "a  b"), (heard.Length, heard[..4]));
    }

    [Fact]
    public void Attributes_beyond_what_Lex_takes_are_left_behind()
    {
        var turn = Recorded("14-lex-event-connect-voice");
        turn["sessionState"]!["sessionAttributes"]!["much"] = new string('x', 20_000);

        Assert.InRange(BotTurn.Read(Bytes(turn)).Answer().Length, 100, 12_000);
    }

    [Fact]
    public void An_intent_that_the_bot_does_not_have_is_that_of_all_others()
    {
        var turn = Recorded("14-lex-event-connect-voice");
        turn["sessionState"]!["intent"]!["name"] = "Order\"Status";

        Assert.Equal("FallbackIntent", (string?)Answered(turn)["intent"]!["name"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"sessionState":{"intent":[]}}""")]
    [InlineData("""{"sessionState":{"intent":{"name":7}}}""")]
    public void Whatever_comes_the_bot_gets_an_answer_with_which_the_flow_goes_on(string json)
    {
        var turn = BotTurn.Read(Encoding.UTF8.GetBytes(json));

        var session = JsonNode.Parse(turn.Answer())!["sessionState"]!;

        Assert.False(turn.IsReadable);
        Assert.Equal(
            ("Close", "nothing"), ((string?)session["dialogAction"]!["type"], (string?)session["sessionAttributes"]!["heardStatus"]));
    }

    private static JsonNode Recorded(string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "events", $"{name}.json")))!;

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private static JsonNode Answered(JsonNode turn) => JsonNode.Parse(BotTurn.Read(Bytes(turn)).Answer())!["sessionState"]!;
}
