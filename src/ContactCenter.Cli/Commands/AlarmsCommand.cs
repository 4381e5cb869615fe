using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using Spectre.Console;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter alarms</c>: the catalog as a table, as a document, or bound to a configuration.</summary>
internal static class AlarmsCommand
{
    public static Command Create()
    {
        var markdown = new Option<bool>("--markdown") { Description = Say.OptionMarkdown };
        var deployed = new Option<bool>("--deployed")
        {
            Description = Say.OptionDeployed
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonLines };
        var config = Settings.Option();
        config.Description = Say.OptionAlarmsConfig(Settings.FileName);
        var command = new Command(
            "alarms",
            Say.HelpAlarms)
        {
            markdown, deployed, json, config,
        };
        command.Validators.Add(result =>
        {
            foreach (var other in new Option[] { deployed, json, config }.Where(other =>
                result.GetResult(markdown) is { Implicit: false } && result.GetResult(other) is { Implicit: false }))
            {
                result.AddError(Say.MeansNothingWithMarkdown(other.Name));
            }
        });
        command.SetAction(parsed =>
        {
            var asJson = parsed.GetValue(json);
            return parsed.GetValue(markdown) ? PrintMarkdown()
                : parsed.GetValue(deployed) || parsed.GetValue(config) is not null ? PrintDeployed(parsed.GetValue(config), asJson)
                : PrintCatalog(asJson);
        });
        return command;
    }

    private static int PrintMarkdown()
    {
        Console.Out.Write(CatalogDocument.Markdown(AlarmCatalog.Default));
        return ExitCode.Done;
    }

    private static int PrintDeployed(string? path, bool asJson)
    {
        if (Settings.Load(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        foreach (var alarm in AlarmPlan.For(configuration))
        {
            Console.WriteLine(asJson
                ? Line(AlarmLine.Of(alarm.Definition) with { Name = alarm.Name, Resource = alarm.Resource })
                : $"{alarm.Definition.Severity} {alarm.Name}  {CatalogDocument.Condition(alarm.Definition)}");
        }

        return ExitCode.Done;
    }

    private static int PrintCatalog(bool asJson)
    {
        if (asJson)
        {
            foreach (var definition in AlarmCatalog.Default.Definitions)
            {
                Console.WriteLine(Line(AlarmLine.Of(definition)));
            }

            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            Say.ColumnId, Say.ColumnSeverity, Say.ColumnPer, Say.ColumnCondition, Say.AlarmTells);
        foreach (var definition in AlarmCatalog.Default.Definitions)
        {
            table.AddRow(
                definition.Id,
                Tint.Severity(definition.Severity),
                definition.Scope.ToString(),
                Markup.Escape(CatalogDocument.Condition(definition)),
                Markup.Escape(Spoken.Now.Of(definition.Description)));
        }

        Terminal.Create().Write(table);
        return ExitCode.Done;
    }

    private static string Line(AlarmLine line) => JsonSerializer.Serialize(line, AlarmJson.Default.AlarmLine);
}

/// <summary>An alarm as a line of JSON.</summary>
/// <param name="Alarm">Its id in the catalog.</param>
/// <param name="Severity">P1 to P4.</param>
/// <param name="Per">What there is one for each of.</param>
/// <param name="Condition">When it turns red, in short.</param>
/// <param name="Description">What it tells.</param>
internal sealed record AlarmLine(string Alarm, string Severity, string Per, string Condition, string Description)
{
    /// <summary>Its name in CloudWatch; null in the catalog.</summary>
    public string? Name { get; init; }

    /// <summary>What it watches; null in the catalog.</summary>
    public string? Resource { get; init; }

    /// <summary>The line of an entry of the catalog.</summary>
    public static AlarmLine Of(AlarmDefinition definition) => new(
        definition.Id,
        definition.Severity.ToString(),
        definition.Scope.ToString(),
        CatalogDocument.Condition(definition),
        definition.Description);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AlarmLine))]
internal sealed partial class AlarmJson : JsonSerializerContext;
