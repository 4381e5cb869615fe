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
using ContactCenter.Core.Incidents;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter shadow</c>: what a deployment in shadow would have told whom.</summary>
internal static class ShadowCommand
{
    /// <summary>The largest file that is read: a scan of a week is some megabytes.</summary>
    private const long MaximumFile = 512L * 1024 * 1024;

    public static Command Create() => new(
        "shadow", Say.HelpShadow) { CreateReport() };

    private static Command CreateReport()
    {
        var file = new Argument<string?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = Say.ArgumentScan,
        };
        var since = new Option<DateTimeOffset?>("--since") { Description = Say.OptionSince };
        var summary = new Option<bool>("--summary") { Description = Say.OptionSummaryOnly };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonSummary };
        var html = new Option<string?>("--html") { Description = Say.OptionHtml };
        var endpoint = OptionValue.Address("--endpoint-url", Say.OptionEmulator);
        var config = Settings.Option();
        var command = new Command(
            "report",
            Say.HelpShadowReport)
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
            var reader = Reader.Of(Spoken.Now.Language, configuration.TimeZone);
            foreach (var message in ShadowReport.Messages(record, wishes.Since, reader))
            {
                Console.WriteLine(
                    wishes.IsJson ? JsonSerializer.Serialize(message, ShadowJson.Default.ShadowMessage) : Line(message, hours));
            }
        }

        if (wishes.IsJson)
        {
            await using var output = StandardStreams.OpenOutput();
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
            await Console.Error.WriteLineAsync(Say.NoTable(table, configuration.Instance.Region));
            return (null, ExitCode.Problems);
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync(Say.TableUnread(AwsRefusal.Of(missing)));
            return (null, ExitCode.Usage);
        }
        catch (AmazonServiceException refused)
        {
            await Console.Error.WriteLineAsync(Say.TableUnread(AwsRefusal.Of(refused)));
            return (null, ExitCode.Problems);
        }
    }

    private static async Task<KeptRecord?> FromFileAsync(string file, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(file).Length > MaximumFile)
            {
                await Console.Error.WriteLineAsync(Say.FileLarger(file, $"{MaximumFile / (1024 * 1024)}"));
                return null;
            }

            using var scan = JsonDocument.Parse(InputFile.Utf8(await File.ReadAllBytesAsync(file, cancellation)));
            return KeptRecord.Read(scan.RootElement);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException { LineNumber: not null })
        {
            await Console.Error.WriteLineAsync(InputFile.Problem(file, failure));
        }
        catch (JsonException wrong)
        {
            await Console.Error.WriteLineAsync(Say.NoScan(file, Spoken.Now.Finding(wrong.Message)));
        }

        return null;
    }

    /// <summary>What is asked for beside the table.</summary>
    private sealed record Wishes(DateTimeOffset Since, bool IsSummary, bool IsJson, string? Page);
}
