using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>
/// From the start of the deployed console's process to its first page, against an application of ASP.NET Core with one empty page under
/// the same hosting. Both ReadyToRun on the shared runtime, in turns. The page is the one that needs nobody to sign in; the console reads
/// its keys before any page, from the emulator.
/// </summary>
internal static class ConsoleStart
{
    private const string Host = "console.example.com";

    private static readonly string[] Projects =
        [Path.Combine("src", "ContactCenter.ConsoleFunction"), Path.Combine("bench", "ContactCenter.EmptyWeb")];

    /// <summary>Measures.</summary>
    /// <param name="arguments"><c>--rounds N</c>.</param>
    /// <param name="output">Takes the figures.</param>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var rounds = arguments is ["--rounds", var count] ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : 9;
        await using var emulator = await AwsEmulator.StartAsync();
        if (emulator is null)
        {
            await Console.Error.WriteLineAsync(AwsEmulator.Missing);
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("console-start-").FullName;
        try
        {
            var environment = await PrepareAsync(folder, emulator.Address);
            foreach (var project in Projects)
            {
                // with stand-ins for the AWS packages whatever the feed has, so that figures compare
                var target = Path.Combine(folder, Path.GetFileName(project));
                _ = await Packages.PublishAsync(
                    target,
                    isNative: false,
                    [
                        "publish", Path.Combine(Packages.Repository(), project), "-c", "Release", "-r", "linux-x64", "-o", target,
                        "-p:AwsPackages=StandIn",
                    ]);
            }

            var starts = Projects.ToDictionary(static project => project, static _ => new List<ColdProcess>());
            for (var round = 0; round < rounds; round++)
            {
                foreach (var project in Projects)
                {
                    starts[project].Add(await StartAsync(folder, Path.GetFileName(project), environment));
                }
            }

            double[] medians = [.. Projects.Select(project => Median(starts[project]))];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"first page of the console {medians[0]:0} ms, of an empty application {medians[1]:0} ms: {medians[0] / medians[1]:0.0} "
                    + $"times as long (median of {rounds} starts each, ReadyToRun)"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ColdProcess> StartAsync(string folder, string project, Dictionary<string, string> environment)
    {
        var message = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = "$default",
            ["rawPath"] = ConsolePaths.SignedOut,
            ["rawQueryString"] = "here",
            ["headers"] = new JsonObject { ["host"] = Host, ["accept"] = "text/html" },
            ["requestContext"] = new JsonObject
            {
                ["http"] = new JsonObject { ["method"] = "GET", ["path"] = ConsolePaths.SignedOut, ["protocol"] = "HTTP/1.1" },
            },
            ["isBase64Encoded"] = false,
        };
        var start = await ColdProcess.RunAsync(
            ["dotnet", Path.Combine(folder, project, $"{project}.dll")], [message.ToJsonString()], environment);
        return (int?)start.Answer?["statusCode"] == 200
            ? start
            : throw new InvalidOperationException($"{project} gave no page: {start.Answer?.ToJsonString() ?? start.Log}");
    }

    private static double Median(List<ColdProcess> starts) =>
        starts.Select(static start => start.Times[0].TotalMilliseconds).Order().ElementAt(starts.Count / 2);

    /// <summary>The sample's configuration with a console, a table of incidents, and the key by which its keys are sealed.</summary>
    private static async Task<Dictionary<string, string>> PrepareAsync(string folder, Uri emulator)
    {
        using var tables = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = emulator.ToString(), AuthenticationRegion = Services.Region });
        var sample = await Services.SampleAsync("pages");
        sample["console"] = new JsonObject();
        var file = Path.Combine(folder, "contactcenter.json");
        await File.WriteAllTextAsync(file, sample.ToJsonString());
        return new Dictionary<string, string>
        {
            ["CONTACTCENTER_CONFIG"] = file,
            ["AWS_REGION"] = Services.Region,
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            // by which the hosting knows where it is
            ["AWS_LAMBDA_FUNCTION_NAME"] = "console",
            ["AWS_ENDPOINT_URL"] = emulator.ToString(),
            ["INCIDENTS_TABLE"] = await IncidentTable.CreateAsync(tables),
            ["CONTACTS_TABLE"] = "contacts",
            ["API_ISSUER"] = Services.Issuer,
            ["CONSOLE_HOST"] = Host,
            ["CONSOLE_CLIENT"] = "pages",
            ["CONSOLE_KEY_ARN"] = await CreateKeyAsync(emulator),
        };
    }

    private static async Task<string> CreateKeyAsync(Uri emulator)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator);
        request.Content = new StringContent("{}", new MediaTypeHeaderValue("application/x-amz-json-1.1"));
        request.Headers.Add("X-Amz-Target", "TrentService.CreateKey");

        // the emulator checks no signature, but finds service and Region by it
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260504/{Services.Region}/kms/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["KeyMetadata"]!["Arn"]!;
    }
}
