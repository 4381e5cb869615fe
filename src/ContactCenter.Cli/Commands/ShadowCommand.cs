using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Incidents;
using ContactCenter.Cli.Replay;
using ContactCenter.Cli.Shadow;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter shadow</c>: what a deployment in shadow would have told whom.</summary>
internal static class ShadowCommand
{
    /// <summary>The largest file that is read: a scan of a week is some megabytes.</summary>
    private const long MaximumFile = 512L * 1024 * 1024;

    public static Command Create() => new(
        "shadow", "Looks at a deployment with \"shadow\": true, which decides everything and tells nobody.") { CreateReport() };

    private static Command CreateReport()
    {
        var file = new Argument<string?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "What aws dynamodb scan printed of the table of incidents. Without it the table itself is read.",
        };
        var since = new Option<DateTimeOffset?>("--since") { Description = "From when on, such as 2026-11-01. Default: all that is kept." };
        var summary = new Option<bool>("--summary") { Description = "Only what it came to." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line; the last one is the summary." };
        var html = new Option<string?>("--html") { Description = "Writes what it came to into a file as well, as one page to look at." };
        var endpoint = OptionValue.Address("--endpoint-url", "Address of an emulator that is asked instead of AWS.");
        var config = Settings.Option();
        var command = new Command(
            "report",
            """
            Shows whom the deployment would have told, when and by which channel, and what it would have kept quiet: incidents instead of
            alarms, messages by person and night, as replay shows it. It only reads. What was told is kept for thirty days.

            Examples:
              contactcenter shadow report --config prod.json
              contactcenter shadow report --config prod.json --since 2026-11-01 --summary --html november.html
              aws dynamodb scan --table-name cc-prod-incidents > items.json
              contactcenter shadow report items.json --json
            """)
        {
            file, since, summary, json, html, endpoint, config,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(file),
            parsed.GetValue(config),
            parsed.GetValue(endpoint),
            new Wishes(
                parsed.GetValue(since) ?? DateTimeOffset.MinValue,
                parsed.GetValue(summary),
                parsed.GetValue(json),
                parsed.GetValue(html)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? file, string? config, Uri? endpoint, Wishes wishes, CancellationToken cancellation)
    {
        if (wishes.Page is { } wanted && OutputFile.Problem(wanted) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.Usage;
        }

        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var (record, code) = file is null
            ? await FromTableAsync(configuration, endpoint, cancellation)
            : (await FromFileAsync(file, cancellation), ExitCode.Problems);
        if (record is null)
        {
            return code;
        }

        var summary = ShadowReport.Summary(configuration, record, wishes.Since);
        var hours = new NightHours(TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
        if (!wishes.IsSummary)
        {
            foreach (var message in ShadowReport.Messages(record, wishes.Since))
            {
                Console.WriteLine(
                    wishes.IsJson ? JsonSerializer.Serialize(message, ShadowJson.Default.ShadowMessage) : Line(message, hours));
            }
        }

        if (wishes.IsJson)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(summary.Line(), cancellation);
        }
        else
        {
            ReplaySummaryView.Write(Terminal.Create(), summary, hours);
        }

        return wishes.Page is not { } page || OutputFile.TryWrite(page, ReplayPage.Of(summary, hours)) ? ExitCode.Done : ExitCode.Problems;
    }

    private static string Line(ShadowMessage message, NightHours hours) => string.Create(
        CultureInfo.InvariantCulture,
        $"{hours.Local(message.At):yyyy-MM-dd HH:mm}  {message.Audience,-12}  {message.Channel,-10} {message.To}  {message.Subject}");

    private static async Task<(KeptRecord? Record, int Code)> FromTableAsync(
        ContactCenterConfiguration configuration, Uri? endpoint, CancellationToken cancellation)
    {
        var table = DeploymentNames.Of(configuration).IncidentsTable;
        try
        {
            using var clients = AccountClients.For(configuration.Instance.Region, endpoint);
            return (await KeptRecord.ScanAsync(clients.DynamoDb, table, cancellation), ExitCode.Done);
        }
        catch (ResourceNotFoundException)
        {
            await Console.Error.WriteLineAsync(
                $"there is no table {table} in {configuration.Instance.Region}: is this the configuration that was deployed?");
            return (null, ExitCode.Problems);
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync($"the table cannot be read: {AwsRefusal.Of(missing)}");
            return (null, ExitCode.Usage);
        }
        catch (AmazonServiceException refused)
        {
            await Console.Error.WriteLineAsync($"the table cannot be read: {AwsRefusal.Of(refused)}");
            return (null, ExitCode.Problems);
        }
    }

    private static async Task<KeptRecord?> FromFileAsync(string file, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(file).Length > MaximumFile)
            {
                await Console.Error.WriteLineAsync($"{file}: is larger than {MaximumFile / (1024 * 1024)} megabytes");
                return null;
            }

            using var scan = JsonDocument.Parse(InputFile.Utf8(await File.ReadAllBytesAsync(file, cancellation)));
            return KeptRecord.Read(scan.RootElement);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(InputFile.Problem(file, failure));
        }
        catch (JsonException wrong)
        {
            await Console.Error.WriteLineAsync($"{file}: is not what aws dynamodb scan prints: {wrong.Message}");
        }

        return null;
    }

    /// <summary>What is asked for beside the table.</summary>
    private sealed record Wishes(DateTimeOffset Since, bool IsSummary, bool IsJson, string? Page);
}
