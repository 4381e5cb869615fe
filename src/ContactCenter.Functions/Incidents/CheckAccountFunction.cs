using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Once a week: compares the account with the configuration, as <c>contactcenter check-account</c> does. What it finds goes to the alarm
/// topic as one list, alarms without a sample as another, so that each is one incident like any other; when it finds nothing, they end.
/// </summary>
public sealed class CheckAccountFunction(IAccount account, AlarmTopic alarms, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Checks once; what the schedule sends does not matter, so it is not read.</summary>
    /// <exception cref="TimeoutException">The function's time was not enough; nothing was told.</exception>
    [LambdaFunction]
    public async Task<CheckReply> CheckAccount(ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var configuration = environment.Configuration;
        AccountReading reading;
        try
        {
            reading = await account.ReadAsync(configuration, limit.Token);
        }
        catch (OperationCanceledException over) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException("The time was over before the account was read; nothing was told.", over);
        }

        var findings = AccountCheck.Find(configuration, reading);
        string[] list = [.. findings.Select(static finding => finding.ToString())];
        foreach (var message in AccountCheck.Messages(configuration, reading, findings, clock.GetUtcNow()))
        {
            await alarms.PublishAsync(message, limit.Token);
        }

        // findings name people's addresses, which are nothing for a log
        context.Logger.LogInformation(
            "{Findings} things are not as configured: {Checks}",
            AccountCheck.Wrong(findings).Count(),
            string.Join(", ", findings.CountBy(static finding => finding.Check).Select(static check => $"{check.Key} {check.Value}")));
        return new CheckReply(
            AccountCheck.Wrong(findings).Count(), findings.Count(static finding => finding.Check == AccountCheck.Unread), list);
    }
}

/// <summary>What a check found, for whoever invokes the function by hand.</summary>
/// <param name="Findings">How many things are not as the configuration has them, those included that could not be read.</param>
/// <param name="Unread">How many of them could not be read.</param>
/// <param name="List">All of them, as sentences, and what people have decided over the file at run time.</param>
public sealed record CheckReply(
    [property: JsonPropertyName("findings")] int Findings,
    [property: JsonPropertyName("unread")] int Unread,
    [property: JsonPropertyName("list")] IReadOnlyList<string> List);
