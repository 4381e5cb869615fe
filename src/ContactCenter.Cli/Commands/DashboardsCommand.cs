using System.CommandLine;
using ContactCenter.Core.Monitoring.Dashboards;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter dashboards</c>: the dashboards of a configuration as files for Grafana and CloudWatch.</summary>
internal static class DashboardsCommand
{
    private const string DefaultFolder = "dashboards";

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
        var command = new Command(
            "dashboards",
            Say.HelpDashboards)
        {
            config, folder, grafana, cloudWatch,
        };
        command.SetAction(parsed => Write(
            parsed.GetValue(config),
            parsed.GetValue(folder)!,
            parsed.GetValue(grafana) || !parsed.GetValue(cloudWatch),
            parsed.GetValue(cloudWatch)));
        return command;
    }

    private static int Write(string? path, string folder, bool grafana, bool cloudWatch)
    {
        if (Settings.Load(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        try
        {
            Directory.CreateDirectory(folder);
            foreach (var dashboard in DashboardPlan.For(configuration))
            {
                if (grafana)
                {
                    WriteFile(folder, $"{dashboard.Id}.json", GrafanaDashboard.File(dashboard, configuration.Instance));
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
        File.WriteAllText(path, text);
        Console.WriteLine(path);
    }
}
