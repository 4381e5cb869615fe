using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>The account in the emulator: the CDK's command line deploys to it, the AWS command line reads it back.</summary>
internal sealed class EmulatedAccount : IDisposable
{
    public const string Region = "eu-central-1";
    public const string Id = "123456789012";

    private static readonly string Cdk = Path.Combine(Repository.Root, "node_modules", ".bin", "cdk");

    private readonly Shell _shell;
    private readonly AwsCommandLine _aws;

    public EmulatedAccount(Uri emulator)
    {
        Environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = emulator.AbsoluteUri.TrimEnd('/'),
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_REGION"] = Region,
            ["AWS_DEFAULT_REGION"] = Region,
            ["AWS_PAGER"] = "",
            ["NODE_NO_WARNINGS"] = "1",
            ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "1",

            // a node of the build that stays would keep the output of its program open, and whoever reads that would wait for the node
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        _shell = new Shell(Repository.Root, Environment);
        _aws = new AwsCommandLine(_shell);
    }

    /// <summary>What tells programs of the account.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Null when all programs are there that a deployment needs.</summary>
    public static string? Missing =>
        !File.Exists(Cdk) ? "The CDK's command line is not there: npm ci"
        : new[] { "node", "aws", "dotnet" }.FirstOrDefault(program => Testing.Executable.Find(program) is null) is { } program
        ? $"{program} is not on PATH"
        : null;

    /// <summary>Runs the CDK's command line.</summary>
    public Task<string> CdkAsync(params string[] arguments) => _shell.RunAsync(Cdk, arguments);

    /// <summary>Runs the CDK's command line on what was synthesised already.</summary>
    public Task<string> CdkAsync(CloudAssembly assembly, params string[] arguments) =>
        CdkAsync([.. arguments, "--app", assembly.Folder, "--build", "true"]);

    /// <summary>
    /// Deploys a stack with those that it stands on, or all of them, beside each other where they can be: the command line asks every few
    /// seconds whether one is done. The emulator knows neither updates nor exports of stacks that a change set makes, so they are made
    /// without one.
    /// </summary>
    public Task<string> DeployAsync(CloudAssembly assembly, string stacks = "--all") => CdkAsync(
        assembly, "deploy", stacks, "--concurrency", "8", "--require-approval", "never", "--method=direct", "--progress", "events", "--ci");

    /// <summary>Runs the AWS command line; what it answers.</summary>
    public async Task<JsonNode> AwsAsync(params string[] arguments)
    {
        var output = await _aws.RunAsync([.. arguments, "--output", "json", "--endpoint-url", Environment["AWS_ENDPOINT_URL"]]);
        return output.Length == 0 ? new JsonObject() : JsonNode.Parse(output)!;
    }

    public void Dispose() => _aws.Dispose();
}
