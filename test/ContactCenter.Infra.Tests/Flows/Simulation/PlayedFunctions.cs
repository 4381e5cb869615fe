using ContactCenter.Core.Contacts.Dialogues;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Functions of customers that all answer the same.</summary>
internal sealed class PlayedFunctions(FunctionResult result) : IDialogueFunctions
{
    public int Calls { get; private set; }

    public Task<FunctionResult> CallAsync(
        string function, ReadOnlyMemory<byte> request, TimeSpan limit, CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(result);
    }
}
