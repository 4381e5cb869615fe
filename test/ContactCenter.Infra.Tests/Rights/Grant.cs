using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactCenter.Infra.Tests.Rights;

/// <summary>What a call asks of IAM.</summary>
/// <param name="Action">The action, such as <c>dynamodb:GetItem</c>.</param>
/// <param name="Resource">ARN of what it is done to, or <c>*</c> where the service knows no resource.</param>
/// <param name="Context">What conditions may look at, by its key.</param>
internal sealed record Need(string Action, string Resource, IReadOnlyDictionary<string, string> Context)
{
    public override string ToString() => string.Join(' ', [Action, Resource, .. Context.Select(static each => $"{each.Key}={each.Value}")]);
}

/// <summary>A statement of a policy that allows, as IAM would read it.</summary>
internal sealed class Grant
{
    /// <summary>How a condition compares, by its operator. Of another one nothing is known, so a test that meets it fails.</summary>
    private static readonly Dictionary<string, Func<string, string, bool>> Operators = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = static (pattern, value) => pattern == value,
        ["ForAllValues:StringEquals"] = static (pattern, value) => pattern == value,
        ["ForAllValues:StringLike"] = IsLike,
        ["ArnEquals"] = IsLike,
    };

    private readonly IReadOnlyList<string> _resources;
    private readonly List<(string Operator, string Key, IReadOnlyList<string> Values)> _conditions = [];

    /// <summary>Reads a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="texts">What a value of the template comes to.</param>
    public Grant(JsonObject statement, Func<JsonNode?, IReadOnlyList<string>> texts)
    {
        Assert.Equal("Allow", (string?)statement["Effect"]);
        Assert.Null(statement["NotAction"] ?? statement["NotResource"]);
        Actions = texts(statement["Action"]);
        _resources = texts(statement["Resource"]);
        foreach (var (name, keys) in statement["Condition"]?.AsObject() ?? [])
        {
            foreach (var (key, values) in keys!.AsObject())
            {
                _conditions.Add((name, key, texts(values)));
            }
        }
    }

    /// <summary>What it allows.</summary>
    public IReadOnlyList<string> Actions { get; }

    /// <summary>True when it allows what is needed.</summary>
    public bool Allows(Need need) => Actions.Any(action => IsLike(action, need.Action))
        && _resources.Any(resource => IsLike(resource, need.Resource))
        && _conditions.All(condition => need.Context.TryGetValue(condition.Key, out var value)
            && condition.Values.Any(pattern => Operators[condition.Operator](pattern, value)));

    public override string ToString() => $"{string.Join(", ", Actions)} on {string.Join(", ", _resources)}"
        + string.Concat(_conditions.Select(static each => $" if {each.Operator} {each.Key} {string.Join(", ", each.Values)}"));

    /// <summary>With <c>*</c> for anything and <c>?</c> for one letter.</summary>
    private static bool IsLike(string pattern, string value) => Regex.IsMatch(
        value,
        $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$",
        RegexOptions.Singleline);
}
