using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Asks one of the hooks of this system and waits for its answer, which is in <c>$.External</c> until the next one.</summary>
/// <param name="Hook">The hook.</param>
/// <param name="Arn">Its ARN.</param>
internal sealed record InvokeHook(SystemFunction Hook, string Arn) : FlowBlock
{
    /// <summary>What the hook is told beside the contact; none of the values may be empty.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the flow goes on in one way whatever the answer is, so that there is nothing to keep of it.</summary>
    public bool IsOnlyTold => Next == OnError;

    /// <summary>Whether the answer may hold objects: "set routing criteria" takes nothing else.</summary>
    public bool HasObjects { get; init; }

    /// <summary>With the answer.</summary>
    public required string Next { get; init; }

    /// <summary>Without an answer: late, too long, not a flat map of strings, or no answer at all.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "InvokeLambdaFunction";

    /// <inheritdoc/>
    public override JsonObject Parameters
    {
        get
        {
            var parameters = new JsonObject
            {
                ["LambdaFunctionARN"] = Arn,
                ["InvocationTimeLimitSeconds"] = FlowWait.Seconds.ToString(CultureInfo.InvariantCulture),
                ["InvocationType"] = "SYNCHRONOUS",
                ["ResponseValidation"] = new JsonObject { ["ResponseType"] = HasObjects ? "JSON" : "STRING_MAP" },
            };
            if (Inputs.Count > 0)
            {
                parameters["LambdaInvocationAttributes"] = Map(Inputs);
            }

            return parameters;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Ask the hook {Hook.Handler}";
}
