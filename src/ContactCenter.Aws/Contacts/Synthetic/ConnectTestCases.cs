using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ExecutionRecord = ContactCenter.Core.Contacts.Synthetic.ExecutionRecord;

namespace ContactCenter.Aws.Contacts.Synthetic;

/// <summary>Test cases of Amazon Connect: simulated calls and chats without a telephone number.</summary>
/// <param name="connect">The client.</param>
/// <param name="instanceId">Id of the instance.</param>
/// <param name="testCases">Ids of the deployed test cases by the contact's id.</param>
internal sealed class ConnectTestCases(IAmazonConnect connect, string instanceId, IReadOnlyDictionary<string, string> testCases)
{
    /// <summary>A contact has a few observations, each with a record or two; more pages than these are no execution of ours.</summary>
    private const int MaximumPages = 5;

    /// <summary>What the service calls an operation that it does not have in a Region.</summary>
    private static readonly string[] NotThere =
        ["UnknownOperationException", "AccessDeniedException", "ResourceNotFoundException", "UnrecognizedClientException"];

    public async ValueTask<SyntheticBegin> BeginAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        if (!testCases.TryGetValue(contact.Id, out var id))
        {
            return new SyntheticBegin(null, "no test case is deployed", IsUnavailable: true);
        }

        try
        {
            var begun = await connect.StartTestCaseExecutionAsync(
                new StartTestCaseExecutionRequest { InstanceId = instanceId, TestCaseId = id, ClientToken = token }, cancellationToken);
            return new SyntheticBegin(begun.TestCaseExecutionId, null, IsUnavailable: false);
        }
        catch (AmazonServiceException refused)
        {
            return new SyntheticBegin(null, Text(refused), NotThere.Contains(refused.ErrorCode, StringComparer.Ordinal));
        }
    }

    public async ValueTask<SyntheticOutcome?> ReadAsync(
        SyntheticContact contact, string execution, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!testCases.TryGetValue(contact.Id, out var id))
        {
            return new SyntheticOutcome(SyntheticResult.Unknown, now) { Text = "its test case is deployed no more" };
        }

        try
        {
            var summary = await connect.GetTestCaseExecutionSummaryAsync(
                new GetTestCaseExecutionSummaryRequest { InstanceId = instanceId, TestCaseId = id, TestCaseExecutionId = execution },
                cancellationToken);
            var seconds = summary is { StartTime: { } start, EndTime: { } end } && end > start ? (end - start).TotalSeconds : (double?)null;
            return summary.Status?.Value switch
            {
                "PASSED" => new SyntheticOutcome(SyntheticResult.Right, now) { Seconds = seconds },
                "FAILED" => ExecutionRecords.Failed(contact, await RecordsAsync(id, execution, cancellationToken), now) with
                {
                    Seconds = seconds,
                },
                "STOPPED" => new SyntheticOutcome(SyntheticResult.Unknown, now) { Text = "it was stopped" },

                // some executions are not ended by the service although all has come that was expected
                _ when summary.ObservationSummary is { TotalObservations: > 0 and var all } seen && seen.ObservationsPassed == all =>
                    new SyntheticOutcome(SyntheticResult.Right, now) { Seconds = seconds },
                _ => null,
            };
        }
        catch (ResourceNotFoundException gone)
        {
            return new SyntheticOutcome(SyntheticResult.Unknown, now) { Text = Text(gone) };
        }
        catch (AmazonServiceException)
        {
            // asked again in a minute; what cannot be read for long has no end
            return null;
        }
    }

    private async Task<IReadOnlyList<ExecutionRecord>> RecordsAsync(string testCase, string execution, CancellationToken cancellationToken)
    {
        var records = new List<ExecutionRecord>();
        string? next = null;
        for (var page = 0; page < MaximumPages && (page == 0 || next is not null); page++)
        {
            var answer = await connect.ListTestCaseExecutionRecordsAsync(
                new ListTestCaseExecutionRecordsRequest
                {
                    InstanceId = instanceId,
                    TestCaseId = testCase,
                    TestCaseExecutionId = execution,
                    MaxResults = 100,
                    NextToken = next,
                },
                cancellationToken);
            records.AddRange((answer.ExecutionRecords ?? []).Select(static record =>
                new ExecutionRecord(record.ObservationId, record.Status?.Value == "PASSED", record.Record)));
            next = string.IsNullOrEmpty(answer.NextToken) ? null : answer.NextToken;
        }

        return records;
    }

    /// <summary>The code and the words of the service, which the incident tells.</summary>
    internal static string Text(AmazonServiceException refused) => $"{refused.ErrorCode}: {refused.Message}";
}
