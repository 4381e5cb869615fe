using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.ConnectParticipant;
using Amazon.ConnectParticipant.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Aws.Contacts.Synthetic;

/// <summary>
/// A chat as a customer has it: begun by the API, read through the Participant API, and left as soon as it is known where it went, so that
/// no agent is kept by it.
/// </summary>
/// <param name="connect">The client of Amazon Connect.</param>
/// <param name="participants">That of its participants.</param>
/// <param name="instanceId">Id of the instance.</param>
/// <param name="flows">Ids of the deployed flows by their names.</param>
/// <param name="mark">Gives the mark of synthetic contacts.</param>
/// <param name="clock">Says what time it is.</param>
internal sealed class ConnectChats(
    IAmazonConnect connect,
    IAmazonConnectParticipant participants,
    string instanceId,
    IReadOnlyDictionary<string, string> flows,
    Func<CancellationToken, ValueTask<string?>> mark,
    TimeProvider clock)
{
    /// <summary>So often the chat is looked at, and so long between two looks: forty seconds, which a bot with hooks stays below.</summary>
    private const int Looks = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Name under which an agent would see the customer.</summary>
    private const string Name = "Synthetic contact";

    public async ValueTask<SyntheticOutcome> TryAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        try
        {
            if ((contact.FlowId ?? flows.GetValueOrDefault(contact.Flow)) is not { } flow || await mark(cancellationToken) is not { } known)
            {
                return Unknown("the flow or the mark of synthetic contacts is not known");
            }

            var begun = await connect.StartChatContactAsync(
                new StartChatContactRequest
                {
                    InstanceId = instanceId,
                    ContactFlowId = flow,
                    Attributes = new() { [SyntheticMark.Attribute] = known, ["language"] = contact.Language },
                    ParticipantDetails = new ParticipantDetails { DisplayName = Name },
                    InitialMessage = contact.Says is { } said ? new ChatMessage { ContentType = "text/plain", Content = said } : null,
                    ClientToken = token,
                },
                cancellationToken);
            var connection = await participants.CreateParticipantConnectionAsync(
                new CreateParticipantConnectionRequest
                {
                    ParticipantToken = begun.ParticipantToken,
                    Type = ["CONNECTION_CREDENTIALS"],
                    ConnectParticipant = true,
                },
                cancellationToken);
            var credentials = connection.ConnectionCredentials.ConnectionToken;
            try
            {
                return await WatchAsync(contact, begun.ContactId, credentials, start, cancellationToken);
            }
            finally
            {
                await LeaveAsync(credentials);
            }
        }
        catch (AmazonServiceException refused)
        {
            return Unknown(ConnectTestCases.Text(refused));
        }
    }

    private async Task<SyntheticOutcome> WatchAsync(
        SyntheticContact contact, string contactId, string credentials, long start, CancellationToken cancellationToken)
    {
        var (heard, queue) = ("", (string?)null);
        for (var look = 0; look < Looks; look++)
        {
            if (look > 0)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }

            heard = await HeardAsync(credentials, cancellationToken);
            queue = await QueueAsync(contactId, cancellationToken);
            if (IsGreeting(heard, contact) && (contact.Queue is null || queue is not null))
            {
                break;
            }
        }

        var now = clock.GetUtcNow();
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        return !IsGreeting(heard, contact)
                ? new SyntheticOutcome(SyntheticResult.Wrong, now) { Step = SyntheticStep.Greeting, Text = heard, Seconds = seconds }
            : contact.Queue is { } wanted && queue != wanted.Id
                ? new SyntheticOutcome(SyntheticResult.Wrong, now) { Step = SyntheticStep.Queue, Text = queue, Seconds = seconds }
            : new SyntheticOutcome(SyntheticResult.Right, now) { Seconds = seconds };
    }

    private async Task<string> HeardAsync(string credentials, CancellationToken cancellationToken)
    {
        var transcript = await participants.GetTranscriptAsync(
            new GetTranscriptRequest { ConnectionToken = credentials, MaxResults = 100, SortOrder = SortKey.ASCENDING }, cancellationToken);
        return string.Join(' ', (transcript.Transcript ?? [])
            .Where(static item => item.ParticipantRole?.Value != "CUSTOMER" && item.Type?.Value == "MESSAGE")
            .Select(static item => item.Content));
    }

    private async Task<string?> QueueAsync(string contactId, CancellationToken cancellationToken)
    {
        var described = await connect.DescribeContactAsync(
            new DescribeContactRequest { InstanceId = instanceId, ContactId = contactId }, cancellationToken);
        return described.Contact?.QueueInfo?.Id is { Length: > 0 } queue ? ConnectDirectory.IdOf(queue) : null;
    }

    /// <summary>Whoever does not leave is disconnected by Amazon Connect, so that not being able to is no failure.</summary>
    private async Task LeaveAsync(string credentials)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
            await participants.DisconnectParticipantAsync(
                new DisconnectParticipantRequest { ConnectionToken = credentials }, limit.Token);
        }
        catch (Exception failure) when (failure is AmazonServiceException or OperationCanceledException)
        {
            // the chat ends by itself
        }
    }

    /// <summary>The first sentence counts: what follows it depends on what is asked next.</summary>
    private static bool IsGreeting(string heard, SyntheticContact contact)
    {
        var end = contact.Hears.IndexOfAny(['.', '!', '?']);
        return heard.Contains(end > 0 ? contact.Hears[..end] : contact.Hears, StringComparison.OrdinalIgnoreCase);
    }

    private SyntheticOutcome Unknown(string why) => new(SyntheticResult.Unknown, clock.GetUtcNow()) { Text = why };
}
