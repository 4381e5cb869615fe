using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>What every dialogue says beside its own words, in one language.</summary>
internal sealed class DialogueWords
{
    private readonly Func<string, string> _say;
    private readonly bool _isSpoken;

    private DialogueWords(DialogueContext context) =>
        (_say, _isSpoken) = (Translation.Into(context.Language).Whole, context.IsSpoken);

    public string NotUnderstood => _say(Sentences.DialogueNotUnderstood);

    public string NothingHeard => _say(Sentences.DialogueNothingHeard);

    public string NotFound => _say(Sentences.DialogueNotFound);

    public string OnceMore => _say(Sentences.DialogueOnceMore);

    /// <summary>Callers may have no bot that hears them.</summary>
    public string YesOrNo => _say(_isSpoken ? Sentences.DialogueYesOrNoKeys : Sentences.DialogueYesOrNo);

    public string Wait => _say(Sentences.FlowOneMoment);

    public string More => _say(_isSpoken ? Sentences.DialogueMoreKeys : Sentences.DialogueMore);

    public string Goodbye => _say(Sentences.FlowThanks);

    public string Agent => _say(Sentences.DialogueAgent);

    public string Cancelled => _say(Sentences.DialogueCancelled);

    public string NotFinished => _say(Sentences.DialogueNotFinished);

    public static DialogueWords Of(DialogueContext context) => new(context);

    /// <summary>A sentence of the configuration with values in the place of its braces.</summary>
    public static string Filled(
        string text, DialogueSettings dialogue, DialogueState state, DialogueContext context,
        IReadOnlyDictionary<string, string>? answers = null)
    {
        foreach (var (field, value) in dialogue.Fields.Zip(state.Values))
        {
            var said = FieldReading.Said(field, value, context.Language, context.IsSpoken);
            text = text.Replace($"{{{field.Name}}}", Bare(said), StringComparison.Ordinal);
        }

        foreach (var (name, value) in answers ?? new Dictionary<string, string>())
        {
            text = text.Replace($"{{{name}}}", Bare(value), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A value in braces would be filled in as well.</summary>
    private static string Bare(string value) => value.Replace('{', '(').Replace('}', ')');
}
