using System.Text.Json;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Tests.Contacts.Dialogues;

public sealed class DialogueTests
{
    private static readonly FunctionResult Done =
        new(FunctionOutcome.Answered, """{"status":"done","values":{"reference":"BC-77","balance":"12"}}"""u8.ToArray());

    [Fact]
    public void An_impatient_customer_and_a_repeated_step_give_the_function_one_key()
    {
        var keys = new List<string>();
        var contact = new TalkingContact(DialogueSamples.Configuration(), "card_lost", "en", "CHAT");
        contact.Step(Function, ("step", "begin"));
        contact.Step(Function, ("text", "4821"));
        var before = contact.Attributes["dialogueState"];
        contact.Step(Function, ("text", "yes"));

        // Amazon Connect asks again when it did not get the answer: with the attributes as they were
        contact.Attributes["dialogueState"] = before;
        var again = contact.Step(Function, ("text", "yes"));

        Assert.Equal(("ask", 2, 1), (again.Decision, keys.Count, keys.Distinct().Count()));

        FunctionResult Function(DialogueSettings dialogue, DialogueState state, FlowRequest request)
        {
            keys.Add(DialogueRequest.KeyOf(request, state));
            return Done;
        }
    }

    [Fact]
    public void Yes_once_more_after_it_is_done_calls_nothing()
    {
        var calls = 0;
        var contact = new TalkingContact(DialogueSamples.Configuration(), "card_lost", "en", "CHAT");
        contact.Step(Function, ("step", "begin"));
        contact.Step(Function, ("text", "4821"));
        contact.Step(Function, ("text", "yes"));
        contact.Step(Function, ("text", "yes yes yes"));

        Assert.Equal(1, calls);

        FunctionResult Function(DialogueSettings dialogue, DialogueState state, FlowRequest request)
        {
            calls++;
            return Done;
        }
    }

    [Theory]
    [InlineData("card_lost", "en", "What exactly happens then?", null)]
    [InlineData("card_lost", "en", "is that the right card", null)]
    [InlineData("card_lost", "en", "is that right", "Yes")]
    [InlineData("card_lost", "en", "the correct one is 4822", null)]
    [InlineData("card_lost", "en", "the correct one is 4822", "Yes")]
    [InlineData("card_lost", "en", "okay, but only the credit card", "Yes")]
    [InlineData("card_lost", "en", "sure, and the other one too", null)]
    [InlineData("card_lost", "en", "yes", "No")]
    [InlineData("card_lost", "de", "Was passiert dann genau?", null)]
    [InlineData("card_lost", "de", "was passiert dann genau", "Yes")]
    [InlineData("card_lost", "de", "Richtig wäre 4822", null)]
    [InlineData("card_lost", "de", "stimmt das so", null)]
    [InlineData("card_lost", "de", "ja stimmt das", null)]
    [InlineData("card_lost", "de", "stimmt das dann", null)]
    [InlineData("card_lost", "de", "also passt es so", "Yes")]
    [InlineData("card_lost", "de", "mach das bitte richtig", null)]
    [InlineData("card_lost", "de", "ja, bitte richtig machen", "Yes")]
    [InlineData("card_lost", "en", "please correct it", null)]
    [InlineData("card_lost", "en", "yes, correct that please", "Yes")]
    [InlineData("card_lost", "en", "please do it right", null)]
    [InlineData("card_lost", "de", "ja, aber erst morgen", null)]
    [InlineData("card_lost", "de", "das ist richtig, oder nicht", null)]
    [InlineData("card_limit", "en", "ok, but 500", null)]
    public void A_yes_with_anything_beside_it_calls_nothing_and_asks_on(string topic, string language, string said, string? intent)
    {
        var contact = new TalkingContact(DialogueSamples.Configuration(), topic, language, "CHAT");
        contact.Step(Never, ("step", "begin"));
        contact.Step(Never, ("text", "4821"));

        Assert.Equal("ask", contact.Step(Never, ("text", said), ("intent", intent ?? "FallbackIntent")).Decision);
    }

    [Theory]
    [InlineData("en", "Yes, thank you very much.")]
    [InlineData("en", "ok do it please")]
    [InlineData("en", "that's right, 4821")]
    [InlineData("en", "yes, that is correct")]
    [InlineData("en", "correct, thanks")]
    [InlineData("en", "no problem")]
    [InlineData("de", "ja, machen Sie das bitte")]
    [InlineData("de", "so ist es")]
    [InlineData("de", "ja, ganz richtig")]
    [InlineData("de", "stimmt, das ist richtig")]
    [InlineData("de", "Das ist genau richtig, vielen Dank")]
    public void A_yes_among_words_that_add_nothing_is_one(string language, string said)
    {
        var calls = 0;
        var contact = new TalkingContact(DialogueSamples.Configuration(), "card_lost", language, "CHAT");
        contact.Step(Never, ("step", "begin"));
        contact.Step(Never, ("text", "4821"));
        contact.Step(Function, ("text", said));

        Assert.Equal(1, calls);

        FunctionResult Function(DialogueSettings dialogue, DialogueState state, FlowRequest request)
        {
            calls++;
            return Done;
        }
    }

    [Fact]
    public void Other_values_have_another_key()
    {
        var keys = new List<string>();
        var contact = new TalkingContact(DialogueSamples.Configuration(), "account_balance", "en", "CHAT");
        contact.Step(Function, ("step", "begin"));
        contact.Step(Function, ("text", "12345678"));
        contact.Step(Function, ("text", "12345679"));

        Assert.Equal(
            ["4a573372-1f28-4e26-b97b-000000000001/balance/1", "4a573372-1f28-4e26-b97b-000000000001/balance/2"], keys);

        FunctionResult Function(DialogueSettings dialogue, DialogueState state, FlowRequest request)
        {
            keys.Add(DialogueRequest.KeyOf(request, state));
            return new(FunctionOutcome.Answered, """{"status":"ask","field":"number"}"""u8.ToArray());
        }
    }

    [Fact]
    public void A_function_is_told_what_the_contract_says_and_no_other_attribute()
    {
        byte[] told = [];
        var contact = new TalkingContact(DialogueSamples.Configuration(), "card_lost", "de", "CHAT");
        contact.Attributes["secretNote"] = "not for functions";
        contact.Step(Function, ("step", "begin"));
        contact.Step(Function, ("text", "4821"));
        contact.Step(Function, ("text", "ja"));

        Assert.Equal(
            """{"version":1,"dialogue":"block-card","callKey":"4a573372-1f28-4e26-b97b-000000000001/block-card/1","attempt":1,"contactId":"4a573372-1f28-4e26-b97b-000000000001","channel":"CHAT","language":"de","customer":{"id":null,"address":null},"fields":{"card":"4821"},"attributes":{"customerNumber":"100200"}}""",
            JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(told)));

        FunctionResult Function(DialogueSettings dialogue, DialogueState state, FlowRequest request)
        {
            told = DialogueRequest.Write(dialogue, state, request, "de");
            return Done;
        }
    }

    [Fact]
    public void An_agent_is_told_everything_that_was_said()
    {
        var contact = new TalkingContact(DialogueSamples.Configuration(), "appointment", "en", "CHAT");
        contact.Step(Never, ("step", "begin"));
        contact.Step(Never, ("text", "tomorrow"));
        contact.Step(Never, ("text", "morning"));

        var answer = contact.Step(Never, ("text", "let me speak to somebody"));

        Assert.Equal(
            ("agent", "change-appointment", "asked", "day: 2026-12-03; part: morning"),
            (answer.Decision, answer.Values["dialogue"], answer.Values["reason"], answer.Notes["said"]));
    }

    [Fact]
    public void The_words_that_led_to_it_are_not_asked_for_again()
    {
        var contact = new TalkingContact(DialogueSamples.Configuration(), "card_lost", "en", "CHAT");

        var answer = contact.Step(Never, ("step", "begin"), ("text", "please block my card ending in 4821"));

        Assert.Contains("ending in 4821", answer.Sentences["say"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_led_to_it_is_no_value()
    {
        var contact = new TalkingContact(DialogueSamples.Configuration(), "appointment", "en", "VOICE");

        var answer = contact.Step(Never, ("step", "begin"), ("text", "1"));

        Assert.Contains("Which day", answer.Sentences["say"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_dialogue_that_ended_is_not_begun_again()
    {
        var contact = new TalkingContact(DialogueSamples.Configuration(), "card_lost", "en", "CHAT");
        contact.Step(Never, ("step", "begin"));
        contact.Step(Never, ("text", "0"));

        Assert.Equal("none", contact.Step(Never, ("step", "begin")).Decision);
    }

    [Theory]
    [InlineData("1;block-card;confirm;0;0;0;0;0;1;12345")]
    [InlineData("1;block-card;confirm;0;0;0;0;0;1;")]
    [InlineData("1;block-card;confirm;0;0;0;0;0;1;4821;4821")]
    [InlineData("1;block-card;3;0;0;0;0;0;1;4821")]
    [InlineData("1;block-card;field;7;0;0;0;0;1;")]
    [InlineData("1;block-card;field;0;-1;0;0;0;1;")]
    [InlineData("2;block-card;confirm;0;0;0;0;0;1;4821")]
    [InlineData("1;no-dialogue;confirm;0;0;0;0;0;1;4821")]
    [InlineData("nonsense")]
    public void A_state_that_is_none_calls_nothing(string state)
    {
        var contact = new TalkingContact(DialogueSamples.Configuration(), "card_lost", "en", "CHAT");
        contact.Attributes["dialogueState"] = state;

        Assert.Equal("none", contact.Step(Never, ("text", "yes")).Decision);
    }

    [Theory]
    [InlineData("nothing", "en", null)]
    [InlineData("card_lost", "fr", null)]
    [InlineData("card_lost", "en", ",block-card,")]
    public void Without_words_topic_or_function_there_is_no_dialogue(string topic, string language, string? skip)
    {
        var contact = new TalkingContact(DialogueSamples.Configuration(), topic, language, "CHAT");
        contact.Attributes["skip"] = skip ?? "none";

        Assert.Equal("none", contact.Step(Never, ("step", "begin")).Decision);
    }

    [Fact]
    public void Words_survive_their_way_with_the_contact()
    {
        var state = new DialogueState("d", DialogueStep.Confirm) { Values = ["a;b%{c}$.Attributes.x <b> & ü €, 5"] };
        var dialogue = DialogueSamples.Dialogue("raise-limit") with
        {
            Name = "d",
            Fields =
            [
                new DialogueField
                {
                    Name = "n", Kind = DialogueFieldKind.Words, Questions = new Dictionary<string, string> { ["en"] = "?" },
                },
            ],
        };

        var back = DialogueState.Read(FlowSpeech.Shown(state.Write()), dialogue, DialogueSamples.Today);

        Assert.Equal(state.Values, back?.Values);
    }

    [Fact]
    public void What_does_not_fit_into_an_attribute_goes_to_an_agent() =>
        Assert.Null(new DialogueState("d", DialogueStep.Confirm) { Values = [.. Enumerable.Repeat(new string('%', 100), 6)] }.Write());

    [Fact]
    public void Whatever_is_said_and_answered_it_comes_to_an_end()
    {
        string[] said =
            ["", "4821", "yes", "no", "no, 1234", "where do I find it", "repeat", "the blue one", "1", "2", "500", "tomorrow", "?"];
        var configuration = DialogueSamples.Configuration();
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var dialogue = configuration.Dialogues[random.Next(configuration.Dialogues.Count)];
            var contact = new TalkingContact(configuration, dialogue.Topics[0], "en", "VOICE");
            var answer = contact.Step((_, _, _) => Any(random), ("step", "begin"));
            var steps = 0;
            for (; answer.Decision is "ask" or "wait" && steps < 200; steps++)
            {
                var words = said[random.Next(said.Length)];
                answer = answer.Decision == "wait" ? contact.Step((_, _, _) => Any(random), ("step", "waited"))
                    : contact.Step((_, _, _) => Any(random), words.Length == 0 ? ("step", "silence") : ("text", words));
            }

            Assert.True(answer.Decision is "done" or "agent", $"seed {seed}: {answer.Decision} after {steps} steps");
        }
    }

    private static FunctionResult Any(Random random) => random.Next(4) switch
    {
        0 => FunctionResult.Late,
        1 => FunctionResult.Failed,
        2 => new(FunctionOutcome.Answered, """{"status":"ask","field":"card"}"""u8.ToArray()),
        _ => new(FunctionOutcome.Answered, """{"status":"done","values":{"reference":"1","time":"9","balance":"2"}}"""u8.ToArray()),
    };

    private static FunctionResult Never(DialogueSettings dialogue, DialogueState state, FlowRequest request) =>
        throw new InvalidOperationException("the function is not to be called");
}
