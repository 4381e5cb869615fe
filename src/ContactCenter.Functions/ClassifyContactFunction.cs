using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;

namespace ContactCenter.Functions;

/// <summary>
/// Says to a contact flow what a contact is about. A caller is waiting: it always answers in time, always with every attribute, and
/// never fails. The answer depends on the request alone, so a request that comes again is answered alike.
/// </summary>
public sealed class ClassifyContactFunction(ModelInService models, AnswerTally tally, MetricLine metrics, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>After this the prepared answer is given. A flow's own limit is three seconds unless its designer changes it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long the first contact of a process waits for the promoted model; after it the packaged one answers, and the promoted one
    /// takes over when it is there.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    private volatile bool _looked;

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public async Task<Stream> ClassifyContact(Stream input, ILambdaContext context)
    {
        var start = clock.GetTimestamp();
        var request = FlowRequest.Empty;
        var answer = TopicAnswer.Default;
        try
        {
            request = FlowRequestReader.Read(await Reply.ReadAsync(input));
            var left = TimeLeft(context);
            answer = await AnswerAsync(request, left / 2).WaitAsync(left, clock);
        }
        catch (TimeoutException)
        {
            context.Logger.LogWarning("Contact {Contact} got the prepared answer: the time was over", request.ContactId ?? "unknown");
        }
#pragma warning disable CA1031 // a caller is waiting, and any answer is better than the error branch
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // its message may hold what the customer said
            context.Logger.LogError("Contact {Contact} got the prepared answer: {Failure}", request.ContactId ?? "unknown", failure.GetType().Name);
        }

        Report(request, answer, clock.GetElapsedTime(start), context.Logger);
        return Reply.Json(answer.ToAttributes(), FunctionsJson.Default.DictionaryStringString);
    }

    private async Task<TopicAnswer> AnswerAsync(FlowRequest request, TimeSpan mostForModel)
    {
        var looking = models.LookAsync();
        if (!_looked)
        {
            // only the first contact waits: later looks run beside the requests
            _ = await Task.WhenAny(looking, Task.Delay(mostForModel < Patience ? mostForModel : Patience, clock));
            _looked = true;
        }

        // on another thread, so that the time limit holds even where the classifier would not come back
        var answer = await Task.Run(() => TopicAnswer.To(request, models.Current));
        if (answer is { Measured: { } measured, Model: { } model })
        {
            _ = tally.AddAsync(model, measured);
        }

        return answer;
    }

    // Less than nothing is left where nobody counts the time.
    private static TimeSpan TimeLeft(ILambdaContext context)
    {
        var remaining = context.RemainingTime;
        return remaining < TimeSpan.Zero || remaining > Deadline + Margin ? Deadline
            : remaining > Margin ? remaining - Margin
            : throw new TimeoutException();
    }

    private void Report(FlowRequest request, TopicAnswer answer, TimeSpan elapsed, ILambdaLogger logger)
    {
        foreach (var news in models.TakeNews())
        {
            logger.Log(news.IsProblem ? LogLevel.Error : LogLevel.Information, news.Text);
        }

        var attributes = answer.ToAttributes();
        logger.LogInformation(
            "Contact {Contact} on {Channel}: {Status}, topic {Topic}, confidence {Confidence}, from {Source}, model {Model}",
            request.ContactId ?? "unknown",
            FlowValue.Of(request.Channel),
            attributes["status"],
            attributes["source"] == "menu" ? "of the menu" : attributes["topic"],
            attributes["confidence"],
            attributes["source"],
            attributes["model"]);

        var instance = environment.Configuration.Instance.Id;
        var now = clock.GetUtcNow();
        metrics.Tell(
            now,
            [("InstanceId", instance), ("Hook", nameof(ClassifyContact))],
            ("HookLatency", "Milliseconds", elapsed.TotalMilliseconds),
            ("HookDefaults", "Count", answer.Status == TopicStatus.Default ? 1 : 0));

        // a topic from a menu is whatever the flow says: as a dimension it would be a metric, and a bill, of its own
        var decision = answer is { Status: TopicStatus.Ok, Source: TopicSource.Menu } ? "menu" : answer.Status == TopicStatus.Ok ? attributes["topic"] : attributes["status"];
        metrics.Tell(now, [("InstanceId", instance), ("Topic", decision)], ("ContactsByTopic", "Count", 1));
    }
}
