using System.CommandLine;
using System.Text;
using ContactCenter.Cli.History;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Compliance;
using ContactCenter.Documents.Papers;

namespace ContactCenter.Cli.Learning;

/// <summary><c>contactcenter compliance</c>: a page for an auditor about a month.</summary>
internal static class ComplianceCommand
{
    public static Command Create()
    {
        var month = new Option<string?>("--month") { Description = Say.OptionMonth };
        month.Validators.Add(static result =>
        {
            if (result.TryRead<string>(out var text) && StoredMemory.Month(text) is null)
            {
                result.AddError(Say.MonthWrong);
            }
        });
        var (scenario, seed) = PlayedScenario.Options(Say.OptionReportScenario(PlayedScenario.Names));
        var output = new Option<string?>("--out") { Description = Say.OptionComplianceOut, HelpName = "FILE" };
        output.Validators.Add(static result =>
        {
            if (result.TryRead<string>(out var path)
                && Path.GetExtension(path) is not (ComplianceFiles.Html or ComplianceFiles.Json or ComplianceFiles.Markdown))
            {
                result.AddError(Say.OptionComplianceOut);
            }
        });
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command("compliance", Say.HelpCompliance) { month, scenario, seed, output, endpoint, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            var to = parsed.GetValue(output);
            if (to is not null && OutputFile.Problem(to) is { } problem)
            {
                await Console.Error.WriteLineAsync(problem);
                return ExitCode.Problems;
            }

            var asked = StoredMemory.Month(parsed.GetValue(month));
            return parsed.GetValue(scenario) is { } played
                ? await PlayedScenario.RunAsync(
                    parsed.GetValue(config),
                    played,
                    parsed.GetValue(seed),
                    (system, configuration) => WriteAsync(
                        system.Compliance, configuration, Period(asked, system.Start, configuration, isOver: false), system.Now, to,
                        cancellation),
                    cancellation)
                : await StoredMemory.RunAsync(
                    parsed.GetValue(config),
                    parsed.GetValue(endpoint),
                    (memory, _) => WriteAsync(
                        memory.Compliance,
                        memory.Configuration,
                        Period(asked, TimeProvider.System.GetUtcNow(), memory.Configuration, isOver: true),
                        TimeProvider.System.GetUtcNow(),
                        to,
                        cancellation),
                    cancellation);
        });
        return command;
    }

    /// <summary>The month that is named, else the last one that is over, or that of a scenario.</summary>
    private static ReportPeriod Period(DateOnly? month, DateTimeOffset at, ContactCenterConfiguration configuration, bool isOver)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
        return month is { } named ? ReportPeriod.Month(named, zone)
            : isOver ? ReportPeriod.LastBefore(PeriodKind.Month, at, zone)
            : ReportPeriod.Month(LocalDay.Of(at, zone), zone);
    }

    private static async Task<int> WriteAsync(
        ComplianceReader memory, ContactCenterConfiguration configuration, ReportPeriod period, DateTimeOffset now, string? path,
        CancellationToken cancellation)
    {
        var report = ComplianceReport.Of(period, await memory.ReadAsync(period, cancellation), now);
        var reader = new PaperReader(Spoken.Now.Language, TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
        var text = ComplianceFiles.Text(report, Path.GetExtension(path ?? ComplianceFiles.Markdown), reader);
        if (path is null)
        {
            Console.Write(text);
            return ExitCode.Done;
        }

        if (!OutputFile.TryWrite(path, Encoding.UTF8.GetBytes(text)))
        {
            return ExitCode.Problems;
        }

        Console.WriteLine(Say.ReportWritten(path));
        return ExitCode.Done;
    }
}
