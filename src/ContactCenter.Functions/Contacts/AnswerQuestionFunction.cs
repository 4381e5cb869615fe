using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Core.Contacts.Serving;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Self-service: answers a customer's question from the knowledge base that people have published, else from the packaged one, or says
/// <c>unsure</c>, which means an agent, as does <c>not_configured</c> where the configuration names no articles. A second call
/// with <c>helped</c> counts whether the answer has helped.
/// </summary>
public sealed class AnswerQuestionFunction
{
    private readonly KnowledgeInService _knowledge;
    private readonly PackagedKnowledge _packaged;
    private readonly FlowHook _hook;
    private readonly FunctionEnvironment _environment;
    private readonly EncoderInService? _encoders;

    /// <summary>Begins to look for what was published with the process, so that it may be there before the first customer.</summary>
    public AnswerQuestionFunction(
        KnowledgeInService knowledge, PackagedKnowledge packaged, FlowHook hook, FunctionEnvironment environment,
        EncoderInService? encoders = null)
    {
        (_knowledge, _packaged, _hook, _environment, _encoders) = (knowledge, packaged, hook, environment, encoders);
        _ = IsOn ? knowledge.LookAsync() : Task.CompletedTask;
    }

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public async Task<Stream> AnswerQuestion(Stream input, ILambdaContext context)
    {
        if (IsOn && _knowledge.Current is null && _packaged.Problem is { } problem)
        {
            context.Logger.LogError("Nothing can be answered: {Problem}", problem);
        }

        var answer = await _hook.AnswerAsync(nameof(AnswerQuestion), input, context, SelfServiceAnswer.Prepared, AnswerAsync);
        _encoders?.LoadBeside(IsOn ? _knowledge.Current : null);
        foreach (var news in _knowledge.TakeNews())
        {
            context.Logger.Log(news.IsProblem ? LogLevel.Error : LogLevel.Information, news.Text);
        }

        foreach (var news in _encoders?.TakeNews() ?? [])
        {
            context.Logger.Log(news.IsProblem ? LogLevel.Error : LogLevel.Information, news.Text);
        }

        return answer;
    }

    /// <summary>Whether the configuration names articles: those that come with the program answer nobody unasked.</summary>
    private bool IsOn => _environment.Configuration.SelfService.Articles is not null;

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        if (!IsOn)
        {
            return SelfServiceAnswer.Off;
        }

        if (await _knowledge.ServedAsync(call.TimeLeft) is not { } known)
        {
            return SelfServiceAnswer.Prepared;
        }

        var encoder = _encoders is null ? null : await _encoders.ForAsync(known, call.TimeLeft);
        return SelfServiceAnswer.To(call.Request, known, _environment.Configuration.SelfService.MinimumConfidence, encoder);
    }
}
