using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Benchmarks;

/// <summary>
/// From the start of the process to the first answer of TriageAlarm, with the Runtime API and an AWS emulator on this machine. The
/// baseline is the same package without ReadyToRun; the two take turns.
/// </summary>
internal static class ColdStartBenchmark
{
    private const int Rounds = 9;

    private const string Event = """
        {"Records":[{"EventSource":"aws:sns","Sns":{"MessageId":"m","Message":"{\"AlarmName\":\"cc-test-queue-wait\",\"AlarmArn\":\"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-test-queue-wait\",\"AWSAccountId\":\"123456789012\",\"NewStateValue\":\"ALARM\",\"NewStateReason\":\"Threshold Crossed\",\"StateChangeTime\":\"2026-05-04T12:00:00.000+0000\",\"Trigger\":{\"MetricName\":\"LongestQueueWaitTime\",\"Namespace\":\"AWS/Connect\",\"Statistic\":\"MAXIMUM\",\"Dimensions\":[{\"name\":\"QueueName\",\"value\":\"Billing\"}],\"ComparisonOperator\":\"GreaterThanThreshold\",\"Threshold\":300.0}}"}}]}
        """;

    public static async Task<int> RunAsync(TextWriter output)
    {
        await using var emulator = await AwsEmulator.StartAsync();
        if (emulator is null)
        {
            await Console.Error.WriteLineAsync(AwsEmulator.Missing);
            return 1;
        }

        var root = Directory.CreateTempSubdirectory("cold-start-").FullName;
        try
        {
            (string Name, string Folder)[] packages =
            [
                ("JIT only", await PublishAsync(Path.Combine(root, "jit"), readyToRun: false)),
                ("ReadyToRun", await PublishAsync(Path.Combine(root, "r2r"), readyToRun: true)),
            ];
            var times = packages.ToDictionary(package => package.Name, _ => new List<TimeSpan>());
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (name, folder) in packages)
                {
                    times[name].Add(await MeasureAsync(folder, emulator.Address));
                }
            }

            foreach (var (name, folder) in packages)
            {
                times[name].Sort();
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name,-10}  median {times[name][Rounds / 2].TotalMilliseconds,5:F0} ms of {Rounds} starts, package "
                        + $"{Zip(folder, root, name) / 1024.0 / 1024.0:F1} MB zipped"));
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ReadyToRun takes {times["ReadyToRun"][Rounds / 2] / times["JIT only"][Rounds / 2]:P0} of the time without it"));
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<TimeSpan> MeasureAsync(string folder, Uri emulator)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = emulator.ToString(), AuthenticationRegion = "eu-central-1" });
        var table = await IncidentTable.CreateAsync(client);
        await using var api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation(Event)]);
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(folder, "ContactCenter.Functions.dll")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint,
                ["ANNOTATIONS_HANDLER"] = "TriageAlarm",
                ["AWS_ENDPOINT_URL"] = emulator.ToString(),
                ["AWS_REGION"] = "eu-central-1",
                ["AWS_ACCESS_KEY_ID"] = "test",
                ["AWS_SECRET_ACCESS_KEY"] = "test",
                ["INCIDENTS_TABLE"] = table,
            },
        };
        var start = Stopwatch.GetTimestamp();
        process.Start();

        // it ends by itself when the Runtime API has nothing left for it, right after its answer
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return api.Outcomes is [{ Succeeded: true }]
            ? elapsed
            : throw new InvalidOperationException($"the function did not answer: {await errors}");
    }

    private static async Task<string> PublishAsync(string folder, bool readyToRun)
    {
        string[] arguments =
        [
            "publish", Path.Combine(Repository(), "src", "ContactCenter.Functions"), "-c", "Release", "-r", "linux-x64", "-o", folder,
            $"-p:PublishReadyToRun={(readyToRun ? "true" : "false")}", "-v", "quiet", "--nologo",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"dotnet publish failed: {told}");
    }

    private static long Zip(string folder, string root, string name)
    {
        var path = Path.Combine(root, $"{name}.zip");
        ZipFile.CreateFromDirectory(folder, path, CompressionLevel.SmallestSize, includeBaseDirectory: false);
        return new FileInfo(path).Length;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ContactCenterServerless.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("the benchmark must run inside the repository, whose functions it publishes");
    }
}
