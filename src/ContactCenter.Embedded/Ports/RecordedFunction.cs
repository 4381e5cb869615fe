using System.Text;
using ContactCenter.Core.Contacts.Dialogues;

namespace ContactCenter.Embedded.Ports;

/// <summary>
/// The customer's functions on this machine: nothing is called, what would be is said. What they answer can be given; without that they
/// are for an agent.
/// </summary>
/// <param name="remarks">Takes what a function would be told.</param>
public sealed class RecordedFunction(TextWriter remarks) : IDialogueFunctions
{
    /// <summary>What each of them answers, as JSON, or null.</summary>
    public byte[]? Reply { get; set; }

    /// <inheritdoc/>
    public Task<FunctionResult> CallAsync(
        string function, ReadOnlyMemory<byte> request, TimeSpan limit, CancellationToken cancellationToken)
    {
        remarks.WriteLine($"{function} <- {Encoding.UTF8.GetString(request.Span)}");
        return Task.FromResult(new FunctionResult(FunctionOutcome.Answered, Reply ?? """{"status":"agent"}"""u8.ToArray()));
    }
}
