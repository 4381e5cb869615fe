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
        var environment = Text("--environment", Say.OptionEnvironment);
        var arn = Text("--instance-arn", Say.OptionInstanceArn);
        var alias = Text("--alias", Say.OptionAlias);
        var zone = Text("--time-zone", Say.OptionTimeZone);
        var hours = Text("--hours", Say.OptionServiceHours);
        var queues = Texts("--queue", Say.OptionQueue);
        var languages = Texts("--language", Say.OptionSpokenLanguage);
        var phones = Texts("--sms", Say.OptionPhone);
        var emails = Texts("--email", Say.OptionEmail);
        var tables = Texts("--table", Say.OptionTable);
        var account = new Option<bool>("--from-account") { Description = Say.OptionFromAccount };
        var endpoint = OptionValue.Address("--endpoint-url", Say.OptionServer);
        var output = new Option<string>("--out", "-o")
        {
            Description = Say.OptionInitOut,
            DefaultValueFactory = static _ => Settings.FileName,
        };
        var force = new Option<bool>("--force") { Description = Say.OptionForce };
        var command = new Command(
            "init",
            Say.HelpInit)
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
            return await RefuseAsync(Say.ThereAlready(file));
        }

        if (OutputFile.Problem(file) is { } problem)
        {
            return await RefuseAsync(problem);
        }

        if (asksAccount && answers.InstanceArn.Length == 0)
        {
            return await RefuseAsync(Say.NeedsInstanceArn);
        }

        if (answers.InstanceArn.Length > 0 && answers.Emails.Count == 0)
        {
            return await RefuseAsync(Say.EmailMissing);
        }

        if (answers.InstanceArn.Length == 0)
        {
            if (new InitQuestions(Console.In, Console.Error).Ask(answers) is not { } told)
            {
                return await RefuseAsync(Say.AnswersEnded(Environment.NewLine));
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
                return await RefuseAsync(Say.AccountSilent(AwsRefusal.Of(failure)));
            }
        }

        var schema = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "contactcenter.schema.json");
        var content = InitDocument.Of(answers, File.Exists(schema) ? "./contactcenter.schema.json" : null);
        var reading = ConfigurationReader.Read(content);
        if (reading.Configuration is not { } configuration)
        {
            foreach (var wrong in reading.Problems)
            {
                await Console.Error.WriteLineAsync(Spoken.Now.Finding($"{wrong with { Line = null }}"));
            }

            return await RefuseAsync(Say.NothingWritten);
        }

        OutputFile.Write(file, content);
        Console.WriteLine(Say.InitWritten(file));
        if (configuration.Queues.Count == 0)
        {
            Console.WriteLine(Say.InitWithoutQueues);
        }

        foreach (var question in ConfigurationQuestions.About(configuration, TimeProvider.System.GetUtcNow()))
        {
            Console.WriteLine(Say.PleaseLook(Spoken.Now.Finding($"{reading.Located(question)}")));
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
            Console.Error.WriteLine(Say.LeftOut(Spoken.Now.Finding(wrong.Found), Spoken.Now.Finding(wrong.Expected)));
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
