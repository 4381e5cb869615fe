using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.ContactWeeks;

/// <summary>
/// The customer's functions of a week: mostly they do it, sometimes they cannot, fail or are late. What a call came to depends on its key,
/// so the same call comes to the same.
/// </summary>
/// <param name="configuration">The file, which says what each function answers.</param>
/// <param name="seed">The seed of the week.</param>
internal sealed class PlayedWishes(ContactCenterConfiguration configuration, long seed) : IDialogueFunctions
{
    /// <summary>Calls that end with an agent because it cannot be done there.</summary>
    public const double Unable = 0.05;

    /// <summary>Calls that fail.</summary>
    public const double Fails = 0.02;

    /// <summary>First calls that are late; who asks again has the answer.</summary>
    public const double Late = 0.03;

    /// <inheritdoc/>
    public Task<FunctionResult> CallAsync(
        string function, ReadOnlyMemory<byte> request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var told = JsonNode.Parse(request.Span)!;
        var chance = new SeededRandom(seed, $"call/{(string?)told["callKey"]}").Next();
        var isFirst = (int?)told["attempt"] is null or 0 or 1;
        return Task.FromResult(chance switch
        {
            < Unable => new FunctionResult(FunctionOutcome.Answered, """{"status":"agent"}"""u8.ToArray()),
            < Unable + Fails => FunctionResult.Failed,
            < Unable + Fails + Late when isFirst => FunctionResult.Late,
            _ => Done(function),
        });
    }

    private FunctionResult Done(string function)
    {
        var answers = configuration.Dialogues.First(dialogue => dialogue.Function == function).Answers;
        var values = new JsonObject(answers.Select(static name => KeyValuePair.Create(name, (JsonNode?)"7")));
        return new FunctionResult(
            FunctionOutcome.Answered,
            JsonSerializer.SerializeToUtf8Bytes<JsonNode>(
                new JsonObject { ["status"] = "done", ["values"] = values }, CallsJson.Default.JsonNode));
    }
}
