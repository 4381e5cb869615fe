using System.CommandLine;
using System.Text.Json;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter check-account</c>: what in a real account is not as the configuration has it.</summary>
internal static class CheckAccountCommand
{
    public static Command Create()
    {
        var config = Settings.Option();
        var endpoint = OptionValue.Address("--endpoint-url", Say.OptionEmulator);
        var slack = OptionValue.Address("--slack-url", Say.OptionSlackUrl($"{AccountReader.SlackApi}"));
        var json = new Option<bool>("--json") { Description = Say.OptionJsonLinesPrint };
        var command = new Command(
            "check-account",
            Say.HelpCheckAccount)
        {
            config, endpoint, slack, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(config),
            parsed.GetValue(endpoint),
            parsed.GetValue(slack) ?? AccountReader.SlackApi,
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string? path, Uri? endpoint, Uri slack, bool asJson, CancellationToken cancellation)
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
                Console.WriteLine(asJson
                    ? JsonSerializer.Serialize(finding, LineJson.Default.AccountFinding)
                    : Spoken.Now.Of($"{finding}"));
            }

            if (!asJson)
            {
                Console.WriteLine(Summary(configuration, findings));
            }

            return AccountCheck.Wrong(findings).Any() ? ExitCode.Problems : ExitCode.Done;
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync(Say.AccountSilent(AwsRefusal.Of(missing)));
            return ExitCode.Usage;
        }
    }

    private static string Summary(ContactCenterConfiguration configuration, IReadOnlyList<AccountFinding> findings)
    {
        var unread = findings.Count(static finding => finding.Check == AccountCheck.Unread);
        var (account, region) = (configuration.Instance.AccountId, configuration.Instance.Region);
        var all = AccountCheck.Wrong(findings).Count();
        return (all, all - unread) switch
        {
            (0, _) => Say.AccountAsConfigured(account, region),
            (_, 1) => Say.OneThing(account, region, $"{unread}"),
            (_, var wrong) => Say.ManyThings($"{wrong}", account, region, $"{unread}"),
        };
    }
}
