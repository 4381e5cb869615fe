using System.CommandLine;
using System.Text.Json;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Cli.Texts;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter check-account</c>: what in a real account is not as the configuration has it.</summary>
internal static class CheckAccountCommand
{
    public static Command Create()
    {
        var config = Settings.Option();
        var endpoint = OptionValue.Address("--endpoint-url", "Address of an emulator that is asked instead of AWS.");
        var slack = OptionValue.Address("--slack-url", $"Address of Slack's Web API. Default: {AccountReader.SlackApi}");
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var language = Spoken.Option();
        var command = new Command(
            "check-account",
            """
            Compares a configuration with the account that it is about, and prints what is wrong and what would be right: alarms whose metrics
            are published otherwise, queues, flows, bots, functions and tables that are not there, storage and logs that are off, subscriptions
            that nobody confirmed, quotas, text messages, secrets, Slack and ServiceNow. It only reads. Credentials are those of the
            environment, as for the AWS CLI; the Region is that of the instance, and for
            alarms also the one that stands by. What it may not read is told and stops nothing else.

            Exit code: 0 nothing is wrong, 1 something is, 2 the command line or the credentials are.

            Examples:
              contactcenter check-account
              contactcenter check-account --config prod.json
              contactcenter check-account --config prod.json --json | jq -r .check | sort | uniq -c
              contactcenter check-account --endpoint-url http://localhost:5000
            """)
        {
            config, endpoint, slack, json, language,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(config),
            parsed.GetValue(endpoint),
            parsed.GetValue(slack) ?? AccountReader.SlackApi,
            parsed.GetValue(json),
            Spoken.In(parsed.GetValue(language), Environment.GetEnvironmentVariable),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string? path, Uri? endpoint, Uri slack, bool asJson, Spoken spoken, CancellationToken cancellation)
    {
        if (Settings.Load(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        try
        {
            using var clients = AccountClients.For(configuration.Instance.Region, endpoint, standby: configuration.StandbyRegion);
            using var http = AccountReader.CreateHttpClient(slack);
            var reading = await new AccountReader(clients, http, slack, TimeProvider.System).ReadAsync(configuration, cancellation);
            var findings = AccountCheck.Find(configuration, reading);
            foreach (var finding in findings)
            {
                Console.WriteLine(asJson ? JsonSerializer.Serialize(finding, LineJson.Default.AccountFinding) : spoken.Of($"{finding}"));
            }

            if (!asJson)
            {
                Console.WriteLine(spoken.Of(Summary(configuration, findings)));
            }

            return findings.Count == 0 ? ExitCode.Done : ExitCode.Problems;
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync(spoken.Of(Sentences.AccountSilent(AwsRefusal.Of(missing))));
            return ExitCode.Usage;
        }
    }

    private static string Summary(ContactCenterConfiguration configuration, IReadOnlyList<AccountFinding> findings)
    {
        var unread = findings.Count(static finding => finding.Check == AccountCheck.Unread);
        var (account, region) = (configuration.Instance.AccountId, configuration.Instance.Region);
        return (findings.Count, findings.Count - unread) switch
        {
            (0, _) => Sentences.AccountAsConfigured(account, region),
            (_, 1) => Sentences.OneThing(account, region, $"{unread}"),
            (_, var wrong) => Sentences.ManyThings($"{wrong}", account, region, $"{unread}"),
        };
    }
}
