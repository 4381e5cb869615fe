using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>
/// Reads what hooks counted of self-service, by the day, from the metrics that they publish anyway: nothing is written for it, and it goes
/// back as far as CloudWatch does, fifteen months.
/// </summary>
/// <param name="metrics">Tells metrics.</param>
/// <param name="configuration">Articles and dialogues.</param>
public sealed class SelfServiceReader(IMetricValues metrics, ContactCenterConfiguration configuration)
{
    /// <summary>Whether there is anything to read.</summary>
    public static bool IsOn(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.SelfService.Articles is not null || configuration.Dialogues.Count > 0;
    }

    /// <summary>What was counted on the days from one until before another; nothing, and nothing is asked, where it is off.</summary>
    public async ValueTask<IReadOnlyList<SelfServiceDay>> ReadAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        if (!IsOn(configuration))
        {
            return [];
        }

        var asked = Asked().ToArray();
        var read = await metrics.ReadAsync([.. asked.Select(static one => one.Source)], Begin(from), Begin(until), cancellationToken);
        if (read.Any(static one => one is null))
        {
            // a report is written once: better later than with days that look as if nobody had asked
            throw new InvalidDataException("Not all that was counted of self-service was told.");
        }

        return
        [
            .. asked.Zip(read).SelectMany(static one => one.Second!.Value.Select(point => new SelfServiceDay(
                DateOnly.FromDateTime(point.At.UtcDateTime), one.First.Count, one.First.Dialogue, (long)Math.Round(point.Value)))),
        ];
    }

    private static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private IEnumerable<(SelfServiceCount Count, string? Dialogue, MetricSource Source)> Asked()
    {
        if (configuration.SelfService.Articles is not null)
        {
            var hook = (OwnMetricNames.Hook, SystemFunctions.AnswerQuestion.Handler);
            yield return (SelfServiceCount.Questions, null, Of(OwnMetricNames.SelfServiceQuestions, hook));
            yield return (SelfServiceCount.Answers, null, Of(OwnMetricNames.SelfServiceAnswers, hook));
            yield return (SelfServiceCount.Helped, null, Of(OwnMetricNames.SelfServiceDeflections, hook));

            // told as 1 or 0 by each customer who says so
            yield return (SelfServiceCount.Said, null, Of(OwnMetricNames.SelfServiceDeflections, hook, "SampleCount"));
        }

        foreach (var dialogue in configuration.Dialogues.Select(static dialogue => dialogue.Name))
        {
            var one = (OwnMetricNames.Dialogue, dialogue);
            yield return (SelfServiceCount.Begun, dialogue, Of(OwnMetricNames.DialoguesBegun, one));
            yield return (SelfServiceCount.Done, dialogue, Of(OwnMetricNames.DialoguesDone, one));
            yield return (SelfServiceCount.ToAgent, dialogue, Of(OwnMetricNames.DialoguesToAgent, one));
            yield return (SelfServiceCount.Failed, dialogue, Of(OwnMetricNames.DialogueFunctionFailures, one));
        }
    }

    private MetricSource Of(string name, (string Name, string Value) dimension, string statistic = "Sum") => new()
    {
        Namespace = OwnMetricNames.Namespace,
        Name = name,
        Dimensions = [new("InstanceId", configuration.Instance.Id), new(dimension.Name, dimension.Value)],
        Statistic = statistic,
        Period = TimeSpan.FromDays(1),
    };
}
