using System.Text.Json;
using ContactCenter.Aws.Contacts;
using ContactCenter.Cli.Commands;
using ContactCenter.Functions;

namespace ContactCenter.Cli.Invoke;

/// <summary>What goes on while a function is tried out.</summary>
/// <param name="Alarms">Files with alarms that are red.</param>
/// <param name="Queues">File with the state of the queues, or null.</param>
/// <param name="Customer">File with what the customer system replies, or null: it knows nobody.</param>
/// <param name="At">What time it is, as text, or null.</param>
internal sealed record InvokeCircumstances(IReadOnlyList<string> Alarms, string? Queues, string? Customer, string? At)
{
    /// <summary>Brings it about.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="JsonException">A file is not what it should be.</exception>
    public async Task ApplyAsync(EmbeddedSystem system, CancellationToken cancellation)
    {
        foreach (var alarm in Alarms)
        {
            _ = await system.InvokeAsync(EmbeddedFunction.Find(nameof(TriageAlarmFunction.TriageAlarm))!, await InvokeCommand.ReadAsync(alarm, cancellation));
        }

        if (Customer is { } reply)
        {
            system.Customer.Reply = await InvokeCommand.ReadAsync(reply, cancellation);
        }

        if (Queues is { } file)
        {
            await system.Queues.WriteAsync(QueueStatesDocument.Read(await InvokeCommand.ReadAsync(file, cancellation)), cancellation);
        }
    }
}
