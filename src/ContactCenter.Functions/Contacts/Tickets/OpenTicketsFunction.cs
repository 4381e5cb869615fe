using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Functions.Contacts.Tickets;

/// <summary>
/// Opens a ticket for each contact that comes into a queue, or lets it join the one that its customer has, and tells the contact. Nobody
/// waits for it: what fails comes again by Lambda, and then is a dead letter.
/// </summary>
public sealed class OpenTicketsFunction(
    TicketDesk desk, IContactRecords records, ISecretSource secrets, MetricLine metrics, FunctionEnvironment environment,
    TimeProvider clock)
{
    /// <summary>Member of the secret that holds the key of customers.</summary>
    private const string KeyMember = "key";

    /// <summary>Takes one contact event of EventBridge; any other says nothing.</summary>
    /// <exception cref="InvalidOperationException">A ticket of the same customer is opened at the moment; the event is to come again.
    /// </exception>
    [LambdaFunction]
    public async Task<Stream> OpenTickets(Stream input, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        if (HeardEvent.Read(await Reply.ReadAsync(input), now) is not { Kind: HeardKind.Queued, InitialId: var contact })
        {
            return Reply.Json(new TicketsReply(0, 0), FunctionsJson.Default.TicketsReply);
        }

        var (outcome, ticket) = await ServeAsync(contact, now, context.Logger, limit.Token);
        if (outcome == TicketOutcome.Busy)
        {
            throw new InvalidOperationException("a ticket of the same customer is opened at the moment");
        }

        var (opened, joined) = (outcome == TicketOutcome.Opened ? 1 : 0, outcome == TicketOutcome.Joined ? 1 : 0);
        if (opened + joined > 0)
        {
            Count((OwnMetricNames.TicketsOpened, opened), (OwnMetricNames.TicketsJoined, joined));
        }

        // also when it had one: a transfer was looked up again, which tells the customer's last ticket in its place
        if (ticket is not null)
        {
            await TellAsync(contact, ticket, context.Logger, limit.Token);
        }

        context.Logger.LogInformation("Contact {Contact}: {Outcome}, ticket {Ticket}", contact, outcome, ticket?.Reference ?? "none");
        return Reply.Json(new TicketsReply(opened, joined), FunctionsJson.Default.TicketsReply);
    }

    private async Task<(TicketOutcome Outcome, Ticket? Ticket)> ServeAsync(
        string contact, DateTimeOffset now, ILambdaLogger logger, CancellationToken stop)
    {
        try
        {
            var key = environment.CallerKeySecret is { } arn ? (await secrets.GetAsync(arn, stop)).Key(KeyMember) : null;
            return await desk.ServeAsync(contact, key, now, stop);
        }
        catch (TicketRefusedException refused)
        {
            // the same again would be refused again
            logger.LogError("Contact {Contact} gets no ticket: {Reason}", contact, refused.Message);
            Count((OwnMetricNames.TicketFailures, 1));
            return (TicketOutcome.NotWanted, null);
        }
        catch
        {
            Count((OwnMetricNames.TicketFailures, 1));
            throw;
        }
    }

    /// <summary>The ticket is there, whether the contact hears of it or not; the next contact of the customer finds it.</summary>
    private async Task TellAsync(string contact, Ticket ticket, ILambdaLogger logger, CancellationToken stop)
    {
        try
        {
            await records.TellAsync(contact, ticket.Attributes, stop);
        }
#pragma warning disable CA1031 // an attempt more would find the ticket and tell as little
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogWarning("Contact {Contact} could not be told its ticket: {Failure}", contact, failure.GetType().Name);
        }
    }

    private void Count(params (string Name, double Value)[] counts) => metrics.Tell(
        clock.GetUtcNow(),
        [("InstanceId", environment.Configuration.Instance.Id)],
        [.. counts.Select(static count => (count.Name, "Count", count.Value))]);
}

/// <summary>What an invocation has done.</summary>
/// <param name="Opened">Tickets that were opened.</param>
/// <param name="Joined">Contacts that joined one.</param>
public sealed record TicketsReply(int Opened, int Joined);
