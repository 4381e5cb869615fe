using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Incidents;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Settings;

namespace ContactCenter.Cli.RunTime;

/// <summary>
/// <c>contactcenter settings export</c>: what people have decided over the file of a deployment, read from its API or its table.
/// </summary>
internal static partial class SettingsExport
{
    public static Command Create()
    {
        var into = new Option<string?>("--into")
        {
            Description = Say.OptionInto,
        };
        var endpoint = OptionValue.Address("--endpoint-url", Say.OptionEmulator);
        var config = Settings.Option();
        var command = new Command("export", Say.HelpSettingsExport)
        {
            into, endpoint, config,
        };
        var api = new ApiConnection();
        api.AddAddressTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(config),
            parsed.GetValue(into),
            configuration => api.IsNamed(parsed)
                ? AskAsync(api, parsed, cancellation)
                : ReadAsync(configuration, parsed.GetValue(endpoint), cancellation),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string? config,
        string? into,
        Func<ContactCenterConfiguration, Task<(RuntimeSettings? Settings, int Code)>> read,
        CancellationToken cancellation)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var (settings, code) = await read(configuration);
        if (settings is null)
        {
            return code;
        }

        var now = TimeProvider.System.GetUtcNow();
        foreach (var setting in settings.All.Where(setting => !setting.IsOver(now)))
        {
            var decided = setting.Until is { } end
                ? Say.ExportedUntil(setting.Subject, Moment.Words(end, TimeZoneInfo.Utc), setting.Author, setting.Reason)
                : Say.ExportedWithoutEnd(setting.Subject, setting.Author, setting.Reason);
            Console.WriteLine($"{setting.Id,-18} {decided}");
        }

        foreach (var one in ThresholdPlan.Differences(configuration, settings, now))
        {
            Console.WriteLine(Say.DiffersFromFile(one.Name, Number(one.Threshold), Number(one.OfFile)));
        }

        return into is null ? ExitCode.Done : await WriteAsync(into, [.. settings.Of<AlarmThreshold>(now)], cancellation);
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static async Task<int> WriteAsync(string into, AlarmThreshold[] thresholds, CancellationToken cancellation)
    {
        try
        {
            var text = await File.ReadAllTextAsync(into, cancellation);
            foreach (var one in thresholds)
            {
                string[] path = one.Resource is { } resource
                    ? ["alarms", one.Alarm, "resources", resource]
                    : ["alarms", one.Alarm, "threshold"];
                text = JsonNumberEdit.Set(text, path, one.Threshold);
            }

            await File.WriteAllTextAsync(into, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
            Console.WriteLine(Say.ThresholdsWritten(into, $"{thresholds.Length}"));
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(InputFile.Problem(into, failure));
        }
        catch (JsonException wrong)
        {
            await Console.Error.WriteLineAsync(Say.NothingWrittenInto(into, wrong.Message));
        }

        return ExitCode.Problems;
    }

    private static async Task<(RuntimeSettings? Settings, int Code)> AskAsync(
        ApiConnection api, ParseResult parsed, CancellationToken cancellation)
    {
        RuntimeSettings? settings = null;
        var reply = await api.AskAsync(parsed, HttpMethod.Get, "/settings", body: null, cancellation);
        var code = ApiConnection.Read(reply, answer => settings = new RuntimeSettings(answer.Deserialize(ExportJson.Default.SettingList)!
            .Items.Select(static item => item.Setting)
            .GroupBy(static setting => setting.Kind)
            .Select(static kind => new SettingsBook(kind.Key, Version: 1, [.. kind]))));
        return (settings, code);
    }

    private static async Task<(RuntimeSettings? Settings, int Code)> ReadAsync(
        ContactCenterConfiguration configuration, Uri? endpoint, CancellationToken cancellation)
    {
        var table = DeploymentNames.Of(configuration).IncidentsTable;
        try
        {
            using var clients = AccountClients.For(configuration.Instance.Region, endpoint);
            var store = new DynamoDbSettings(clients.DynamoDb, table, configuration.Incidents.RetentionDays);
            return (await store.ReadAsync(cancellation), ExitCode.Done);
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

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, AllowOutOfOrderMetadataProperties = true)]
    [JsonSerializable(typeof(SettingList))]
    private sealed partial class ExportJson : JsonSerializerContext;
}
