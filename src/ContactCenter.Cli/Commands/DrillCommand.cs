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
        """
        Rehearses what must work on a bad day, step by step.

        Example:
          contactcenter drill failover --config prod.json
        """)
    {
        CreateFailover(),
    };

    private static Command CreateFailover()
    {
        var config = Settings.Option();
        var endpoint = OptionValue.Address("--endpoint-url", "Address of an emulator that is asked instead of AWS.");
        var act = new Option<bool>("--act")
        {
            Description = "Fail everything over for a moment and bring it back. Without it everything is only read.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var command = new Command(
            "failover",
            """
            Rehearses every failing over that the configuration allows, one after the other: contact flows to the emergency flow, queues to their
            stand-by, calls and agents to the Region that stands by. Each step is printed with what was found, and what would be right where
            something is missing. Without --act it only reads, and says what would be done; with --act it does it and takes it back at
            once, so whoever gives it agrees to that. Use a test instance, or an hour in which nobody calls. Credentials are those of the
            environment, as for the AWS CLI.

            Exit code: 0 everything is there, 1 something is missing or failed, 2 the command line or the credentials are.

            Examples:
              contactcenter drill failover
              contactcenter drill failover --config test.json --act
              contactcenter drill failover --json | jq 'select(.right)'
            """)
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
                Console.WriteLine(asJson ? JsonSerializer.Serialize(step, LineJson.Default.DrillStep) : step.ToString());
            }

            if (!asJson)
            {
                Console.WriteLine(Summary(steps, missing, isActing));
            }

            return missing == 0 ? ExitCode.Done : ExitCode.Problems;
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync($"nothing can be rehearsed: {AwsRefusal.Of(missing)}");
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
        (0, true) => $"{steps} steps: everything was failed over and is back.",
        (0, false) => $"{steps} steps: everything is there. Nothing was changed; --act fails over and brings back.",
        _ => $"{missing} of {steps} steps are not as they should be.",
    };
}
