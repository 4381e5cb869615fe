using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>What flows meet: who answers for the hooks, and what can go wrong.</summary>
internal sealed record FlowWorld
{
    /// <summary>
    /// Answers of a hook to a request; more than one when any of them may come, and null for none: late, throttled, failed.
    /// </summary>
    public required Func<string, JsonObject, IEnumerable<string?>> Hooks { get; init; }

    /// <summary>The hooks look at what they are told; played ones do not.</summary>
    public bool HooksRead { get; init; }

    /// <summary>Modules may fail to run.</summary>
    public bool ModulesFail { get; init; }

    /// <summary>Every block with an error may take it, whatever the reason.</summary>
    public bool EverythingFails { get; init; }

    /// <summary>Queues may take no more contacts.</summary>
    public bool QueuesAreFull { get; init; }

    /// <summary>Customers press every key, say everything and fall silent.</summary>
    public bool CustomersDoAnything { get; init; } = true;

    /// <summary>What customers say to a bot or write.</summary>
    public IReadOnlyList<string> Words { get; init; } = ["I lost my card"];

    /// <summary>What a bot hears of them: a key and nothing too, where it makes a difference to what follows.</summary>
    public IEnumerable<string> Heard(FlowReads reads) => CustomersDoAnything && reads.HeardStatus ? [.. Words, "1", ""] : Words;

    /// <summary>What customers key in when digits are asked for; <c>Timeout</c> for nothing.</summary>
    public IReadOnlyList<string> Digits { get; init; } = ["5", "9", "Timeout", "4915112345678"];

    /// <summary>Telephone number that was called.</summary>
    public string CalledNumber { get; init; } = "+49301234567";

    /// <summary>Id of the contact.</summary>
    public string ContactId { get; init; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>User name of the agent who sees a guide; null: the flow does not know it.</summary>
    public string? AgentName { get; init; } = "ann";

    /// <summary>Telephone number or address of the customer; null for none.</summary>
    public string? CustomerAddress { get; init; } = "+4915112345678";
}
