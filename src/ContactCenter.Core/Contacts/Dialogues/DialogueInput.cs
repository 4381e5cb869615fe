using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>What a flow tells a dialogue: that it begins, what was said or keyed in, that nothing was.</summary>
public sealed record DialogueInput
{
    /// <summary>What a flow keeps of digits that nobody keyed in (administrator guide, store customer input).</summary>
    private const string NoDigits = "Timeout";

    /// <summary>What was said, written or keyed in; empty for nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>The flow has come to the dialogue; the words, if there are any, are those that led to it.</summary>
    public bool IsBeginning { get; init; }

    /// <summary>The intent that the bot has heard: a person, yes, no, once more; else null.</summary>
    public string? Intent { get; init; }

    /// <summary>Takes it from the parameters of a block: <c>step</c>, <c>text</c>, <c>digits</c>, <c>intent</c>.</summary>
    /// <param name="request">The request. Attributes are not read: whoever begins a chat can set some.</param>
    /// <param name="flows">The flows, which know how the bot calls its intents; null where there are none.</param>
    public static DialogueInput Of(FlowRequest request, FlowSettings? flows)
    {
        ArgumentNullException.ThrowIfNull(request);
        var step = request.Parameters.GetValueOrDefault("step")?.Trim();
        var text = request.Parameters.GetValueOrDefault("text") ?? request.Parameters.GetValueOrDefault("digits") ?? "";
        var intent = request.Parameters.GetValueOrDefault("intent")?.Trim();
        return new DialogueInput
        {
            IsBeginning = step == "begin",
            Text = step == "silence" || text is NoDigits or FlowValue.None ? "" : text.Trim(),
            Intent = intent is null ? null
                : intent == flows?.AgentIntent ? DeployedBot.Agent
                : intent == flows?.YesIntent ? DeployedBot.Yes
                : intent is DeployedBot.No or DeployedBot.Repeat ? intent
                : null,
        };
    }
}

/// <summary>What a dialogue has to know beside what was said.</summary>
/// <param name="Language">Two-letter code of what is spoken.</param>
/// <param name="IsSpoken">The customer hears it.</param>
/// <param name="Today">The day in the center.</param>
/// <param name="Answer">What the knowledge base says to a question, where it is sure; else null.</param>
public sealed record DialogueContext(string Language, bool IsSpoken, DateOnly Today, Func<string, string?> Answer)
{
    /// <summary>Characters that there is room for in what is said at a time.</summary>
    public int Room { get; init; } = FlowSpeech.MaximumLength;

    /// <summary>In figures the month stands before the day.</summary>
    public bool IsMonthFirst { get; init; }
}
