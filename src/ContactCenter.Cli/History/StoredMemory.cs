using System.CommandLine;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Contacts.NextTopics;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Cli.History;

/// <summary>How commands get at what a deployment remembers.</summary>
internal static class StoredMemory
{
    /// <summary>What every one of them takes.</summary>
    public static (Option<string?> Config, Option<Uri?> Endpoint, Option<bool> Json) Common() => (
        Settings.Option(),
        OptionValue.Address("--endpoint-url", Say.OptionEmulator),
        new Option<bool>("--json") { Description = Say.OptionJsonLines });

    /// <summary>Says what is wrong with the command line.</summary>
    public static async Task<int> RefuseAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return ExitCode.Usage;
    }

    /// <summary>A month as the command line has it; null: it is none.</summary>
    public static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>Opens the memory of a deployment, and says what is wrong where it cannot be read.</summary>
    public static async Task<int> RunAsync(
        string? path, Uri? endpoint, Func<Memory, HistoryLines, Task<int>> show, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Settings.Load(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var names = DeploymentNames.Of(configuration);
        var table = names.IncidentsTable;
        try
        {
            using var clients = AccountClients.For(configuration.Instance.Region, endpoint);
            var days = configuration.Incidents.RetentionDays;
            var exercises = new DynamoDbExercises(clients.DynamoDb, table, configuration.Retention.ExerciseDays);
            var receipts = new ReceiptBook(configuration, new DynamoDbNotebook(clients.DynamoDb, table, TimeProvider.System));
            var memory = new Memory(
                new DynamoDbIncidentHistory(clients.DynamoDb, table, days),
                new DynamoDbAlarmHistory(clients.DynamoDb, table, configuration.Retention.AlarmDays),
                new DynamoDbIncidentFiles(clients.DynamoDb, table, new DynamoDbIncidentStore(clients.DynamoDb, table, days)),
                new DynamoDbNumbers(clients.DynamoDb, table, configuration.Retention.NumbersDays),
                new DynamoDbLeaseHistory(clients.DynamoDb, table, configuration.Retention.LeaseDays),
                new DynamoDbChangeLog(clients.DynamoDb, table, configuration.Retention.ChangeDays),
                new DynamoDbReviews(clients.DynamoDb, table, days),
                configuration)
            {
                Waits = new DynamoDbWaits(clients.DynamoDb, table, configuration.Retention.NumbersDays),
                Days = new DynamoDbDays(clients.DynamoDb, table, configuration.Retention.NumbersDays),
                Heard = new DynamoDbHeardContacts(clients.DynamoDb, names.ContactsTable, TimeProvider.System),
                Surveys = new DynamoDbSurveys(clients.DynamoDb, names.ContactsTable),
                Promised = new DynamoDbPromisedContacts(clients.DynamoDb, names.ContactsTable),
                Topics = new DynamoDbTopicHistories(clients.DynamoDb, names.ContactsTable),
                Outcomes = new DynamoDbContactOutcomes(clients.DynamoDb, names.ContactsTable),
                Advice = new AdviceReader(
                    new DynamoDbAlarmHistory(clients.DynamoDb, table, configuration.Retention.AlarmDays),
                    new DynamoDbIncidentHistory(clients.DynamoDb, table, days),
                    new CloudWatchValues(() => clients.CloudWatch)),
                SelfService = new SelfServiceReader(new CloudWatchValues(() => clients.CloudWatch), configuration),
                Exercises = exercises,
                Receipts = receipts,
                Compliance = new ComplianceReader(
                    new DynamoDbSettings(clients.DynamoDb, table, days),
                    new DynamoDbIncidentHistory(clients.DynamoDb, table, days),
                    exercises,
                    receipts,
                    configuration),
            };
            return await show(memory, new HistoryLines(TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone)));
        }
        catch (ResourceNotFoundException)
        {
            await Console.Error.WriteLineAsync(Say.NoTable(table, configuration.Instance.Region));
            return ExitCode.Problems;
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync(Say.TableUnread(AwsRefusal.Of(missing)));
            return ExitCode.Usage;
        }
        catch (AmazonServiceException refused)
        {
            await Console.Error.WriteLineAsync(Say.TableUnread(AwsRefusal.Of(refused)));
            return ExitCode.Problems;
        }
        catch (Exception unreadable) when (unreadable is UnreadableItemException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return ExitCode.Problems;
        }
    }
}

/// <summary>What is asked.</summary>
internal sealed record Memory(
    IIncidentHistory Incidents, IAlarmHistory Alarms, IIncidentFiles Files, ICenterNumbers Numbers, ILeaseHistory Leases,
    IChangeLog Changes, IReviews Reviews, ContactCenterConfiguration Configuration)
{
    /// <summary>How long contacts waited.</summary>
    public required IWaitDays Waits { get; init; }

    /// <summary>The days of the center.</summary>
    public required ICenterDays Days { get; init; }

    /// <summary>What contacts were about.</summary>
    public required IHeardContacts Heard { get; init; }

    /// <summary>What customers said afterwards.</summary>
    public required ISurveyStore Surveys { get; init; }

    /// <summary>How promises to contacts were kept.</summary>
    public required IPromisedContacts Promised { get; init; }

    /// <summary>What customers were in touch about.</summary>
    public required ITopicHistories Topics { get; init; }

    /// <summary>How contacts ended.</summary>
    public required IContactOutcomes Outcomes { get; init; }

    /// <summary>What would make alarms worth hearing.</summary>
    public required AdviceReader Advice { get; init; }

    /// <summary>What was finished without an agent.</summary>
    public required SelfServiceReader SelfService { get; init; }

    /// <summary>Exercises that are over.</summary>
    public required IExerciseStore Exercises { get; init; }

    /// <summary>The last tests of people.</summary>
    public required ReceiptBook Receipts { get; init; }

    /// <summary>What compliance is judged by.</summary>
    public required ComplianceReader Compliance { get; init; }

    /// <summary>Clients for what is asked beside the memory.</summary>
    public AccountClients ClientsOf(Uri? endpoint) => AccountClients.For(Configuration.Instance.Region, endpoint);
}
