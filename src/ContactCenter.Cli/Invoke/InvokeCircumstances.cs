using System.Text.Json;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions.Incidents;

namespace ContactCenter.Cli.Invoke;

/// <summary>What goes on while a function is tried out.</summary>
/// <param name="Alarms">Files with alarms that are red.</param>
/// <param name="Queues">File with the state of the queues, or null.</param>
/// <param name="Customer">File with what the customer system replies, or null: it knows nobody.</param>
/// <param name="Secret">File with the secret of the function as Secrets Manager holds it, or null: <see cref="TestSecrets"/>.</param>
/// <param name="At">What time it is, as text, or null.</param>
/// <param name="FunctionAnswer">File with what a function of the customer answers a dialogue, or null: that it is for an agent.</param>
internal sealed record InvokeCircumstances(
    IReadOnlyList<string> Alarms, string? Queues, string? Customer, string? Secret, string? At, string? FunctionAnswer = null)
{
    /// <summary>Brings it about.</summary>
    /// <exception cref="InputException">A file cannot be read or is not what it should be.</exception>
    public async Task ApplyAsync(InvokedSystem system, CancellationToken cancellation)
    {
        foreach (var alarm in Alarms)
        {
            var input = await InvokeInput.ReadAsync(alarm, cancellation);
            Check(input, system.Configuration);
            _ = await system.InvokeAsync(EmbeddedFunction.Find(nameof(TriageAlarmFunction.TriageAlarm))!, input.Bytes);
        }

        if (Customer is { } reply)
        {
            system.Customer.Reply = (await InvokeInput.ReadAsync(reply, cancellation)).Checked().Bytes;
        }

        if (FunctionAnswer is { } answer)
        {
            system.Function.Reply = (await InvokeInput.ReadAsync(answer, cancellation)).Checked().Bytes;
        }

        if (Secret is { } secret)
        {
            system.Secrets.Text = System.Text.Encoding.UTF8.GetString((await InvokeInput.ReadAsync(secret, cancellation)).Bytes).Trim();
        }

        if (Queues is { } file)
        {
            var input = (await InvokeInput.ReadAsync(file, cancellation)).Checked();
            await system.Queues.WriteAsync(ReadQueues(input, system.Configuration), cancellation);
        }
    }

    /// <summary>The function makes an incident of anything that arrives; whoever tries it out wants to know of a slip.</summary>
    private static void Check(InvokeInput input, ContactCenterConfiguration configuration)
    {
        foreach (var read in AlarmParser.Parse(input.Bytes, DateTimeOffset.UnixEpoch, configuration.ForeignAlarms))
        {
            var problem = read switch
            {
                RefusedMessage refused => refused.Problem,
                UnrecognisedMessage other => Say.SeemsToBe(other.What),
                _ => null,
            };
            if (problem is not null)
            {
                throw new InputException(Say.NoAlarm(input.Name, problem));
            }
        }
    }

    private static QueueStates ReadQueues(InvokeInput input, ContactCenterConfiguration configuration)
    {
        QueueStates states;
        try
        {
            states = QueueStatesDocument.Read(input.Bytes);
        }
        catch (JsonException)
        {
            throw new InputException(Say.NoQueueState(input.Name));
        }

        var names = configuration.Queues.Select(static queue => queue.Name).ToArray();
        foreach (var queue in states.Queues)
        {
            if (!names.Contains(queue.Name, StringComparer.Ordinal))
            {
                throw new InputException(Say.QueueUnknown(input.Name, queue.Name, Meant.Of(queue.Name, names)));
            }

            if (FirstNegative(queue) is { } number)
            {
                throw new InputException(Say.QueueBelowZero(input.Name, queue.Name, number));
            }
        }

        return states;
    }

    private static string? FirstNegative(QueueState queue) => queue switch
    {
        { Waiting: < 0 } => "waiting",
        { OldestSeconds: < 0 } => "oldestSeconds",
        { AgentsStaffed: < 0 } => "agentsStaffed",
        { AgentsAvailable: < 0 } => "agentsAvailable",
        { AgentsOnContact: < 0 } => "agentsOnContact",
        { ArrivalsPerMinute: < 0 } => "arrivalsPerMinute",
        { AverageHandleSeconds: < 0 } => "averageHandleSeconds",
        { AbandonmentPercent: < 0 } => "abandonmentPercent",
        _ => null,
    };
}
