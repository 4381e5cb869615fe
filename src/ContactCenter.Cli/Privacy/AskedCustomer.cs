using System.CommandLine;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Privacy;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Privacy;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Cli.Privacy;

/// <summary>Whom a command asks about, and where a deployment may have something of them.</summary>
internal sealed class AskedCustomer
{
    private readonly Argument<string> _customer = new("customer")
    {
        Description = Say.ArgumentCustomer,
    };

    private readonly Option<string[]> _contacts = new("--contact")
    {
        Description = Say.OptionCustomerContact,
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<string?> _bucket = new("--bucket")
    {
        Description = Say.OptionModelsBucket,
    };

    private readonly Option<bool> _standby = new("--standby")
    {
        Description = Say.OptionStandby,
    };

    private readonly Option<Uri?> _endpoint = OptionValue.Address("--endpoint-url", Say.OptionEmulator);
    private readonly Option<string?> _config = Settings.Option();

    /// <summary>Lets a command take them.</summary>
    public void AddTo(Command command)
    {
        command.Add(_customer);
        command.Add(_contacts);
        command.Add(_bucket);
        command.Add(_standby);
        command.Add(_endpoint);
        command.Add(_config);
    }

    /// <summary>Opens the places of a deployment, and says what is wrong where they cannot be read.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<Found, Task<int>> act, CancellationToken cancellation)
    {
        if (Customer.Of(parsed.GetValue(_customer)!) is not { } customer)
        {
            await Console.Error.WriteLineAsync(Say.CustomerWrong);
            return ExitCode.Usage;
        }

        if (Settings.Load(parsed.GetValue(_config), Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        if (OwnWords.Find(Settings.Read(parsed.GetValue(_config)).Bytes!, customer) is { } own)
        {
            await Console.Error.WriteLineAsync(Say.CustomerInConfiguration(own));
            return ExitCode.Usage;
        }

        var isStandby = parsed.GetValue(_standby);
        if (isStandby && configuration.StandbyRegion is null)
        {
            await Console.Error.WriteLineAsync(Say.NoStandbyRegion);
            return ExitCode.Usage;
        }

        var region = isStandby ? configuration.StandbyRegion! : configuration.Instance.Region;
        try
        {
            using var clients = AccountClients.For(region, parsed.GetValue(_endpoint));
            using var s3 = BucketClient.Of(parsed.GetValue(_endpoint), region);
            var names = DeploymentNames.Of(configuration);
            var now = TimeProvider.System.GetUtcNow();
            List<ICustomerTraces> places = [new TableTraces(clients.DynamoDb, names.IncidentsTable, PrivacyPlaces.Incidents)];
            var remaining = PrivacyPlaces.Remaining(configuration, now, isStandby).ToList();
            if (isStandby)
            {
                return await act(new Found(new PrivacyDesk(places), new CustomerSearch(customer, null, []), remaining, now));
            }

            places.Insert(0, new TableTraces(clients.DynamoDb, names.ContactsTable, PrivacyPlaces.Contacts));
            if (parsed.GetValue(_bucket) is { } bucket)
            {
                places.Add(new BucketTraces(s3, bucket, S3ModelStore.DefaultPrefix));
            }
            else
            {
                remaining.Insert(0, PrivacyPlaces.TextsNotSearched);
            }

            var search = new CustomerSearch(
                customer, await KeyAsync(clients.Secrets, configuration, customer, cancellation), [.. parsed.GetValue(_contacts) ?? []]);
            return await act(new Found(new PrivacyDesk(places), search, remaining, now));
        }
        catch (AmazonClientException missing)
        {
            await Console.Error.WriteLineAsync(AwsRefusal.Of(missing));
            return ExitCode.Usage;
        }
        catch (AmazonServiceException refused)
        {
            await Console.Error.WriteLineAsync(Say.PrivacyStopped(AwsRefusal.Of(refused)));
            return ExitCode.Problems;
        }
        catch (Exception stopped) when (stopped is TimeoutException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(Spoken.Now.Place(stopped.Message));
            return ExitCode.Problems;
        }
    }

    /// <summary>The key under which who calls is remembered; null where nobody is.</summary>
    private static async Task<string?> KeyAsync(
        IAmazonSecretsManager secrets, ContactCenterConfiguration configuration, Customer customer, CancellationToken cancellation)
    {
        if (!configuration.Routing.RemembersCallers)
        {
            return null;
        }

        try
        {
            var secret = await secrets.GetSecretValueAsync(
                new GetSecretValueRequest { SecretId = DeploymentNames.Of(configuration).CallerKey }, cancellation);
            return CallerKey.Of(customer.Request, new Secret(secret.SecretString).Key("key"));
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What was opened.</summary>
    /// <param name="Desk">Finds and erases.</param>
    /// <param name="Search">Whom.</param>
    /// <param name="Remaining">What cannot be searched or erased.</param>
    /// <param name="Now">The time.</param>
    internal sealed record Found(
        PrivacyDesk Desk, CustomerSearch Search, IReadOnlyList<RemainingPlace> Remaining, DateTimeOffset Now);
}
