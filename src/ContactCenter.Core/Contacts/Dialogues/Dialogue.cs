using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Messaging;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>
/// A dialogue as a small form: asks what is missing, confirms, has the customer's function called, says what was done. Whoever wants a
/// person, is not understood or is not served gets an agent, who has everything that was said so far. Pure: the same step decides alike.
/// </summary>
public static class Dialogue
{
    /// <summary>How often a function is asked for the same; the customer hears twice to wait.</summary>
    public const int MaximumCalls = 3;

    /// <summary>How many questions of the customer are answered between; more of them are no wish that a dialogue finishes.</summary>
    public const int MaximumQuestions = 3;

    /// <summary>How often yes or no is asked for without getting it.</summary>
    private const int MaximumUnclear = 3;

    /// <summary>The second time that it is not right an agent takes over.</summary>
    private const int MaximumRefused = 2;

    /// <summary>Begins a dialogue, with what its first words have told already.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="text">The words that led to it, or nothing. What they say is confirmed, so they count only where that is asked.</param>
    /// <param name="context">What else is known.</param>
    public static DialogueTurn Begin(DialogueSettings dialogue, string text, DialogueContext context)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var words = SaidWords.Of(text);
        var isTold = dialogue.Confirms && text.Any(char.IsLetter);
        var state = new DialogueState(dialogue.Name, DialogueStep.Field)
        {
            Values =
            [
                .. dialogue.Fields.Select(field => isTold && field.Kind != DialogueFieldKind.Words
                    ? FieldReading.Read(field, text, words, context) ?? ""
                    : ""),
            ],
        };
        var turn = Next(dialogue, state, context, "begun");
        return turn with { Counts = turn.Counts | DialogueCount.Begun };
    }

    /// <summary>Decides what follows from what was said.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="state">Where it stands; one of this dialogue.</param>
    /// <param name="heard">What was said.</param>
    /// <param name="context">What else is known.</param>
    public static DialogueTurn Decide(DialogueSettings dialogue, DialogueState state, DialogueInput heard, DialogueContext context)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(heard);
        ArgumentNullException.ThrowIfNull(context);
        switch (state.Step)
        {
            case DialogueStep.Ended:
                return new(state, DialogueStatus.None, "ended");
            case DialogueStep.Call:
                return Call(state);
        }

        // the block that asked was repeated: it is asked again, and nothing counts
        if (heard.IsBeginning)
        {
            return Ask(dialogue, state, context, "repeated");
        }

        var words = SaidWords.Of(heard.Text);
        var isFree = state.Step == DialogueStep.Field && dialogue.Fields[state.Field].Kind == DialogueFieldKind.Words;
        return heard.Intent == DeployedBot.Agent || Intention.WantsPerson(heard.Text, words, isFree) ? Agent(state, context, "asked")
            : heard.Intent == DeployedBot.Repeat || Intention.WantsRepeat(words, isFree) ? Ask(dialogue, state, context, "again")
            : state.Step == DialogueStep.Closing ? Close(state, heard, words, context)
            : Intention.WantsEnd(words, isFree) ? Agent(state, context, "cancelled")
            : state.Step == DialogueStep.Field ? Fill(dialogue, state, heard, words, context)
            : Confirm(dialogue, state, heard, words, context);
    }

    /// <summary>Decides what follows from what came of the call of the function.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="state">The state that asked for the call.</param>
    /// <param name="reply">What came of it.</param>
    /// <param name="context">What else is known.</param>
    public static DialogueTurn Called(DialogueSettings dialogue, DialogueState state, DialogueReply reply, DialogueContext context)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(context);
        switch (reply.Kind)
        {
            case ReplyKind.Done:
                var texts = dialogue.Texts[context.Language];
                var done = DialogueWords.Filled(texts.Done, dialogue, state, context, reply.Values);
                return new(state with { Step = DialogueStep.Closing, Missed = 0 }, DialogueStatus.Ask, "done")
                {
                    Say = MessageText.Join(done, DialogueWords.Of(context).More, context.Room),
                    Counts = DialogueCount.Done,
                };
            case ReplyKind.Ask when state.Submission < MaximumCalls:
                var again = state with
                {
                    Step = DialogueStep.Field,
                    Field = reply.Field,
                    Missed = 0,
                    Calls = 0,
                    Submission = state.Submission + 1,
                    Values = state.Values.SetItem(reply.Field, ""),
                };
                return Ask(dialogue, again, context, "notFound", DialogueWords.Of(context).NotFound);
            case ReplyKind.Ask or ReplyKind.Agent:
                return Agent(state, context, "refused");
            case ReplyKind.Late when state.Calls < MaximumCalls:
                return new(state, DialogueStatus.Wait, "late") { Say = DialogueWords.Of(context).Wait };
            default:
                var turn = Agent(state, context, reply.Kind == ReplyKind.Late ? "unsure" : "failed");
                return turn with { Counts = turn.Counts | DialogueCount.FunctionFailed };
        }
    }

    private static DialogueTurn Fill(
        DialogueSettings dialogue, DialogueState state, DialogueInput heard, SaidWords words, DialogueContext context)
    {
        var field = dialogue.Fields[state.Field];

        // where any words are a value, only what is asked is a question
        var isQuestion = field.Kind == DialogueFieldKind.Words && heard.Text.EndsWith('?');
        if (!isQuestion && FieldReading.Read(field, heard.Text, words, context) is { } value)
        {
            var filled = state with { Missed = 0, Values = state.Values.SetItem(state.Field, value) };
            return Next(dialogue, filled, context, "understood");
        }

        return Missed(dialogue, state, heard.Text, field.Attempts, context);
    }

    private static DialogueTurn Confirm(
        DialogueSettings dialogue, DialogueState state, DialogueInput heard, SaidWords words, DialogueContext context)
    {
        // another value is confirmed anew, whatever stands beside it: "the correct one is 4822" has the word of a yes
        if (Corrected(dialogue, state, heard.Text, words, context) is { } corrected)
        {
            return Next(dialogue, corrected with { Missed = 0 }, context, "corrected");
        }

        var agrees = Agrees();
        if (agrees == true)
        {
            return Call(state with { Step = DialogueStep.Call, Missed = 0, Calls = 0 });
        }

        if (agrees is null)
        {
            return Missed(dialogue, state, heard.Text, MaximumUnclear, context);
        }

        var refused = state with
        {
            Step = DialogueStep.Field,
            Field = 0,
            Missed = 0,
            Refused = state.Refused + 1,
            Values = [.. state.Values.Select(static _ => "")],
        };
        return dialogue.Fields.Count == 0 || refused.Refused >= MaximumRefused
            ? Agent(state, context, "notConfirmed")
            : Ask(dialogue, refused, context, "refused", DialogueWords.Of(context).OnceMore);

        bool? Agrees()
        {
            var values = dialogue.Fields.Zip(
                state.Values, (field, value) => $"{value} {FieldReading.Said(field, value, context.Language, isSpoken: false)}");
            var said = Intention.Agrees(
                heard.Text, words, context.Language, SaidWords.Of(string.Join(' ', values)), heard.Intent == DeployedBot.Yes);
            return heard.Intent == DeployedBot.No ? said == true ? null : false : said;
        }
    }

    /// <summary>"No, it ends in 4821" says which field is wrong, where it can be a value of one of them alone.</summary>
    private static DialogueState? Corrected(
        DialogueSettings dialogue, DialogueState state, string text, SaidWords words, DialogueContext context)
    {
        if (text.Trim().Length < 2)
        {
            return null;
        }

        (int Index, string Value)[] said =
        [
            .. dialogue.Fields.Index()
                .Where(static field => field.Item.Kind != DialogueFieldKind.Words)
                .Select(field => (field.Index, Value: FieldReading.Read(field.Item, text, words, context)))
                .Where(field => field.Value is not null && field.Value != state.Values[field.Index])
                .Select(static field => (field.Index, field.Value!)),
        ];
        return said is [var (index, value)] ? state with { Values = state.Values.SetItem(index, value) } : null;
    }

    private static DialogueTurn Close(DialogueState state, DialogueInput heard, SaidWords words, DialogueContext context) =>
        heard.Intent == DeployedBot.No && words.All.Count <= 2 || Intention.IsFarewell(heard.Text, words)
            ? new(state with { Step = DialogueStep.Ended }, DialogueStatus.Done, "done") { Say = DialogueWords.Of(context).Goodbye }
            : Agent(state, context, "more");

    /// <summary>What was not understood may be a question, which is answered; else it is asked again, and not for ever.</summary>
    private static DialogueTurn Missed(DialogueSettings dialogue, DialogueState state, string text, int attempts, DialogueContext context)
    {
        if (state.Answered < MaximumQuestions && text.Any(char.IsLetter) && context.Answer(text) is { } answer)
        {
            return Ask(dialogue, state with { Answered = state.Answered + 1 }, context, "question", answer);
        }

        var missed = state with { Missed = state.Missed + 1 };
        var words = DialogueWords.Of(context);
        return missed.Missed >= attempts
            ? Agent(missed, context, "notUnderstood")
            : Ask(dialogue, missed, context, "notUnderstood", text.Length == 0 ? words.NothingHeard : words.NotUnderstood);
    }

    /// <summary>The next field that is missing, then the confirmation, then the function.</summary>
    private static DialogueTurn Next(DialogueSettings dialogue, DialogueState state, DialogueContext context, string reason)
    {
        var missing = state.Values.IndexOf("");
        return missing >= 0 ? Ask(dialogue, state with { Step = DialogueStep.Field, Field = missing }, context, reason)
            : dialogue.Confirms ? Ask(dialogue, state with { Step = DialogueStep.Confirm }, context, reason)
            : Call(state with { Step = DialogueStep.Call, Calls = 0 });
    }

    private static DialogueTurn Call(DialogueState state) =>
        new(state with { Calls = state.Calls + 1 }, DialogueStatus.Call, "call");

    private static DialogueTurn Ask(
        DialogueSettings dialogue, DialogueState state, DialogueContext context, string reason, string? before = null)
    {
        var words = DialogueWords.Of(context);
        var question = state.Step switch
        {
            DialogueStep.Field => dialogue.Fields[state.Field].Questions[context.Language],
            DialogueStep.Confirm =>
                $"{DialogueWords.Filled(dialogue.Texts[context.Language].Confirm!, dialogue, state, context)} {words.YesOrNo}",
            _ => words.More,
        };
        return new(state, DialogueStatus.Ask, reason)
        {
            Say = before is null ? question : MessageText.Join(before, question, context.Room),
        };
    }

    private static DialogueTurn Agent(DialogueState state, DialogueContext context, string reason)
    {
        var words = DialogueWords.Of(context);
        return new(state with { Step = DialogueStep.Ended }, DialogueStatus.Agent, reason)
        {
            Say = reason switch
            {
                "cancelled" => words.Cancelled,
                "failed" or "unsure" or "refused" => words.NotFinished,
                _ => words.Agent,
            },
            Counts = DialogueCount.ToAgent,
        };
    }
}
