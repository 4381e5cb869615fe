using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Core.Tests.Contacts.Synthetic;

/// <summary>Which contacts there are, and what a test case of each says.</summary>
public sealed class SyntheticContactsTests
{
    [Fact]
    public void Nothing_is_tried_that_is_not_configured() =>
        Assert.Empty(SyntheticContacts.Of(SyntheticCenter.Configuration() with { Synthetic = null }));

    [Fact]
    public void Each_flow_that_customers_come_in_by_is_tried_in_each_language() => Assert.Equal(
        ["inbound-en", "inbound-de", "chat-en", "chat-de"],
        SyntheticContacts.Of(SyntheticCenter.Configuration(flows: static flows => flows.Languages =
            [new FlowLanguage { Code = "en" }, new FlowLanguage { Code = "de" }])).Select(static contact => contact.Id));

    [Fact]
    public void A_call_hears_the_greeting_asks_the_bot_for_a_person_and_ends_in_the_default_queue()
    {
        var call = SyntheticCenter.Call();

        Assert.Equal("Welcome, and thank you for getting in touch.", call.Hears);
        Assert.Equal("arn:aws:lex:eu-central-1:123456789012:bot-alias/ABCDEFGHIJ/KLMNOPQRST", call.BotArn);
        Assert.Contains("representative", call.Says, StringComparison.Ordinal);
        Assert.Equal("Billing", call.Queue?.Name);
        Assert.Equal([SyntheticStep.Greeting, SyntheticStep.Bot, SyntheticStep.Queue], call.Steps);
    }

    [Fact]
    public void Without_a_bot_a_call_presses_the_first_key_and_ends_in_the_queue_of_its_topic()
    {
        var configuration = SyntheticCenter.Configuration(flows: static flows =>
        {
            flows.Bot = null;
            flows.Menu = [new MenuSettings { Key = "3", Topic = "card_lost", Text = "a lost card" }];
        });
        configuration.Routing.Topics = new Dictionary<string, TopicRoute> { ["card_lost"] = new() { Queue = "Cards" } };

        var call = SyntheticContacts.Of(configuration)[0];

        Assert.Equal(("3", "Cards", null), (call.Key, call.Queue?.Name, call.BotArn));
        Assert.Contains("For a lost card, press 3.", call.Hears, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_file_says_of_a_contact_goes_before()
    {
        var call = SyntheticCenter.Call(static settings => settings.Contacts =
            [new SyntheticContactSettings { Flow = "inbound", Says = "my card is gone", Queue = "Cards" }]);

        Assert.Equal(("my card is gone", "Cards"), (call.Says, call.Queue?.Name));
    }

    [Fact]
    public void A_flow_of_ones_own_is_tried_by_its_id_and_ends_when_it_was_heard()
    {
        var configuration = SyntheticCenter.Configuration(static settings => settings.Contacts =
            [new SyntheticContactSettings { Flow = "Main line", Hears = "Good day" }]);
        configuration.ContactFlows = [new NamedResource { Name = "Main line", Id = "11111111-0000-0000-0000-0000000000f1" }];

        var own = SyntheticContacts.Of(configuration)[^1];

        Assert.Equal(("main-line-en", "11111111-0000-0000-0000-0000000000f1"), (own.Id, own.FlowId));
        Assert.Equal([SyntheticStep.Greeting], own.Steps);
    }

    [Theory]
    [InlineData("Main line", "Main-line")]
    [InlineData("予約", "支払")]
    [InlineData("Inbound", "Main line")]
    public void Flows_whose_names_differ_only_where_an_id_has_a_dash_are_contacts_of_their_own(string one, string other)
    {
        var configuration = SyntheticCenter.Configuration(settings => settings.Contacts =
        [
            new SyntheticContactSettings { Flow = one, Hears = "Good day" },
            new SyntheticContactSettings { Flow = other, Hears = "Good day" },
        ]);
        configuration.ContactFlows =
        [
            new NamedResource { Name = one, Id = "11111111-0000-0000-0000-0000000000f1" },
            new NamedResource { Name = other, Id = "11111111-0000-0000-0000-0000000000f2" },
        ];

        var ids = SyntheticContacts.Of(configuration).Select(static contact => contact.Id).ToArray();

        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, static id => Assert.All(id, static letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter == '-')));
    }

    [Theory]
    [InlineData("eu-central-1", true, 2)]
    [InlineData("eu-north-1", true, 1)]
    [InlineData("eu-central-1", false, 1)]
    public void Without_test_cases_chats_alone_are_tried(string region, bool testCases, int tried)
    {
        var configuration = SyntheticCenter.Configuration(settings => settings.TestCases = testCases);
        configuration.Instance = configuration.Instance with
        {
            Arn = configuration.Instance.Arn.Replace("eu-central-1", region, StringComparison.Ordinal),
        };

        Assert.Equal(tried, SyntheticContacts.Tried(configuration).Count);
    }

    [Fact]
    public void A_test_case_is_written_as_the_service_was_seen_to_take_it()
    {
        var content = Content(SyntheticCenter.Call());

        Assert.Equal("2019-10-30", (string)content["Version"]!);
        Assert.Equal(["begin", "greeting", "bot", "queue"], Observations(content).Select(static one => (string)one["Identifier"]!));
        Assert.Equal(
            ["greeting", "bot", "queue", null],
            Observations(content).Select(static one => (string?)one["Transitions"]!["NextObservations"]!.AsArray().FirstOrDefault()));
        Assert.All(Observations(content), static one => Assert.Null(one["Usage"]));
        Assert.All(
            Observations(content).SelectMany(static one => one["Actions"]!.AsArray())
                .Where(static action => action!["Transitions"] is not null),
            static action => Assert.NotEmpty((string)action!["Transitions"]!["NextAction"]!));
    }

    [Fact]
    public void What_is_heard_is_matched_by_similarity_because_prompts_come_back_as_transcripts() => Assert.Equal(
        "Similarity", (string)Observations(Content(SyntheticCenter.Call()))[1]["Event"]!["MatchingCriteria"]!);

    [Fact]
    public void When_the_queue_is_reached_bot_and_queue_are_checked_and_the_test_ends_before_an_agent_has_it() => Assert.Equal(
        ["is-heard $.Attributes.botHeard", "is-queue $.Queue.Name", "end "],
        Observations(Content(SyntheticCenter.Call()))[3]["Actions"]!.AsArray()
            .Select(static action => $"{(string)action!["Identifier"]!} {(string?)action["Parameters"]!["Namespace"]}"));

    [Fact]
    public void A_key_is_a_number() => Assert.Equal(
        3,
        (int)Observations(Content(SyntheticCenter.Call(flows: static flows =>
        {
            flows.Bot = null;
            flows.Menu = [new MenuSettings { Key = "3", Topic = "card_lost", Text = "a lost card" }];
        })))[1]["Actions"]![0]!["Parameters"]!["Instruction"]!["Properties"]!["Value"]!);

    [Fact]
    public void Into_a_queue_that_nobody_serves_it_is_led_from_the_beginning()
    {
        var content = JsonNode.Parse(TestCaseContent.Write(SyntheticCenter.Call(), "arn:real", "arn:substitute"))!;

        var strategy = Observations(content)[0]["Actions"]![0]!["Parameters"]!["Behavior"]!["Properties"]!;
        Assert.Equal("arn:real", (string)strategy["ActionParameters"]!["QueueId"]!);
        Assert.Equal("arn:substitute", (string)strategy["Strategy"]!["SubstituteArn"]!);
        Assert.DoesNotContain("is-queue", content.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("right", true)]
    [InlineData("righ", false)]
    [InlineData("right ", false)]
    [InlineData("", false)]
    [InlineData("yes", false)]
    [InlineData(null, false)]
    public void Only_who_has_the_mark_is_synthetic(string? told, bool isSynthetic) =>
        Assert.Equal(isSynthetic, SyntheticMark.Is(told, "right"u8));

    [Fact]
    public void Without_a_mark_nobody_is() => Assert.False(SyntheticMark.Is("", []));

    private static JsonNode Content(SyntheticContact contact) =>
        JsonNode.Parse(TestCaseContent.Write(contact, "arn:aws:connect:eu-central-1:123456789012:instance/i/queue/q", null))!;

    private static JsonNode[] Observations(JsonNode content) => [.. content["Observations"]!.AsArray().Select(static one => one!)];
}
