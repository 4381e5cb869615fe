namespace ContactCenter.Functions.Tests.Field;

/// <summary>What customers say, as a person hears it: denials, words that others share, several wishes, urgency.</summary>
public sealed class HeardContactsTests : IDisposable
{
    private readonly FieldSystem _system = new();

    public static TheoryData<string> Denied => [.. FieldSystem.Lines("negation.txt").Concat(
    [
        "I have not lost my card", "my card was not stolen", "nobody stole my card", "there is no fraud on my account",
        "please do not cancel my contract", "I don't think that my card was stolen", "I don't need a new card",
        "Ich habe meine Karte nicht verloren", "das ist keine Beschwerde", "es geht nicht um Betrug",
        "Ich glaube nicht, dass meine Karte gestohlen wurde", "No card was lost", "I never said my card was stolen",
        "my lost card turned up", "I no longer want to cancel my contract", "Kein Betrug, nur eine Frage",
    ])];

    public static TheoryData<string> Shared => [.. FieldSystem.Lines("shared-word.txt").Concat(
    [
        "christmas card", "SIM card for my phone", "gift card balance", "is my card contactless", "graphics card driver", "stolen moments",
        "do you accept cards", "card", "loyalty card points", "wild card", "report card of my son", "Kreditkarte beantragen", "Landkarte",
    ])];

    /// <summary>A harm is named, and nobody says that it has happened.</summary>
    public static TheoryData<string> OnlyNamed =>
    [
        "fraud prevention seminar", "what is fraud", "what is phishing", "anti fraud policy", "phishing simulation for employees",
        "Betrug Vorlesung", "Seminar gegen Betrug", "scam awareness training", "how do you prevent card fraud", "Was ist Phishing",
        "theft report form download", "fraud report template", "identity theft documentary", "fraud department phone number",
        "Betrug Formular herunterladen", "fraud movie", "Betrug Definition", "scam calls statistics",
    ];

    /// <summary>Something else that is called a card is lost.</summary>
    public static TheoryData<string> OtherCards =>
    [
        "Eintrittskarte verloren", "Fahrkarte verloren", "Ich habe meine Eintrittskarte verloren", "Meine Fahrkarte ist weg",
        "SIM-Karte verloren", "Speicherkarte verloren", "Bordkarte verloren", "Konzertkarten gestohlen", "Visitenkarte verloren",
        "lost my library card", "my SIM card is lost", "gift card lost", "my memory card was stolen", "I lost my student card",
    ];

    public static TheoryData<string> WithEmergency => [.. FieldSystem.Lines("several.txt").Concat(
    [
        "my invoice is wrong and my wallet was stolen", "I would like an appointment but my card is gone",
        "where is my parcel? also somebody hacked my account", "change my address please; my card is lost",
        "Ich habe eine Frage zur Rechnung und meine Karte wurde gestohlen",
    ])];

    [Theory]
    [MemberData(nameof(Denied))]
    public async Task Nobody_is_sure_of_a_topic_that_is_denied(string text) => Assert.Equal("unsure", (await HearAsync(text))["status"]);

    [Theory]
    [InlineData("don't renew my plan", "cancel_contract")]
    [InlineData("my card does not work", "card_lost")]
    [InlineData("I can't log in", "password_login")]
    [InlineData("my order has not arrived", "order_status")]
    [InlineData("I don't recognise this payment", "fraud")]
    [InlineData("I can not find my card", "card_lost")]
    [InlineData("I don't want to talk to a machine", "talk_to_person")]
    [InlineData("No, I lost my card", "card_lost")]
    [InlineData("die App funktioniert nicht", "technical_problem")]
    [InlineData("Ich möchte meinen Vertrag nicht verlängern", "cancel_contract")]
    [InlineData("I am not calling about a complaint, I lost my card", "card_lost")]
    public async Task A_request_that_holds_a_not_stays_what_it_is(string text, string topic) =>
        Assert.Equal(("ok", topic), Of(await HearAsync(text)));

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task One_word_that_others_share_is_no_certainty(string text) => Assert.NotEqual("ok", (await HearAsync(text))["status"]);

    [Theory]
    [MemberData(nameof(OnlyNamed))]
    public async Task A_harm_that_is_only_named_is_no_emergency(string text) => Assert.NotEqual("ok", (await HearAsync(text))["status"]);

    [Theory]
    [MemberData(nameof(OtherCards))]
    public async Task Another_thing_that_is_called_a_card_is_no_emergency(string text) =>
        Assert.NotEqual("ok", (await HearAsync(text))["status"]);

    [Theory]
    [InlineData("fraud", "fraud")]
    [InlineData("bank fraud", "fraud")]
    [InlineData("card fraud", "fraud")]
    [InlineData("account fraud", "fraud")]
    [InlineData("online banking fraud", "fraud")]
    [InlineData("identity theft", "fraud")]
    [InlineData("Betrug melden", "fraud")]
    [InlineData("Betrug anzeigen", "fraud")]
    [InlineData("Verdacht auf Betrug", "fraud")]
    [InlineData("Kreditkarte verloren", "card_lost")]
    [InlineData("Bankkarte verloren", "card_lost")]
    [InlineData("EC-Karte verloren", "card_lost")]
    [InlineData("Visakarte gestohlen", "card_lost")]
    [InlineData("my new credit card was stolen", "card_lost")]
    [InlineData("I lost my wallet with my bank card and my train ticket", "card_lost")]
    [InlineData("report fraud", "fraud")]
    [InlineData("Betrug", "fraud")]
    [InlineData("Betrug auf meinem Konto", "fraud")]
    [InlineData("I was scammed", "fraud")]
    [InlineData("card stolen", "card_lost")]
    [InlineData("Karte verloren", "card_lost")]
    [InlineData("they found my stolen card", "card_lost")]
    [InlineData("somebody took my card", "card_lost")]
    [InlineData("I left my card in a taxi", "card_lost")]
    [InlineData("meine Karte ist weg", "card_lost")]
    [InlineData("unauthorised charge on my card", "fraud")]
    [InlineData("my account was hacked", "fraud")]
    public async Task An_emergency_with_evidence_is_one(string text, string topic) =>
        Assert.Equal(("ok", topic), Of(await HearAsync(text)));

    [Theory]
    [MemberData(nameof(WithEmergency))]
    public async Task An_emergency_is_heard_beside_a_harmless_wish(string text)
    {
        var answer = await HearAsync(text);

        Assert.Equal("ok", answer["status"]);
        Assert.Contains(answer["topic"], new[] { "card_lost", "fraud" });
        Assert.Equal(answer["topic"], answer["topic1"]);
    }

    [Theory]
    [InlineData("this is not so urgent", "low")]
    [InlineData("nothing urgent", "low")]
    [InlineData("Sofortüberweisung geht nicht", "none")]
    [InlineData("my card fails whenever you charge it, urgent", "high")]
    [InlineData("Er hat Zeitungen bestellt", "none")]
    [InlineData("it does not need to be all that urgent", "low")]
    [InlineData("das ist nicht wirklich dringend", "low")]
    [InlineData("dringend ist es nicht", "low")]
    [InlineData("kein Notfall, take your time", "low")]
    [InlineData("Fragen zum Ruhestand", "none")]
    [InlineData("No, this is urgent!", "high")]
    [InlineData("I cannot log in and it is urgent", "high")]
    [InlineData("the first thing is not urgent but the second is urgent", "high")]
    [InlineData("an insurgent app", "none")]
    [InlineData("so schnell wie mo\u0308glich bitte", "high")]
    public async Task Urgency_is_in_whole_words_that_are_not_denied_and_the_high_one_wins(string text, string urgency) =>
        Assert.Equal(urgency, (await HearAsync(text))["urgency"]);

    [Fact]
    public async Task Each_line_of_the_case_is_as_urgent_as_it_says()
    {
        var heard = new List<string>();
        foreach (var line in FieldSystem.Lines("urgency.txt"))
        {
            heard.Add((await HearAsync(line))["urgency"]);
        }

        Assert.Equal(["low", "low", "none", "high", "none"], heard);
    }

    [Theory]
    [InlineData("AMAZON.HelpIntent")]
    [InlineData("amazon.StopIntent")]
    [InlineData(" AMAZON.RepeatIntent ")]
    [InlineData("AMAZON.FallbackIntent")]
    [InlineData("FallbackIntent")]
    public async Task An_intent_that_the_bot_brings_is_no_topic(string intent) =>
        Assert.Equal(("no_text", "none"), Of(await _system.AskAsync("ClassifyContact", ("intent", intent))));

    [Fact]
    public async Task Cancelling_a_dialogue_cancels_no_contract() =>
        Assert.Equal(("no_text", "none"), Of(await _system.AskFileAsync("ClassifyContact", "built-in-intent.json")));

    [Fact]
    public async Task An_intent_of_the_center_is_a_topic_nevertheless() =>
        Assert.Equal(("ok", "card_lost"), Of(await _system.AskAsync("ClassifyContact", ("intent", "card_lost"))));

    public void Dispose() => _system.Dispose();

    private static (string Status, string Topic) Of(Dictionary<string, string> answer) => (answer["status"], answer["topic"]);

    private Task<Dictionary<string, string>> HearAsync(string text) => _system.AskAsync("ClassifyContact", ("text", text));
}
