using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Runs a module. It answers in contact attributes; nothing else comes out of a module.</summary>
/// <param name="Module">Name of the module.</param>
/// <param name="Id">Its id.</param>
internal sealed record InvokeModule(string Module, string Id) : FlowBlock
{
    /// <summary>
    /// What the module is told, by the names that it declares: <c>$.Lex</c> and what was keyed in do not reach into a module.
    /// </summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>After the module.</summary>
    public required string Next { get; init; }

    /// <summary>When it cannot run.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "InvokeFlowModule";

    /// <inheritdoc/>
    public override JsonObject Parameters
    {
        get
        {
            var parameters = new JsonObject { ["FlowModuleId"] = Id };
            if (Inputs.Count > 0)
            {
                parameters["Input"] = Map(Inputs);
            }

            return parameters;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
        [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.NoMatch, Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Run the module {Module}";
}
