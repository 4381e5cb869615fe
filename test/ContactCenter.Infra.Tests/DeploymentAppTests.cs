using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests;

/// <summary>The application as the CDK command line runs it: what is wrong is told before an account is touched.</summary>
public sealed class DeploymentAppTests
{
    /// <summary>The application beside the tests, as it was built: the folder of the tests lacks what only it refers to.</summary>
    private static readonly string Application = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "ContactCenter.Infra",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "ContactCenter.Infra.dll"));

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_with_its_path()
    {
        var file = Changed(root =>
        {
            root["instance"]!["arn"] = "arn:aws:connect:eu-central-1:123456789012:instance/my-instance";
            root["queues"]![0]!["standby"] = "Biling";
            root["alarms"]!["concurrent-calls"] = new JsonObject { ["threshold"] = 80 };
            root["alarms"]!["active-chats"] = new JsonObject { ["threshold"] = 0.8 };
            root["tables"]![0]!["read"]!["minimum"] = 500;
            root["audiences"]!["workforce"]!.AsArray().Add(new JsonObject { ["channel"] = "task", ["to"] = "Nights" });
        });

        var (code, errors) = await Synthesise(file);

        Assert.Equal(1, code);
        Assert.Equal(6, errors.Count);
        Assert.All(
            new[]
            {
                "$.instance.arn: found \"arn:aws:connect:",
                "$.tables[0].read: found minimum 500 above maximum 400; ",
                "$.queues[0].standby: found \"Biling\"; expected the name of a queue in $.queues; did you mean Billing?",
                "$.alarms.concurrent-calls.threshold: found 80; AWS/Connect ConcurrentCallsPercentage runs from 0 to 1; 80 % is "
                    + "written 0.8",
                "$.alarms.active-chats.threshold: found 0.8; AWS/Connect ConcurrentActiveChatsPercentage runs from 0 to 100; 80 % is "
                    + "written 80",
                "$.audiences.workforce[1].to: found \"Nights\"; a task goes to a queue of $.queues",
            },
            problem => Assert.Single(errors, line => line.Contains(problem, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task More_alarms_than_stacks_take_are_told_with_the_number_of_stacks_that_do()
    {
        var file = Changed(root => root["queues"] = new JsonArray(
            [
                .. root["queues"]!.AsArray().Select(queue => queue!.DeepClone()),
                .. Enumerable.Range(1, 56).Select(i => new JsonObject { ["name"] = $"Queue {i}" })
            ]));

        var (code, errors) = await Synthesise(file);

        Assert.Equal(1, code);
        Assert.Contains("$.monitoring.stacks: found 1, with ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var (code, errors) = await Synthesise("no-such-file.json");

        Assert.Equal((1, "no-such-file.json: there is no such file; name one with -c config=FILE"), (code, Assert.Single(errors)));
    }

    private static string Changed(Action<JsonNode> change)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var node = JsonNode.Parse(File.ReadAllText(Repository.File("contactcenter.json")), documentOptions: options)!;
        change(node);
        var path = Path.Combine(Directory.CreateTempSubdirectory("contactcenter-configuration-").FullName, "changed.json");
        File.WriteAllText(path, node.ToJsonString());
        return path;
    }

    /// <summary>The CDK command line passes its context in the environment of the process that it starts.</summary>
    private static async Task<(int Code, IReadOnlyList<string> Errors)> Synthesise(string configuration)
    {
        var start = new ProcessStartInfo("dotnet", [Application]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CDK_CONTEXT_JSON"] = new JsonObject { [DeploymentApp.ConfigurationKey] = configuration }.ToJsonString();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await output);
        return (process.ExitCode, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
