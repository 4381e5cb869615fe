using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// Contact flows, whose content can be that of the emergency flow: numbers, widgets and other flows go on naming the flow that they name,
/// so one call changes what all of them run.
/// </summary>
/// <param name="connect">The client.</param>
/// <param name="instanceId">The instance.</param>
/// <param name="emergency">Name of the emergency flow.</param>
/// <param name="ids">Ids of the flows by their names; a flow that is not there has none.</param>
/// <param name="leases">What is failed over: people may change the emergency flow meanwhile, and a flow that runs it as it was has none of
/// its own for that.</param>
public sealed class EmergencyFlows(
    IAmazonConnect connect,
    string instanceId,
    string emergency,
    Func<CancellationToken, Task<IReadOnlyDictionary<string, string>>> ids,
    IRemediationLeases<FailoverChange> leases) : IRemediable<FailoverState, FailoverChange>
{
    /// <summary>Where blocks stand in the flow designer; a service may write it anew.</summary>
    private const string Layout = "Metadata";

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The service refused or could not answer.</exception>
    public async Task<FailoverState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var written = (await leases.ReadAsync(resource, cancellationToken)).Lease?.Undo.From;
        var known = await ids(cancellationToken);
        var flow = await FindAsync(known, resource, cancellationToken);
        var fallback = await FindAsync(known, emergency, cancellationToken);
        var missing = (flow, fallback) switch
        {
            (null, _) => new FailoverGap(Sentences.GapNoFlow(resource), Sentences.GapNameFlow),
            (_, null) => new FailoverGap(Sentences.GapNoEmergency(emergency), Sentences.GapDeployFlows),
            _ when flow.Type != fallback.Type => new FailoverGap(
                Sentences.GapOtherType(resource, $"{flow.Type?.Value}", emergency, $"{fallback.Type?.Value}"),
                Sentences.GapGiveFlow),
            _ => null,
        };
        return new FailoverState
        {
            Resource = resource,
            Missing = missing,
            Now = flow?.Content ?? "",
            NowWords = Sentences.WordsOwnContent,
            Fallback = fallback?.Content ?? "",
            FallbackWords = Sentences.WordsContentOf(emergency),
            IsOver = flow is not null
                && ((written is not null && IsSame(flow.Content, written))
                    || (missing is null && IsSame(flow.Content, fallback!.Content))),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The change was refused for a reason that no later try cures, such as a missing
    /// permission.</exception>
    public async Task<ChangeOutcome> ApplyAsync(string resource, FailoverChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!(await ids(cancellationToken)).TryGetValue(resource, out var id))
        {
            return ChangeOutcome.Gone;
        }

        try
        {
            await connect.UpdateContactFlowContentAsync(
                new UpdateContactFlowContentRequest { InstanceId = instanceId, ContactFlowId = id, Content = change.To },
                cancellationToken);
            return ChangeOutcome.Done;
        }
        catch (AmazonServiceException refused) when (ConnectRefusal.Outcome(refused) is { } outcome)
        {
            return outcome;
        }
    }

    /// <summary>The same blocks, however they are written and wherever they stand on the designer's canvas.</summary>
    internal static bool IsSame(string? one, string? other) => JsonNode.DeepEquals(Blocks(one), Blocks(other));

    private static JsonNode? Blocks(string? content)
    {
        try
        {
            // two members of one name are refused here, and not when they are compared
            var flow = JsonNode.Parse(content ?? "", documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            (flow as JsonObject)?.Remove(Layout);
            return flow;
        }
        catch (JsonException)
        {
            return JsonValue.Create(content);
        }
    }

    private async Task<ContactFlow?> FindAsync(
        IReadOnlyDictionary<string, string> known, string name, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(name, out var id))
        {
            return null;
        }

        try
        {
            return (await connect.DescribeContactFlowAsync(
                new DescribeContactFlowRequest { InstanceId = instanceId, ContactFlowId = id }, cancellationToken)).ContactFlow;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
