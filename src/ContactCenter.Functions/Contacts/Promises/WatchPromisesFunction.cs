using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Functions.Contacts.Promises;

/// <summary>
/// Watches what contacts were promised. A contact event says what became of one of them, or nothing; whatever else comes is the schedule,
/// once a minute, and then all of them are looked at.
/// </summary>
public sealed class WatchPromisesFunction(
    IPromisedContacts contacts, PromiseDesk desk, MetricLine metrics, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Takes an event of EventBridge, or the schedule.</summary>
    [LambdaFunction]
    public async Task<Stream> WatchPromises(Stream input, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        var told = await Reply.ReadAsync(input);
        var routing = environment.Configuration.Routing;
        if (HeardEvent.Read(told, now, routing.LearnsRoutes ? routing.SkillAttribute : null) is { } heard)
        {
            var isWatched = await contacts.HearAsync(heard, limit.Token);
            context.Logger.LogInformation(
                "Contact {Contact}, {Kind}: {Watched}", heard.InitialId, heard.Kind, isWatched ? "watched" : "not watched");
            return Reply.Json(new PromisesReply(isWatched ? 1 : 0, 0, 0, 0), FunctionsJson.Default.PromisesReply);
        }

        // a look for each call of an agent would be many at once
        if (HeardEvent.IsIn(told))
        {
            return Reply.Json(new PromisesReply(0, 0, 0, 0), FunctionsJson.Default.PromisesReply);
        }

        var look = await desk.LookAsync(now, limit.Token);
        var instance = ("InstanceId", environment.Configuration.Instance.Id);
        foreach (var standing in look.Standings)
        {
            metrics.Tell(
                now,
                [instance, (OwnMetrics.Promise, standing.Promise)],
                (OwnMetrics.ContactsNearPromise.Name, OwnMetrics.ContactsNearPromise.Unit, standing.Near),
                (OwnMetrics.ContactsPastPromise.Name, OwnMetrics.ContactsPastPromise.Unit, standing.Past));
        }

        metrics.Tell(
            now,
            [instance],
            (OwnMetrics.ContactsEscalated.Name, OwnMetrics.ContactsEscalated.Unit, look.Told),
            (OwnMetrics.ContactsUntold.Name, OwnMetrics.ContactsUntold.Unit, look.Refused));
        context.Logger.LogInformation(
            "{Told} contacts told, {Refused} refused by every channel, {Closed} over", look.Told, look.Refused, look.Closed);
        return Reply.Json(new PromisesReply(0, look.Told, look.Refused, look.Closed), FunctionsJson.Default.PromisesReply);
    }
}

/// <summary>What an invocation has done.</summary>
/// <param name="Heard">Contacts of which an event told something.</param>
/// <param name="Told">Contacts of which somebody was told.</param>
/// <param name="Refused">Contacts of which nobody could be told.</param>
/// <param name="Closed">Contacts that are over.</param>
public sealed record PromisesReply(int Heard, int Told, int Refused, int Closed);
