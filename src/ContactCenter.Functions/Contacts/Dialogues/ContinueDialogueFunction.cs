using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.SelfService;

namespace ContactCenter.Functions.Contacts.Dialogues;

/// <summary>
/// Makes the next step of a dialogue that finishes a routine wish: asks, confirms, calls the customer's function, or leads to an agent.
/// </summary>
public sealed class ContinueDialogueFunction(
    KnowledgeInService knowledge, IDialogueFunctions functions, FlowHook hook, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>What is left for the answer itself.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(200);

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public async Task<Stream> ContinueDialogue(Stream input, ILambdaContext context)
    {
        var answer = await hook.AnswerAsync(nameof(ContinueDialogue), input, context, DialogueAnswer.Prepared, AnswerAsync);
        foreach (var news in knowledge.TakeNews())
        {
            context.Logger.Log(news.IsProblem ? LogLevel.Error : LogLevel.Information, news.Text);
        }

        return answer;
    }

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var (configuration, start) = (environment.Configuration, clock.GetTimestamp());
        if (call.IsSynthetic)
        {
            return DialogueAnswer.Of(DialogueRun.Without("synthetic"));
        }

        var run = DialogueDesk.Step(configuration, call.Request, clock.GetUtcNow(), question => Known(question, call.Request));
        if (run is { Dialogue: { } dialogue, Context: { } context, Turn: { Status: DialogueStatus.Call } turn })
        {
            var left = call.TimeLeft - clock.GetElapsedTime(start) - Margin;
            var limit = TimeSpan.FromMilliseconds(Math.Min(left.TotalMilliseconds, dialogue.FunctionMilliseconds));
            run = run.Called(limit <= TimeSpan.Zero
                ? FunctionResult.Late
                : await functions.CallAsync(
                    dialogue.Function, DialogueRequest.Write(dialogue, turn.State, call.Request, context.Language), limit, call.Stop));
        }

        return DialogueAnswer.Of(run);
    }

    /// <summary>What the articles say to a question, where they are configured and sure.</summary>
    private string? Known(string question, FlowRequest request)
    {
        if (environment.Configuration.SelfService is not { Articles: not null } settings)
        {
            return null;
        }

        // runs beside this answer and those after it
        _ = knowledge.LookAsync();
        return knowledge.Current is { } known ? SelfServiceAnswer.Sure(question, request, known, settings.MinimumConfidence) : null;
    }
}
