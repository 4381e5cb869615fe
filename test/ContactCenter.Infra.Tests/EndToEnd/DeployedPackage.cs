using System.Text.Json.Nodes;
using ContactCenter.Infra.Packaging;
using ContactCenter.Testing;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// Packages of the functions, run by their own runtime loop in the environment and with the layer that the function was deployed with.
/// </summary>
/// <param name="account">Where the functions are deployed.</param>
/// <param name="packageOf">The folder of a function's package, by the function's name.</param>
/// <param name="layer">The folder of the layer.</param>
/// <param name="layered">Names of the functions that have it: the emulator leaves layers out of what it deploys.</param>
internal sealed class DeployedPackage(
    EmulatedAccount account, Func<string, string> packageOf, string layer, IReadOnlySet<string> layered)
{
    /// <summary>
    /// Invokes a deployed function and returns what it answered last and what it printed. A hook that is asked a second time is judged
    /// warm: the first answer of a process on a busy machine may be the prepared one, as its deadline demands.
    /// </summary>
    public async Task<(JsonNode Answer, string Log)> InvokeAsync(string function, string message, int times = 1)
    {
        var deployed = await account.AwsAsync("lambda", "get-function-configuration", "--function-name", function);
        await using var api = await LambdaRuntimeApi.StartAsync([.. Enumerable.Range(0, times).Select(_ => new LambdaInvocation(message))]);
        var environment = new Dictionary<string, string>(account.Environment)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint,
            ["AWS_SESSION_TOKEN"] = "token"
        };
        foreach (var (name, value) in deployed["Environment"]!["Variables"]!.AsObject())
        {
            environment[name] = (string)value!;
        }

        // the loop ends with an error when there is nothing more to do, which only a test says
        var folder = layered.Contains(function) ? WithLayer(packageOf(function)) : packageOf(function);
        var shell = new Shell(folder, environment);
        var (_, log) = await (FunctionPackage.IsNative(folder)
            ? shell.TryAsync(Path.Combine(folder, FunctionPackage.Executable))
            : shell.TryAsync("dotnet", Path.Combine(folder, $"{FunctionPackage.Handler}.dll")));
        Assert.Equal(times, api.Outcomes.Count);
        Assert.All(api.Outcomes, outcome => Assert.True(outcome.Succeeded, $"{function}: {outcome.Body}\n{log}"));
        return (JsonNode.Parse(api.Outcomes[^1].Body)!, log);
    }

    // on Lambda a layer is in a folder of its own, which only the machine's owner may make here
    private string WithLayer(string package)
    {
        var folder = Path.Combine(package, "with-layer");
        if (!Directory.Exists(folder))
        {
            _ = Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(package).Concat(Directory.EnumerateFiles(layer)).ToArray())
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }

        return folder;
    }
}
