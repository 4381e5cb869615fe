using System.Globalization;
using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Learning.Reminders;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Tests whether people can be reached: whom a message of its topic asks for, and by the hour everybody whose weekly test is due by their
/// own clock. After a test, and once a day, it reads what the account says of subscriptions, numbers and secrets; who cannot be reached is
/// one incident like any other, which ends when everybody can. By the hour it also reminds people of actions that are due.
/// </summary>
public sealed class ReachPeopleFunction(
    ReachTester tester, ReceiptBook receipts, ReminderDesk reminders, IncidentDesk desk, IAccount account, AlarmTopic alarms,
    FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Tests once; what holds no request is the schedule's.</summary>
    /// <exception cref="TimeoutException">The function's time was not enough; nothing was told of the account.</exception>
    [LambdaFunction]
    public async Task<Stream> ReachPeople(Stream message, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var requests = TopicMessages.Read((await Reply.ReadAsync(message)).Span)?
            .Select(ReachRequest.Parse).OfType<ReachRequest>().ToArray();
        var now = clock.GetUtcNow();
        var policy = await desk.PolicyNowAsync();
        var tested = requests is null
            ? await TestDueAsync(policy, now, limit.Token)
            : await TestAskedAsync(requests, policy, now, limit.Token);
        int? findings = tested.Count > 0 || (requests is null && IsDailyLook(now))
            ? await TellAsync(policy, now, limit)
            : null;

        // last, so that a review that cannot be read keeps nobody from being tested
        var reminded = requests is null ? await reminders.SendDueAsync(policy, now, limit.Token) : [];

        // receipts name people's addresses, which are nothing for a log
        context.Logger.LogInformation(
            "{Tested} endpoints were tested: {Outcomes}; {Findings} findings; {Reminded} were reminded of actions",
            tested.Count,
            string.Join(", ", tested.CountBy(static receipt => receipt.Outcome).Select(static outcome => $"{outcome.Key} {outcome.Value}")),
            findings is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count}") : "no",
            reminded.Count(static answer => answer.Outcome != NoticeOutcome.Refused));
        return Reply.Json(
            new ReachReply(
                tested.Count,
                tested.Count(static receipt => receipt.Outcome == NoticeOutcome.Refused),
                findings,
                reminded.Count(static answer => answer.Outcome != NoticeOutcome.Refused)),
            FunctionsJson.Default.ReachReply);
    }

    private async Task<IReadOnlyList<Receipt>> TestDueAsync(IncidentPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!environment.Configuration.Messages.ReachTest.Enabled)
        {
            return [];
        }

        var last = (await receipts.LastAsync(cancellationToken)).ToDictionary(
            static one => one.Endpoint.Key, static one => one.Last?.At, StringComparer.Ordinal);
        var due = ReachPlan.Due(environment.Configuration, policy, one => last.GetValueOrDefault(one.Key), now);
        return await tester.TestAsync(due, policy, request: null, now, cancellationToken);
    }

    private async Task<IReadOnlyList<Receipt>> TestAskedAsync(
        ReachRequest[] requests, IncidentPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tested = new List<Receipt>();
        foreach (var request in requests)
        {
            tested.AddRange(await tester.AnswerAsync(request, policy, now, cancellationToken));
        }

        return tested;
    }

    /// <summary>A subscription that was cancelled yesterday does not wait for the weekly test.</summary>
    private bool IsDailyLook(DateTimeOffset now)
    {
        var settings = environment.Configuration.Messages.ReachTest;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(environment.Configuration.TimeZone);
        return settings.Enabled && TimeZoneInfo.ConvertTime(now, zone).Hour == settings.At.Hour;
    }

    private async Task<int> TellAsync(IncidentPolicy policy, DateTimeOffset now, CancellationTokenSource limit)
    {
        var configuration = environment.Configuration;
        try
        {
            var findings = ReachCheck.Find(
                configuration, await account.ReadReachAsync(configuration, limit.Token), await receipts.LastAsync(limit.Token), policy);
            await alarms.PublishAsync(ReachCheck.Message(configuration, findings, now), limit.Token);
            return findings.Count;
        }
        catch (OperationCanceledException over) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException("The time was over before the account was read; nothing was told of it.", over);
        }
    }
}

/// <summary>What a test amounted to, for whoever invokes the function by hand.</summary>
/// <param name="Tested">How many endpoints were tested.</param>
/// <param name="Refused">How many of them refused.</param>
/// <param name="Findings">How many things keep somebody from being told; null: nobody looked.</param>
/// <param name="Reminded">At how many endpoints somebody was reminded of actions.</param>
internal sealed record ReachReply(
    [property: JsonPropertyName("tested")] int Tested,
    [property: JsonPropertyName("refused")] int Refused,
    [property: JsonPropertyName("findings")] int? Findings,
    [property: JsonPropertyName("reminded")] int Reminded);
