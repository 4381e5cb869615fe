using System.Collections.Concurrent;
using System.CommandLine;
using System.Text.Json;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter drill</c>: rehearses what must work on a bad day.</summary>
internal static class DrillCommand
{
    public static Command Create() => new(
        "drill",
        Say.HelpDrill)
    {
        CreateFailover(),
    };

    private static Command CreateFailover()
    {
        var config = Settings.Option();
        var endpoint = OptionValue.Address("--endpoint-url", Say.OptionEmulator);
        var act = new Option<bool>("--act")
        {
            Description = Say.OptionAct,
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonLinesPrint };
        var command = new Command(
            "failover",
            Say.HelpDrillFailover)
        {
            config, endpoint, act, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(config), parsed.GetValue(endpoint), parsed.GetValue(act), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? path, Uri? endpoint, bool isActing, bool asJson, CancellationToken cancellation)
    {
        if (Settings.Load(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var clients = new ConcurrentDictionary<string, AccountClients>(StringComparer.Ordinal);
        try
        {
            var (steps, missing) = (0, 0);
            await foreach (var step in Drill(configuration, clients, endpoint).RunAsync(isActing, cancellation))
            {
                steps++;
                missing += step.IsRight ? 0 : 1;
                Console.WriteLine(asJson ? JsonSerializer.Serialize(step, LineJson.Default.DrillStep) : Spoken.Now.Of($"{step}"));
            }

            if (!asJson)
            {
                Console.WriteLine(Summary(steps, missing, isActing));
            }

            return missing == 0 ? ExitCode.Done : ExitCode.Problems;
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync(Say.NothingToRehearse(AwsRefusal.Of(missing)));
            return ExitCode.Usage;
        }
        finally
        {
            foreach (var each in clients.Values)
            {
                each.Dispose();
            }
        }
    }

    private static FailoverDrill Drill(
        ContactCenterConfiguration configuration, ConcurrentDictionary<string, AccountClients> clients, Uri? endpoint)
    {
        var leases = new ConcurrentDictionary<string, InMemoryLeases<FailoverChange>>(StringComparer.Ordinal);
        return new FailoverDrill(
            configuration,
            region => clients.GetOrAdd(region, name => AccountClients.For(name, endpoint)),
            remediation => leases.GetOrAdd(remediation, static _ => new InMemoryLeases<FailoverChange>()),
            TimeProvider.System);
    }

    private static string Summary(int steps, int missing, bool isActing) => (missing, isActing) switch
    {
        (0, true) => Say.DrillBack($"{steps}"),
        (0, false) => Say.DrillThere($"{steps}"),
        _ => Say.DrillMissing($"{missing}", $"{steps}"),
    };
}
