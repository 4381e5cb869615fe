using System.CommandLine;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using Spectre.Console;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter alarms</c>: the catalog as a table, as a document, or bound to a configuration.</summary>
internal static class AlarmsCommand
{
    public static Command Create()
    {
        var markdown = new Option<bool>("--markdown") { Description = "Print docs/alarms.md." };
        var deployed = new Option<bool>("--deployed")
        {
            Description = "List the alarms that a deployment of the configuration has, by name."
        };
        var config = Settings.Option();
        var command = new Command(
            "alarms",
            """
            Prints the alarm catalog.

            Examples:
              contactcenter alarms
              contactcenter alarms --deployed --config prod.json
              contactcenter alarms --markdown > docs/alarms.md
            """)
        {
            markdown, deployed, config,
        };
        command.SetAction(parsed => parsed.GetValue(markdown)
            ? PrintMarkdown()
            : parsed.GetValue(deployed) ? PrintDeployed(parsed.GetValue(config)) : PrintTable());
        return command;
    }

    private static int PrintMarkdown()
    {
        Console.Out.Write(CatalogDocument.Markdown(AlarmCatalog.Default));
        return ExitCode.Done;
    }

    private static int PrintDeployed(string? path)
    {
        if (Settings.Load(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        foreach (var alarm in AlarmPlan.For(configuration))
        {
            Console.WriteLine($"{alarm.Definition.Severity} {alarm.Name}  {CatalogDocument.Condition(alarm.Definition)}");
        }

        return ExitCode.Done;
    }

    private static int PrintTable()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("alarm", "severity", "per", "condition", "what it tells");
        foreach (var definition in AlarmCatalog.Default.Definitions)
        {
            table.AddRow(
                definition.Id,
                Tint.Severity(definition.Severity),
                definition.Scope.ToString(),
                Markup.Escape(CatalogDocument.Condition(definition)),
                Markup.Escape(definition.Description));
        }

        Terminal.Create().Write(table);
        return ExitCode.Done;
    }
}
