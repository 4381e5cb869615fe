using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.History;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Dashboards;

namespace ContactCenter.Cli.Dashboards;

/// <summary>
/// <c>contactcenter dashboards push</c> and <c>annotate</c>: dashboards and incidents into a Grafana, by its HTTP API.
/// </summary>
internal static class GrafanaCommands
{
    private const string TokenVariable = "GRAFANA_TOKEN";

    private static readonly JsonSerializerOptions Read = new(HistoryJson.Default.Options) { AllowOutOfOrderMetadataProperties = true };

    /// <summary>Puts the dashboards there.</summary>
    public static Command CreatePush()
    {
        var config = Settings.Option();
        return With(new Command("push", Say.HelpDashboardsPush(TokenVariable)) { config }, async (parsed, grafana, cancellation) =>
        {
            if (Settings.Load(parsed.GetValue(config), Console.Error) is not { } configuration)
            {
                return ExitCode.Problems;
            }

            foreach (var dashboard in DashboardPlan.For(configuration))
            {
                var file = GrafanaDashboard.File(dashboard, configuration.Instance, DeploymentNames.Of(configuration));
                Console.WriteLine(await grafana.PushAsync(JsonNode.Parse(file)!.AsObject(), cancellation));
            }

            return ExitCode.Done;
        });
    }

    /// <summary>Draws incidents into them.</summary>
    public static Command CreateAnnotate()
    {
        var config = Settings.Option();
        var file = new Argument<string>("file") { Description = Say.ArgumentIncidentLines };
        var command = new Command("annotate", Say.HelpDashboardsAnnotate(TokenVariable)) { file, config };
        return With(command, async (parsed, grafana, cancellation) =>
        {
            if (Settings.Load(parsed.GetValue(config), Console.Error) is not { } configuration)
            {
                return ExitCode.Problems;
            }

            var path = parsed.GetValue(file)!;
            using var reader = path == "-" ? Console.In : new StreamReader(InputFile.OpenUtf8(path));
            var (drawn, deployment) = (0, DeploymentNames.Of(configuration).Prefix);
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                if (line.Trim().Length > 0)
                {
                    await grafana.AnnotateAsync(JsonSerializer.Deserialize<IncidentRecord>(line, Read)!, deployment, cancellation);
                    drawn++;
                }
            }

            Console.WriteLine(drawn == 1 ? Say.IncidentDrawn : Say.IncidentsDrawn($"{drawn}"));
            return ExitCode.Done;
        });
    }

    private static Command With(Command command, Func<ParseResult, GrafanaApi, CancellationToken, Task<int>> act)
    {
        var address = new Option<Uri>("--grafana-url") { Description = Say.OptionGrafanaUrl, HelpName = "URL", Required = true };
        var tokenFile = new Option<string?>("--grafana-token-file")
        {
            Description = Say.OptionGrafanaToken(TokenVariable),
            HelpName = "FILE",
        };
        command.Add(address);
        command.Add(tokenFile);
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                var token = parsed.GetValue(tokenFile) is { } file
                    ? (await File.ReadAllTextAsync(file, cancellation)).Trim()
                    : Environment.GetEnvironmentVariable(TokenVariable);
                var at = parsed.GetValue(address)!;
                if (string.IsNullOrEmpty(token) || !at.IsAbsoluteUri || !(at.Scheme == Uri.UriSchemeHttps || at.IsLoopback))
                {
                    await Console.Error.WriteLineAsync(Say.GrafanaHow(TokenVariable));
                    return ExitCode.Usage;
                }

                using var http = GrafanaApi.Client(new Uri($"{at.ToString().TrimEnd('/')}/"), token);
                return await act(parsed, new GrafanaApi(http), cancellation);
            }
            catch (Exception failure) when (
                failure is GrafanaException or HttpRequestException or IOException or UnauthorizedAccessException or JsonException)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return ExitCode.Problems;
            }
        });
        return command;
    }
}
