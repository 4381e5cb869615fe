using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>One step of a dialogue: which one it is, where it stands, and what is decided. Pure.</summary>
/// <param name="Dialogue">The dialogue; null when there is none for the contact.</param>
/// <param name="Context">What it has to know; null without a dialogue.</param>
/// <param name="Turn">What was decided; null without a dialogue.</param>
/// <param name="Reason">Why there is none.</param>
public sealed record DialogueRun(DialogueSettings? Dialogue, DialogueContext? Context, DialogueTurn? Turn, string Reason)
{
    /// <summary>There is no dialogue.</summary>
    /// <param name="reason">Why, in one word.</param>
    public static DialogueRun Without(string reason) => new(null, null, null, reason);

    /// <summary>The same after the function was called.</summary>
    /// <param name="result">What came of the call.</param>
    public DialogueRun Called(FunctionResult result) => this with
    {
        Turn = Dialogues.Dialogue.Called(Dialogue!, Turn!.State, DialogueReply.Of(result, Dialogue!), Context!),
    };
}

/// <summary>Finds the dialogue of a contact and makes its next step.</summary>
public static class DialogueDesk
{
    /// <summary>Makes a step.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="request">What the flow tells.</param>
    /// <param name="now">The time.</param>
    /// <param name="answer">What the knowledge base says to a question, where it is sure; else null.</param>
    public static DialogueRun Step(
        ContactCenterConfiguration configuration, FlowRequest request, DateTimeOffset now, Func<string, string?> answer)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(request);
        if (configuration.Dialogues.Count == 0)
        {
            return DialogueRun.Without("notConfigured");
        }

        if (request.ContactId is null)
        {
            return DialogueRun.Without("noContact");
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var heard = DialogueInput.Of(request, configuration.Flows);
        var kept = request.Attributes.GetValueOrDefault(HookAttributes.DialogueStateAttribute);
        foreach (var dialogue in configuration.Dialogues)
        {
            if (DialogueState.Read(kept, dialogue, today) is { } state)
            {
                return Context(dialogue, request, today, answer) is not { } context ? DialogueRun.Without("language")
                    : new DialogueRun(dialogue, context, Dialogue.Decide(dialogue, state, heard, context), "");
            }
        }

        // words without a state that can be read: whoever said them is not asked all over again
        if (!heard.IsBeginning && kept is not (null or "" or FlowValue.None))
        {
            return DialogueRun.Without("stateUnreadable");
        }

        return Begin(configuration, request, heard, today, answer);
    }

    private static DialogueRun Begin(
        ContactCenterConfiguration configuration, FlowRequest request, DialogueInput heard, DateOnly today, Func<string, string?> answer)
    {
        if (request.Find("topic")?.Trim() is not { } topic
            || configuration.Dialogues.FirstOrDefault(one => one.Topics.Contains(topic, StringComparer.Ordinal)) is not { } dialogue)
        {
            return DialogueRun.Without("topic");
        }

        if (Context(dialogue, request, today, answer) is not { } context)
        {
            return DialogueRun.Without("language");
        }

        if (context.IsSpoken && configuration.Flows?.Bot is null
            && dialogue.Fields.Any(static field => field.Kind == DialogueFieldKind.Words))
        {
            return DialogueRun.Without("noBot");
        }

        return request.Attributes.GetValueOrDefault("skip")?.Contains($",{dialogue.FunctionName},", StringComparison.Ordinal) == true
            ? DialogueRun.Without("functionBroken")
            : new DialogueRun(dialogue, context, Dialogue.Begin(dialogue, heard.IsBeginning ? heard.Text : "", context), "");
    }

    private static DialogueContext? Context(
        DialogueSettings dialogue, FlowRequest request, DateOnly today, Func<string, string?> answer) =>
        SpokenLanguage.Of(request) is { } language && dialogue.Texts.ContainsKey(language)
            ? new DialogueContext(language, request.Channel == "VOICE", today, answer)
            {
                Room = Math.Min(FlowSpeech.MaximumLength, request.Messaging?.MaximumText ?? FlowSpeech.MaximumLength),
                IsMonthFirst = language == "en"
                    && request.LanguageCode is not ("en-GB" or "en-AU" or "en-NZ" or "en-IE" or "en-IN" or "en-ZA"),
            }
            : null;
}
