using System.CommandLine;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Cli.Init;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter init</c>: the first configuration of one's own contact center.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var environment = Text("--environment", "Short name of the environment, such as prod.");
        var arn = Text("--instance-arn", "ARN of the Amazon Connect instance. Without it everything is asked.");
        var alias = Text("--alias", "Alias of the instance, the first part of its address.");
        var zone = Text("--time-zone", "IANA time zone, such as Europe/Berlin. Default: UTC.");
        var hours = Text("--hours", "Service from Monday to Friday, such as 08:00-18:00. Default: around the clock.");
        var queues = Texts("--queue", "A queue as NAME=ID; may stand several times. The first takes what has no other.");
        var languages = Texts("--language", "A language that is spoken, such as en; may stand several times.");
        var phones = Texts("--sms", "Mobile number of who is on call; may stand several times.");
        var emails = Texts("--email", "E-mail address of who is on call; may stand several times.");
        var tables = Texts("--table", "A DynamoDB table to watch; may stand several times.");
        var account = new Option<bool>("--from-account") { Description = "Take the queues from the instance (connect:ListQueues)." };
        var endpoint = OptionValue.Address("--endpoint-url", "Address of a server that is asked instead of AWS.");
        var output = new Option<string>("--out", "-o")
        {
            Description = "The file to write.",
            DefaultValueFactory = static _ => Settings.FileName,
        };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there." };
        var command = new Command(
            "init",
            """
            Writes the first configuration of your own contact center, which "validate" finds right: from flags, or from answers to a dozen
            questions. Nothing is deployed, and no file is overwritten without --force.

            Examples:
              contactcenter init
              contactcenter init --instance-arn ARN --alias my-center --queue Sales=UUID --email oncall@my-center.example
              contactcenter init --instance-arn ARN --alias my-center --from-account --email oncall@my-center.example --out prod.json
            """)
        {
            environment, arn, alias, zone, hours, queues, languages, phones, emails, tables, account, endpoint, output, force,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var none = new InitAnswers();
            return RunAsync(
                new InitAnswers
                {
                    Environment = parsed.GetValue(environment) ?? none.Environment,
                    InstanceArn = parsed.GetValue(arn) ?? "",
                    Alias = parsed.GetValue(alias) ?? "",
                    TimeZone = parsed.GetValue(zone) ?? none.TimeZone,
                    Hours = parsed.GetValue(hours) ?? "",
                    Queues = parsed.GetValue(queues) ?? [],
                    Languages = parsed.GetValue(languages) ?? [],
                    Phones = parsed.GetValue(phones) ?? [],
                    Emails = parsed.GetValue(emails) ?? [],
                    Tables = parsed.GetValue(tables) ?? [],
                },
                parsed.GetValue(account),
                parsed.GetValue(endpoint),
                parsed.GetValue(output)!,
                parsed.GetValue(force),
                cancellation);
        });
        return command;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    private static Option<string[]> Texts(string name, string description) => new(name) { Description = description };

    private static async Task<int> RunAsync(
        InitAnswers answers, bool asksAccount, Uri? endpoint, string file, bool mayOverwrite, CancellationToken cancellation)
    {
        if (File.Exists(file) && !mayOverwrite)
        {
            return await RefuseAsync($"{file}: is there already; --force writes over it");
        }

        if (OutputFile.Problem(file) is { } problem)
        {
            return await RefuseAsync(problem);
        }

        if (asksAccount && answers.InstanceArn.Length == 0)
        {
            return await RefuseAsync("--from-account needs --instance-arn");
        }

        if (answers.InstanceArn.Length > 0 && answers.Emails.Count == 0)
        {
            return await RefuseAsync(
                "--email is missing: alarms on this system itself go out by e-mail, past everything that may be broken");
        }

        if (answers.InstanceArn.Length == 0)
        {
            if (new InitQuestions(Console.In, Console.Error).Ask(answers) is not { } told)
            {
                return await RefuseAsync($"{Environment.NewLine}the answers ended before the questions did; nothing was written");
            }

            answers = told;
        }
        else if (asksAccount)
        {
            try
            {
                var listed = await QueuesAsync(answers.InstanceArn, endpoint, cancellation);
                answers = answers with { Queues = [.. answers.Queues, .. listed.Where(queue => CanBeWatched(answers, queue))] };
            }
            catch (Exception failure) when (failure is AmazonClientException or AmazonServiceException or HttpRequestException)
            {
                return await RefuseAsync($"the account cannot be asked: {AwsRefusal.Of(failure)}");
            }
        }

        var schema = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "contactcenter.schema.json");
        var content = InitDocument.Of(answers, File.Exists(schema) ? "./contactcenter.schema.json" : null);
        var reading = ConfigurationReader.Read(content);
        if (reading.Configuration is not { } configuration)
        {
            foreach (var wrong in reading.Problems)
            {
                await Console.Error.WriteLineAsync($"{wrong.Path}: found {wrong.Found}; {wrong.Expected}");
            }

            return await RefuseAsync("nothing was written");
        }

        OutputFile.Write(file, content);
        Console.WriteLine($"{file} is written, and right. Next: contactcenter validate {file}; then npx cdk deploy -c config={file}.");
        foreach (var question in ConfigurationQuestions.About(configuration, TimeProvider.System.GetUtcNow()))
        {
            Console.WriteLine($"Please look at {reading.Located(question)}");
        }

        return ExitCode.Done;
    }

    /// <summary>A queue of the instance may have a name of which Amazon Connect publishes no metrics: it is told, and left out.</summary>
    private static bool CanBeWatched(InitAnswers answers, string queue)
    {
        var wrong = ConfigurationReader.Read(InitDocument.Of(answers with { Queues = [queue] }, null)).Problems
            .FirstOrDefault(static problem => problem.Path.StartsWith("$.queues", StringComparison.Ordinal));
        if (wrong is not null)
        {
            Console.Error.WriteLine($"left out: {wrong.Found}; {wrong.Expected}");
        }

        return wrong is null;
    }

    private static async Task<IEnumerable<string>> QueuesAsync(string arn, Uri? endpoint, CancellationToken cancellation)
    {
        var instance = new ConnectInstance { Arn = arn, Alias = "" };
        using var clients = AccountClients.For(instance.Region, endpoint);
        return (await InstanceQueues.ListAsync(clients, instance.Id, cancellation)).Select(static queue => $"{queue.Name}={queue.Id}");
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return ExitCode.Usage;
    }
}
