using System.Text.Json.Nodes;
using ContactCenter.Testing;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>The package that was deployed, run by its own runtime loop in the environment that its function was deployed with.</summary>
internal sealed class DeployedPackage(EmulatedAccount account, string folder)
{
    /// <summary>Invokes a deployed function once and returns what it answered and what it printed.</summary>
    public async Task<(JsonNode Answer, string Log)> InvokeAsync(string function, string message)
    {
        var deployed = await account.AwsAsync("lambda", "get-function-configuration", "--function-name", function);
        await using var api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation(message)]);
        var environment = new Dictionary<string, string>(account.Environment) { ["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint, ["AWS_SESSION_TOKEN"] = "token" };
        foreach (var (name, value) in deployed["Environment"]!["Variables"]!.AsObject())
        {
            environment[name] = (string)value!;
        }

        // the loop ends with an error when there is nothing more to do, which only a test says
        var (_, log) = await new Shell(folder, environment).TryAsync("dotnet", $"{(string)deployed["Handler"]!}.dll");
        var outcome = Assert.Single(api.Outcomes);
        Assert.True(outcome.Succeeded, $"{function}: {outcome.Body}\n{log}");
        return (JsonNode.Parse(outcome.Body)!, log);
    }
}
