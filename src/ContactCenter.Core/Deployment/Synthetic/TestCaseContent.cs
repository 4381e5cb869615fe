using System.Text.Json.Nodes;

namespace ContactCenter.Core.Deployment.Synthetic;

/// <summary>
/// A synthetic contact in the testing language of Amazon Connect. What the service takes and refuses is recorded with its sources
/// (<c>test/Recorded/connect/test-cases.json</c>), also where its documentation says otherwise: version 2019-10-30, no usage, no next
/// action where there is none, a key as a number. Prompts come back as transcripts, so what is heard is matched by similarity.
/// </summary>
public static class TestCaseContent
{
    /// <summary>The version of the language that is accepted; the documentation has a later one that is not.</summary>
    public const string Version = "2019-10-30";

    /// <summary>Name of the check that the bot has understood, which is made when the queue is reached.</summary>
    public const string HeardAction = "is-heard";

    private const string Begin = "begin";
    private const string EndAction = "end";

    /// <summary>The content of the test case, JSON.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="queueArn">ARN of the queue in which it must end; null: of none.</param>
    /// <param name="substituteArn">ARN of the queue into which it is led instead; null: it ends before the transfer.</param>
    public static string Write(SyntheticContact contact, string? queueArn, string? substituteArn)
    {
        ArgumentNullException.ThrowIfNull(contact);
        List<JsonObject> observations =
        [
            Observation(Begin, "TestInitiated", [], substituteArn is null || queueArn is null ? [] : [Substitute(queueArn, substituteArn)]),
            Greeting(contact),
        ];
        if (contact.BotArn is { } bot)
        {
            if (contact.Refuses is { } no)
            {
                observations.Add(Bot("consent", bot, no, contact.Locale));
            }

            observations.Add(Bot(NameOf(SyntheticStep.Bot), bot, contact.Says, contact.Locale));
        }

        if (contact.Queue is { } queue && queueArn is not null)
        {
            observations.Add(Observation(
                NameOf(SyntheticStep.Queue),
                "FlowActionStarted",
                Action("TransferContactToQueue", new JsonObject { ["QueueId"] = queueArn }),
                Chained(
                [
                    .. contact is { BotArn: not null, DeployedFlow: not null }
                        ? [Is(HeardAction, $"$.Attributes.{SyntheticMark.BotHeardAttribute}", SyntheticMark.Proved)]
                        : Array.Empty<JsonObject>(),

                    // a wrong queue fails at once and by its name, instead of after five minutes
                    .. substituteArn is null ? [Is("is-queue", "$.Queue.Name", queue.Name)] : Array.Empty<JsonObject>(),
                    End(),
                ])));
        }
        else
        {
            observations[^1]["Actions"] = new JsonArray(End());
        }

        foreach (var (one, next) in observations.Zip(observations.Skip(1)))
        {
            one["Transitions"] = new JsonObject { ["NextObservations"] = new JsonArray((string)next["Identifier"]!) };
        }

        return new JsonObject
        {
            ["Version"] = Version,
            ["Metadata"] = new JsonObject { ["contact"] = contact.Id },
            ["Observations"] = new JsonArray([.. observations]),
        }.ToJsonString();
    }

    /// <summary>What the contact has from the beginning, JSON: its mark and its language, as attributes.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="mark">The mark by which hooks know it.</param>
    public static string Attributes(SyntheticContact contact, string mark)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new JsonObject { [SyntheticMark.Attribute] = mark, ["language"] = contact.Language }.ToJsonString();
    }

    /// <summary>The name of the observation of a step.</summary>
    public static string NameOf(SyntheticStep step) => step switch
    {
        SyntheticStep.Greeting => "greeting",
        SyntheticStep.Bot => "bot",
        SyntheticStep.Arrival => "arrival",
        _ => "queue",
    };

    /// <summary>The step of an observation; null for the beginning, and for what is no observation of ours.</summary>
    public static SyntheticStep? StepOf(string? observation) =>
        Enum.GetValues<SyntheticStep>().Cast<SyntheticStep?>().FirstOrDefault(step => NameOf(step!.Value) == observation);

    private static JsonObject Greeting(SyntheticContact contact)
    {
        // a call presses its key when it has heard the menu, a chat without a bot writes when it has read the greeting
        JsonObject[] actions = contact switch
        {
            { Key: { } key, BotArn: null } => [Press(key)],
            { BotArn: null, IsChat: true, Says: { } words } => [Say(words, contact.Locale)],
            _ => [],
        };
        var greeting = Observation(
            NameOf(SyntheticStep.Greeting), "MessageReceived", new JsonObject { ["Text"] = contact.Hears }, actions);
        greeting["Event"]!["MatchingCriteria"] = "Similarity";
        return greeting;
    }

    private static JsonObject Bot(string name, string bot, string? said, string locale) => Observation(
        name,
        "FlowActionStarted",
        Action("ConnectParticipantWithLexBot", new JsonObject { ["LexV2Bot"] = new JsonObject { ["AliasArn"] = bot } }),
        said is null ? [] : [Say(said, locale)]);

    private static JsonObject Observation(string name, string type, JsonObject properties, JsonObject[] actions) => new()
    {
        ["Identifier"] = name,
        ["Event"] = new JsonObject
        {
            ["Identifier"] = $"{name}-event",
            ["Type"] = type,
            ["Actor"] = "System",
            ["Properties"] = properties,
        },
        ["Actions"] = new JsonArray([.. actions]),
        ["Transitions"] = new JsonObject { ["NextObservations"] = new JsonArray() },
    };

    private static JsonObject Action(string type, JsonObject parameters) => new()
    {
        ["ActionType"] = type,
        ["ActionParameters"] = parameters,
    };

    private static JsonObject Press(string key) => Send("press", "DtmfInput", new JsonObject { ["Value"] = key[0] - '0' });

    private static JsonObject Say(string words, string locale) =>
        Send("say", "TextUtterance", new JsonObject { ["Text"] = words, ["LanguageCode"] = locale });

    private static JsonObject Send(string name, string type, JsonObject properties) => new()
    {
        ["Identifier"] = name,
        ["Type"] = "SendInstruction",
        ["Parameters"] = new JsonObject
        {
            ["ActionType"] = "SendInstruction",
            ["Actor"] = "Customer",
            ["Instruction"] = new JsonObject { ["Type"] = type, ["Properties"] = properties },
        },
    };

    private static JsonObject Is(string name, string value, string expected) => new()
    {
        ["Identifier"] = name,
        ["Type"] = "Assert",
        ["Parameters"] = new JsonObject { ["Namespace"] = value, ["Operator"] = "Equals", ["Operand"] = expected },
    };

    /// <summary>Actions of which each is followed by the next; the last one must have no next action.</summary>
    private static JsonObject[] Chained(JsonObject[] actions)
    {
        foreach (var (action, next) in actions.Zip(actions.Skip(1)))
        {
            action["Transitions"] = new JsonObject { ["NextAction"] = (string)next["Identifier"]! };
        }

        return actions;
    }

    private static JsonObject End() => new()
    {
        ["Identifier"] = EndAction,
        ["Type"] = "TestControl",
        ["Parameters"] = new JsonObject { ["ActionType"] = "TestControl", ["Command"] = new JsonObject { ["Type"] = "EndTest" } },
    };

    private static JsonObject Substitute(string queueArn, string substituteArn) => new()
    {
        ["Identifier"] = "substitute-queue",
        ["Type"] = "OverrideSystemBehavior",
        ["Parameters"] = new JsonObject
        {
            ["ActionType"] = "OverrideSystemBehavior",
            ["Behavior"] = new JsonObject
            {
                ["Type"] = "FlowAction",
                ["Properties"] = new JsonObject
                {
                    ["ActionType"] = "TransferContactToQueue",
                    ["ActionParameters"] = new JsonObject { ["QueueId"] = queueArn },
                    ["Strategy"] = new JsonObject { ["Type"] = "SubstituteResource", ["SubstituteArn"] = substituteArn },
                },
            },
        },
    };
}
