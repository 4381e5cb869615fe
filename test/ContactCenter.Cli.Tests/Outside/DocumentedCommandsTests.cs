using System.CommandLine;
using System.CommandLine.Parsing;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>
/// Whoever copies a command from a document gets no usage error, and what it says comes true: each is run here, or stands in the list of
/// those that are not, with the reason. Who tries what other programs the documents name stands in
/// <c>docs/design/build-and-tests.md</c>. They run in one folder after the other, and so beside no other test.
/// </summary>
[Collection(nameof(DocumentedCommandsTests))]
[CollectionDefinition(nameof(DocumentedCommandsTests), DisableParallelization = true)]
public sealed class DocumentedCommandsTests
{
    private const string Account = "asks an account; the tests of the command answer in its place";
    private const string Deployed = "asks a deployment; the tests of the command answer in its place";
    private const string Minutes = "takes minutes; a shorter one of the same is run here or in the tests of the command";
    private const string Served = "serves until somebody ends it; ConsoleCommandTests do";
    private const string Name = "names the command, and not what it is given";

    /// <summary>What is not run, and why.</summary>
    private static readonly Dictionary<string, string> NotRun = new(StringComparer.Ordinal)
    {
        ["check-account"] = Account,
        ["check-account --config <file>"] = Account,
        ["check-account --config <file> --json"] = Account,
        ["check-account --config prod.json"] = Account,
        ["drill failover"] = Account,
        ["drill failover --config prod.json"] = Account,
        ["drill failover --config test.json --act"] = Account,
        ["trail query --bucket BUCKET --since 2d --who ada --config prod.json"] = Account,
        ["trail query --bucket BUCKET --since 2026-11-01 --until 2026-11-08 --what connect --resource Billing --check --out evidence"] =
            Account,
        ["trail query --folder evidence --since 2026-11-01 --until 2026-11-08 --check --json"] = Account,
        ["history alarms 2026-11-29 --config prod.json"] = Account,
        ["history backfill"] = Account,
        ["history backfill --dry-run --config prod.json"] = Account,
        ["history leases --from 2026-09 --to 2026-11 --config prod.json"] = Account,
        ["history list --config prod.json"] = Account,
        ["history list --config prod.json --from 2026-09 --text \"crm\""] = Account,
        ["history numbers --queue <name>"] = Account,
        ["history numbers --queue Billing --from 2026-11-01 --csv --config prod.json"] = Account,
        ["history show 7Q2M9KXA-3 --config prod.json"] = Account,
        ["init --instance-arn ARN --alias my-center --from-account --email oncall@my-center.example --out test.json"] = Account,
        ["ack 7Q2M9KXA-3"] = Deployed,
        ["ack 7Q2M9KXA-3 --note \"on it\""] = Deployed,
        ["incident open --kind noAudio --queue Billing --text \"three of us in Berlin\""] = Deployed,
        ["incident resolve 7Q2M9KXA-3 --note \"Fuse replaced.\" --verdict real"] = Deployed,
        ["incident open --kind cannotLogIn"] = Deployed,
        ["incidents"] = Deployed,
        ["incidents --api ADDRESS --token-file token"] = Deployed,
        ["incidents --api URL"] = Deployed,
        ["incidents --api https://abc.execute-api.eu-central-1.amazonaws.com/signed/api/v1 --token-file token"] = Deployed,
        ["announce say --text \"en=We have an outage.\" --text \"de=Es gibt eine Störung.\" --until 2h --reason \"CRM down\""] = Deployed,
        ["announce withdraw announcements-1 --reason \"CRM is back\""] = Deployed,
        ["history changes --from 6h --api URL"] = Deployed,
        ["incident mute 7Q2M9KXA-3 --until 2h --reason \"known, being worked on\""] = Deployed,
        ["maintenance add --group queue --resource Billing --from 22:00 --until 6h --reason \"new telephony\" --preview"] = Deployed,
        ["mute add queue-wait-time --resource Billing --until 2h --reason \"known, being worked on\""] = Deployed,
        ["mute end mutes-7 --reason \"it is real\""] = Deployed,
        ["mute extend mutes-7 --until 18:00 --reason \"still being worked on\""] = Deployed,
        ["oncall show"] = Deployed,
        ["oncall swap engineers \"Ann Weber\" \"Tom Lee\" --until 2w --reason \"holiday\" --preview"] = Deployed,
        ["oncall take engineers \"Tom Lee\" --until 8h --reason \"Ann is ill\""] = Deployed,
        ["queue close Billing --until 18:00 --reason \"fire drill\""] = Deployed,
        ["settings audit --kind mutes"] = Deployed,
        ["settings fallback Billing --until 1h --reason \"agents cannot log in\""] = Deployed,
        ["settings holiday 2026-12-24 --reason \"snow\""] = Deployed,
        ["settings list --holds"] = Deployed,
        ["settings repairs off --until 2h --reason \"they do harm\""] = Deployed,
        ["settings threshold queue-wait-time 240 --resource Billing --reason \"season\" --preview"] = Deployed,
        ["settings training --until 2w --reason \"campaign\""] = Deployed,
        ["settings undo 001796040000000-mutes-7 --reason \"it was the wrong queue\""] = Deployed,
        ["token --name night-watch --role responder"] = "takes a secret on standard input; IncidentCommandTests hand it one",
        ["models --bucket B list"] = Account,
        ["models --bucket BUCKET publish FILE"] = Account,
        ["models --bucket BUCKET resume"] = Account,
        ["models --bucket BUCKET rollback"] = Account,
        ["privacy erase \"+49 30 1234567\" --bucket BUCKET --config prod.json"] = Account,
        ["privacy erase \"+49 30 1234567\" --standby --config prod.json"] = Account,
        ["privacy export \"+49 30 1234567\" --bucket BUCKET --config prod.json"] = Account,
        ["settings export"] = Account,
        ["shadow report --config trial.json --since 2026-11-22 --html november.html"] = Account,
        ["advise --config prod.json"] = Account,
        ["compliance --config prod.json --month 2026-11 --out compliance.json"] = Account,
        ["compliance --scenario monday-peak --out compliance.html"] = Minutes,
        ["report --config prod.json --month 2026-11 --out report.html"] = Account,
        ["report --config prod.json --week 2026-11-23 --out report.csv"] = Account,
        ["report --config prod.json --month 2026-11 --comments samples/comments.csv --out report.html"] = Account,
        ["report --scenario monday-peak --out report.html"] = Minutes,
        ["review --scenario monday-peak --out review.html"] = Minutes,
        ["review 7Q2M9KXA-3 --api URL"] = Deployed,
        ["review 7Q2M9KXA-3 --config prod.json --out review.md --language de"] = Account,
        ["init"] = "asks questions; InitTests answers them",
        ["init --out test.json"] = "asks questions; InitTests answers them",
        ["simulate --faults"] = Minutes,
        ["simulate --faults --seeds 1000"] = Minutes,
        ["simulate --scenario ordinary-week --seeds 100"] = Minutes,
        ["simulate --json"] = Minutes,
        ["train models/contact-topics.csv --out /tmp/topics.ccm"] = Minutes,
        ["train models/contact-topics.csv --out models/contact-topics.ccm"] = Minutes,
        ["train models/contact-topics.csv --out x.ccm"] = Minutes,
        ["train contacts.csv --unlabelled transcripts.csv --out contacts.ccm"] = "needs the encoder, and texts of a center",
        ["encoder make"] = "takes a package of the configured feed, which not every feed has",
        ["encoder check"] = "needs the file that encoder make writes",
        ["detect"] = Name,
        ["gameday"] = Name,
        ["growth"] = Name,
        ["next-topic --config prod.json"] = Account,
        ["advise routes --config prod.json"] = Account,
        ["advise routes"] = Name,
        ["advise complexity --config prod.json"] = Account,
        ["advise complexity --planted 20"] = Minutes,
        ["advise complexity"] = Name,
        ["models list"] = Name,
        ["oncall take"] = Name,
        ["show call --alarm samples/alarm.json --config prod.json"] = Name,
        ["show pagerduty --alarm samples/alarm.json --config your.json"] = Name,
        ["dashboards push --grafana-url https://g-abc123.grafana-workspace.eu-central-1.amazonaws.com --grafana-token-file token"] =
            "asks a Grafana; GrafanaTests answer in its place",
        ["history list --from 2026-11 --json --limit 1000"] = Account,
        ["incident status-page draft 7Q2M9KXA-3 --component phone"] = Deployed,
        ["incident status-page publish --component phone=degraded --words \"en=Long waits.\" "
            + "--words \"de=Lange Wartezeiten.\" --next 30m"] = Deployed,
        ["incident status-page render"] = Deployed,
        ["incident status-page update 1 --phase resolved --component phone=operational --words \"en=It works again.\" "
            + "--words \"de=Es geht wieder.\""] = Deployed,
        ["gameday record"] = Deployed,
        ["gameday scenarios"] = Deployed,
        ["gameday score ID"] = Deployed,
        ["gameday start table-throttled"] = Deployed,
        ["gameday start table-throttled --dry-run"] = Deployed,
        ["gameday stop"] = Deployed,
        ["oncall hand-over engineers"] = Deployed,
        ["reach --last"] = Deployed,
        ["reach <audience>"] = Deployed,
        ["reach engineers"] = Deployed,
        ["reach engineers --everyone"] = Deployed,
        ["console"] = Served,
        ["console --role viewer --name vera"] = Served,
        ["console --scenario alarm-storm --speed 120"] = Served,
        ["knowledge build"] = Name,
        ["models"] = Name,
        ["replay"] = Name,
        ["replay <file>"] = Name,
        ["validate FILE --cost"] = Name,
        ["validate-flow FILE..."] = Name,
    };

    /// <summary>In the order in which they need each other.</summary>
    private static string[] Run =>
    [
        .. DocumentedCommands.All.Select(static command => command.Line)
            .Concat(Helped)
            .Distinct()
            .Where(static line => !NotRun.ContainsKey(line))
            .OrderBy(static line => line.StartsWith("knowledge build ", StringComparison.Ordinal) ? 0 : 1),
    ];

    /// <summary>Examples of help that name a sample; the others name files that one has oneself.</summary>
    private static IEnumerable<string> Helped => Examples(Program.Create())
        .Where(static line => line.Contains("samples/", StringComparison.Ordinal))
        .Select(static line => line.Split(" | ")[0]);

    [Fact]
    public void Every_command_that_a_document_names_is_taken_as_it_stands()
    {
        var root = Program.Create();

        var wrong = DocumentedCommands.All.Where(command => !IsName(root, command.Line))
            .Select(command => (command, root.Parse(command.Line).Errors))
            .Where(static parsed => parsed.Errors.Count > 0)
            .Select(static parsed => $"{parsed.command.File}: {parsed.command.Line}: {parsed.Errors[0].Message}");

        Assert.True(DocumentedCommands.All.Length > 40, $"{DocumentedCommands.All.Length} commands found");
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_sample_is_there_for_help_too() => Assert.True(Helped.Count() > 12, $"{Helped.Count()} examples name a sample");

    [Fact]
    public void What_is_not_run_is_named_by_a_document() =>
        Assert.Empty(NotRun.Keys.Except(DocumentedCommands.All.Select(static command => command.Line)));

    [Fact]
    public async Task Every_command_that_is_run_does_what_it_is_asked_for()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-");
        try
        {
            Furnish(folder.FullName);
            var failed = new List<string>();
            foreach (var line in Run)
            {
                var words = CommandLineParser.SplitCommandLine(
                    line.Replace("/tmp/", folder.FullName + "/", StringComparison.Ordinal)).ToArray();
                var (code, _, errors) = await CommandLine.RunIn(folder.FullName, words);
                if (code != 0)
                {
                    failed.Add($"{line}: {code}: {errors}");
                }
            }

            Assert.True(failed.Count == 0, string.Join('\n', failed));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Examples(Command command) => (command.Description ?? "").Split('\n')
        .Where(static line => line.StartsWith("  contactcenter ", StringComparison.Ordinal))
        .Select(static line => line["  contactcenter ".Length..].TrimEnd())
        .Concat(command.Subcommands.SelectMany(Examples));

    /// <summary>What a clone has, and beside it what the documents say that one has oneself.</summary>
    private static void Furnish(string folder)
    {
        foreach (var name in new[] { "samples", "models", "knowledge", "test" })
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, name), Repository.File(name));
        }

        File.CreateSymbolicLink(Path.Combine(folder, "contactcenter.json"), Repository.File("contactcenter.json"));
        File.Copy(Repository.File("models", "contact-topics.ccm"), Path.Combine(folder, "topics.ccm"));
        var alarm = Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000");
        File.WriteAllText(Path.Combine(folder, "message.json"), alarm);
        File.WriteAllText(Path.Combine(folder, "items.json"), """{"Items":[],"Count":0,"ScannedCount":0}""");
        File.WriteAllText(
            Path.Combine(folder, "trial.json"),
            File.ReadAllText(Repository.File("contactcenter.json"))
                .Replace("\"environment\": \"prod\"", "\"environment\": \"trial\", \"shadow\": true", StringComparison.Ordinal));
        File.Copy(Repository.File("samples", "inbound.json"), Path.Combine(folder, "exported.json"));
    }

    /// <summary>A command that is only named, such as <c>knowledge build</c>: what it needs is not said there.</summary>
    private static bool IsName(Command root, string line)
    {
        var command = root;
        foreach (var word in CommandLineParser.SplitCommandLine(line))
        {
            if (command.Subcommands.FirstOrDefault(each => each.Name == word) is not { } named)
            {
                return false;
            }

            command = named;
        }

        return true;
    }
}
