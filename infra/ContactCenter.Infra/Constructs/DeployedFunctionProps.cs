using Amazon.CDK;

namespace ContactCenter.Infra.Constructs;

/// <summary>What a function needs besides what is known of it everywhere.</summary>
internal sealed record DeployedFunctionProps
{
    /// <summary>Environment variables; names and ARNs, never a secret.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>ARNs of the secrets that it reads, through Secrets Manager's extension, which is added when there are any.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How often Lambda tries again what came asynchronously; 0 to 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How long what came asynchronously is worth trying; a minute to six hours.</summary>
    public Duration MaximumAge { get; init; } = Duration.Hours(6);
}
