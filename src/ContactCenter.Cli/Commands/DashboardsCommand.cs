using System.CommandLine;
using ContactCenter.Cli.Dashboards;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Dashboards;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter dashboards</c>: the dashboards of a configuration as files for Grafana and CloudWatch.</summary>
internal static class DashboardsCommand
{
    private const string DefaultFolder = "dashboards";

    private static readonly Dictionary<string, string> NoFiles = [];

    public static Command Create()
    {
        var config = Settings.Option();
        var folder = new Option<string>("--out", "-o")
        {
            Description = Say.OptionDashboardsOut,
            DefaultValueFactory = _ => DefaultFolder,
        };
        var grafana = new Option<bool>("--grafana")
        {
            Description = Say.OptionGrafana
        };
        var cloudWatch = new Option<bool>("--cloudwatch")
        {
            Description = Say.OptionCloudWatch
        };
        var provisioning = new Option<bool>("--provisioning")
        {
            Description = Say.OptionProvisioning
        };
        var command = new Command(
            "dashboards",
            Say.HelpDashboards)
        {
            config, folder, grafana, cloudWatch, provisioning, GrafanaCommands.CreatePush(), GrafanaCommands.CreateAnnotate(),
        };
        command.SetAction(parsed => Write(
            parsed.GetValue(config),
            parsed.GetValue(folder)!,
            parsed.GetValue(grafana) || !(parsed.GetValue(cloudWatch) || parsed.GetValue(provisioning)),
            parsed.GetValue(cloudWatch),
            parsed.GetValue(provisioning)));
        return command;
    }

    private static int Write(string? path, string folder, bool grafana, bool cloudWatch, bool provisioning)
    {
        if (Settings.Load(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var names = DeploymentNames.Of(configuration);
            foreach (var (name, text) in provisioning ? GrafanaProvisioning.Files(configuration.Instance) : NoFiles)
            {
                WriteFile(folder, name, text);
            }

            foreach (var dashboard in DashboardPlan.For(configuration))
            {
                if (grafana)
                {
                    WriteFile(folder, $"{dashboard.Id}.json", GrafanaDashboard.File(dashboard, configuration.Instance, names));
                }

                if (provisioning)
                {
                    WriteFile(
                        folder,
                        $"{GrafanaProvisioning.Dashboards}/{dashboard.Id}.json",
                        GrafanaDashboard.File(dashboard, configuration.Instance, names));
                }

                if (cloudWatch)
                {
                    WriteFile(folder, $"{dashboard.Id}.cloudwatch.json", CloudWatchDashboard.Body(dashboard, configuration.Instance));
                }
            }

            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Say.CannotWriteHere(folder, exception.Message));
            return ExitCode.Problems;
        }
    }

    private static void WriteFile(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        Console.WriteLine(path);
    }
}
