using System.Runtime.ExceptionServices;
using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Takes an alarm in any shape, from SNS, EventBridge or CloudWatch itself, and decides it: one read, one transaction. Nothing is
/// dropped; what cannot be read becomes an incident that somebody looks at.
/// </summary>
public sealed class TriageAlarmFunction(IncidentPipeline pipeline, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>How much of an unreadable message is kept, in characters.</summary>
    private const int Excerpt = 1000;

    /// <summary>Triages the alarms of an event.</summary>
    /// <exception cref="IncidentConflictException">Too many others decided about the same incident; Lambda tries again.</exception>
    [LambdaFunction]
    public async Task<Stream> TriageAlarm(Stream message, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var bytes = await Reply.ReadAsync(message);
        var now = clock.GetUtcNow();
        var replies = new List<TriageReply>();
        Exception? failure = null;
        foreach (var input in AlarmParser.Parse(bytes, now, environment.Configuration.ForeignAlarms))
        {
            var readable = input is RefusedMessage refused ? Keep(refused, bytes.Span, now) : input;
            PipelineOutcome outcome;
            try
            {
                outcome = await pipeline.ReceiveAsync(readable, now, limit.Token);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException && !limit.Token.IsCancellationRequested)
            {
                // it holds back no other of the event; Lambda brings them all again, and what is decided already changes nothing then
                context.Logger.LogError(exception, "An alarm of the event must come again");
                failure = exception;
                continue;
            }

            var (alarm, decision) = outcome;
            var incident = decision.After.Incident;
            replies.Add(new TriageReply(incident?.Id, incident?.Severity, decision.Action, decision.Effects.Count));
            context.Logger.LogInformation(
                "Alarm {Alarm} is {State} since {At:O}: {Action}, incident {Incident}, severity {Severity}, {Effects} effects",
                alarm.Name,
                alarm.Moment.State,
                alarm.Moment.At,
                decision.Action,
                incident?.Id ?? "none",
                incident?.Severity.ToString() ?? "none",
                decision.Effects.Count);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return Reply.Json(replies, FunctionsJson.Default.IReadOnlyListTriageReply);
    }

    private static UnrecognisedMessage Keep(RefusedMessage refused, ReadOnlySpan<byte> bytes, DateTimeOffset now)
    {
        var beginning = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Excerpt)]);
        var clean = string.Concat(beginning.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return new UnrecognisedMessage(
            "a message that cannot be read", $"{refused.Problem}. It begins: {clean}", now, Fingerprint.Of(clean));
    }
}

/// <summary>What became of one message, for whoever invokes the function by hand.</summary>
/// <param name="Incident">The incident, or null when the message belongs to none.</param>
/// <param name="Severity">Its severity, or null.</param>
/// <param name="Action">What the message amounted to.</param>
/// <param name="Effects">How many effects were decided.</param>
internal sealed record TriageReply(string? Incident, Severity? Severity, IncidentAction Action, int Effects);
