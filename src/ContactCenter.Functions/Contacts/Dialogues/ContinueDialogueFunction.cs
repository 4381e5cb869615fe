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
public sealed class ContinueDialogueFunction
{
    /// <summary>What is left for the answer itself.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(200);

    private readonly KnowledgeInService _knowledge;
    private readonly IDialogueFunctions _functions;
    private readonly FlowHook _hook;
    private readonly FunctionEnvironment _environment;
    private readonly TimeProvider _clock;

    /// <summary>Begins to look for what was published with the process, so that no question is answered from what was taken away.</summary>
    public ContinueDialogueFunction(
        KnowledgeInService knowledge, IDialogueFunctions functions, FlowHook hook, FunctionEnvironment environment, TimeProvider clock)
    {
        (_knowledge, _functions, _hook, _environment, _clock) = (knowledge, functions, hook, environment, clock);
        _ = HasArticles ? knowledge.LookAsync() : Task.CompletedTask;
    }

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public async Task<Stream> ContinueDialogue(Stream input, ILambdaContext context)
    {
        var answer = await _hook.AnswerAsync(nameof(ContinueDialogue), input, context, DialogueAnswer.Prepared, AnswerAsync);
        foreach (var news in _knowledge.TakeNews())
        {
            context.Logger.Log(news.IsProblem ? LogLevel.Error : LogLevel.Information, news.Text);
        }

        return answer;
    }

    /// <summary>Whether the configuration names articles.</summary>
    private bool HasArticles => _environment.Configuration.SelfService.Articles is not null;

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var (configuration, start) = (_environment.Configuration, _clock.GetTimestamp());
        if (call.IsSynthetic)
        {
            return DialogueAnswer.Of(DialogueRun.Without("synthetic"));
        }

        // also where nothing is asked: the next step may be a question
        var known = HasArticles ? await _knowledge.ServedAsync(call.TimeLeft) : null;
        var run = DialogueDesk.Step(configuration, call.Request, _clock.GetUtcNow(), question => known is null
            ? null
            : SelfServiceAnswer.Sure(question, call.Request, known, configuration.SelfService.MinimumConfidence));
        if (run is { Dialogue: { } dialogue, Context: { } context, Turn: { Status: DialogueStatus.Call } turn })
        {
            var left = call.TimeLeft - _clock.GetElapsedTime(start) - Margin;
            var limit = TimeSpan.FromMilliseconds(Math.Min(left.TotalMilliseconds, dialogue.FunctionMilliseconds));
            run = run.Called(limit <= TimeSpan.Zero
                ? FunctionResult.Late
                : await _functions.CallAsync(
                    dialogue.Function, DialogueRequest.Write(dialogue, turn.State, call.Request, context.Language), limit, call.Stop));
        }

        return DialogueAnswer.Of(run);
    }
}
