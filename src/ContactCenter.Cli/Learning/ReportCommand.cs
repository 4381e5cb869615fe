using System.CommandLine;
using System.Globalization;
using System.Text;
using ContactCenter.Cli.History;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Reports;

namespace ContactCenter.Cli.Learning;

/// <summary><c>contactcenter report</c>: a week or a month of a contact center.</summary>
internal static class ReportCommand
{
    /// <summary>How formulas are named on the command line.</summary>
    private static readonly Dictionary<string, ServiceLevelFormula> Formulas = new(StringComparer.Ordinal)
    {
        ["amazon-connect"] = ServiceLevelFormula.AmazonConnect,
        ["abandoned-met"] = ServiceLevelFormula.AbandonedMet,
        ["abandoned-ignored"] = ServiceLevelFormula.AbandonedIgnored,
        ["abandoned-missed"] = ServiceLevelFormula.AbandonedMissed,
        ["early-removed"] = ServiceLevelFormula.EarlyAbandonedRemoved,
    };

    public static Command Create()
    {
        var week = new Option<string?>("--week") { Description = Say.OptionWeek };
        var month = new Option<string?>("--month") { Description = Say.OptionMonth };
        foreach (var (option, isDay) in new[] { (week, true), (month, false) })
        {
            option.Validators.Add(result =>
            {
                if (result.TryRead<string>(out var text) && (isDay ? Day(text) : StoredMemory.Month(text)) is null)
                {
                    result.AddError(isDay ? Say.DayWrong : Say.MonthWrong);
                }
            });
        }

        var (scenario, seed) = PlayedScenario.Options(Say.OptionReportScenario(PlayedScenario.Names));
        var known = string.Join(", ", Formulas.Keys);
        var formula = new Option<string?>("--service-level") { Description = Say.OptionFormula(known) };
        formula.Validators.Add(result =>
        {
            if (result.TryRead<string>(out var name) && name is not null && !Formulas.ContainsKey(name))
            {
                result.AddError(Say.FoundExpected($"'{name}'", Counted.Or(Formulas.Keys)));
            }
        });
        var output = new Option<string?>("--out") { Description = Say.OptionReportOut, HelpName = "FILE" };
        output.Validators.Add(static result =>
        {
            if (result.TryRead<string>(out var path) && !ReportFiles.Endings.Contains(Path.GetExtension(path)))
            {
                result.AddError(Say.FoundExpected($"'{path}'", Counted.Or(ReportFiles.Endings)));
            }
        });
        var comments = new Option<string?>("--comments") { Description = Say.OptionReportComments, HelpName = "FILE" };
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command("report", Say.HelpReport) { week, month, scenario, seed, formula, comments, output, endpoint, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            var to = parsed.GetValue(output);
            if (to is not null && OutputFile.Problem(to) is { } problem)
            {
                await Console.Error.WriteLineAsync(problem);
                return ExitCode.Problems;
            }

            var asked = new Asked(
                Day(parsed.GetValue(week)),
                StoredMemory.Month(parsed.GetValue(month)),
                parsed.GetValue(formula) is { } named ? Formulas[named] : null,
                parsed.GetValue(comments),
                to);
            return parsed.GetValue(scenario) is { } played
                ? await PlayedScenario.RunAsync(
                    parsed.GetValue(config),
                    played,
                    parsed.GetValue(seed),
                    async (system, configuration) =>
                    {
                        await system.EndDayAsync(cancellation);
                        return await WriteAsync(
                            system.Reports,
                            configuration,
                            asked,
                            asked.PeriodAt(system.Start, configuration, isOver: false),
                            cancellation);
                    },
                    cancellation)
                : await StoredMemory.RunAsync(
                    parsed.GetValue(config),
                    parsed.GetValue(endpoint),
                    async (memory, _) => await WriteAsync(
                        new ReportReader(
                            memory.Numbers, memory.Waits, memory.Incidents, memory.Alarms, memory.Leases, memory.Reviews, memory.Heard,
                            memory.Surveys, memory.Promised, memory.Days, memory.Advice, memory.SelfService, memory.Exercises,
                            memory.Receipts, memory.Configuration),
                        memory.Configuration,
                        asked,
                        asked.PeriodAt(TimeProvider.System.GetUtcNow(), memory.Configuration, isOver: true),
                        cancellation),
                    cancellation);
        });
        return command;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static async Task<int> WriteAsync(
        ReportReader memory, ContactCenterConfiguration configuration, Asked asked, ReportPeriod period, CancellationToken cancellation)
    {
        IReadOnlyList<HeardComment> comments = [];
        if (asked.Comments is { } file)
        {
            if (CommentsCommand.Read(file, model: null, configuration) is not { } heard)
            {
                return ExitCode.Problems;
            }

            comments = heard;
        }

        var report = PeriodReport.Of(
            period,
            await memory.ReadAsync(period, cancellation) with { Comments = comments },
            asked.Formula ?? configuration.Reports?.Formula ?? ServiceLevelFormula.AmazonConnect);
        var reader = new PaperReader(Spoken.Now.Language, TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
        var text = ReportFiles.Text(report, Path.GetExtension(asked.Path ?? ".txt"), reader);
        if (asked.Path is null)
        {
            Console.Write(text);
            return ExitCode.Done;
        }

        if (!OutputFile.TryWrite(asked.Path, Encoding.UTF8.GetBytes(text)))
        {
            return ExitCode.Problems;
        }

        Console.Write(ReportPaper.SummaryOf(report, reader));
        Console.WriteLine(Say.ReportWritten(asked.Path));
        return ExitCode.Done;
    }

    /// <summary>What is asked for.</summary>
    /// <param name="Week">Any day of the week; null: a month.</param>
    /// <param name="Month">Any day of the month; null: the last that is over, or that of the scenario.</param>
    /// <param name="Formula">How service levels count; null: as the file says.</param>
    /// <param name="Comments">File of comments; null: there is none.</param>
    /// <param name="Path">Where to; null: its summary to the screen.</param>
    private sealed record Asked(DateOnly? Week, DateOnly? Month, ServiceLevelFormula? Formula, string? Comments, string? Path)
    {
        /// <summary>The period, where none is named by a time: the one before it, or the week in which it is.</summary>
        public ReportPeriod PeriodAt(DateTimeOffset at, ContactCenterConfiguration configuration, bool isOver)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
            return Week is { } day ? ReportPeriod.Week(day, zone)
                : Month is { } month ? ReportPeriod.Month(month, zone)
                : isOver ? ReportPeriod.LastBefore(PeriodKind.Month, at, zone)
                : ReportPeriod.Week(LocalDay.Of(at, zone), zone);
        }
    }
}
