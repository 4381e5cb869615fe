using Amazon;
using Amazon.CloudWatch;
using Amazon.Connect;
using Amazon.DynamoDBv2;
using Amazon.Lambda;
using Amazon.LexModelsV2;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.ServiceQuotas;
using Amazon.SimpleNotificationService;

namespace ContactCenter.Aws.Account;

/// <summary>Clients of the services that an account is read from.</summary>
public sealed class AccountClients : IDisposable
{
    private AccountClients(Action<ClientConfig> configure, Action<ClientConfig>? standby, AWSCredentials? credentials)
    {
        CloudWatch = new AmazonCloudWatchClient(For(new AmazonCloudWatchConfig()));
        StandbyCloudWatch = standby is null ? null : new AmazonCloudWatchClient(For(new AmazonCloudWatchConfig(), standby));
        Connect = new AmazonConnectClient(For(new AmazonConnectConfig()));
        DynamoDb = new AmazonDynamoDBClient(For(new AmazonDynamoDBConfig()));
        Lambda = new AmazonLambdaClient(For(new AmazonLambdaConfig()));
        Lex = new AmazonLexModelsV2Client(For(new AmazonLexModelsV2Config()));
        Secrets = new AmazonSecretsManagerClient(For(new AmazonSecretsManagerConfig()));
        Quotas = new AmazonServiceQuotasClient(For(new AmazonServiceQuotasConfig()));
        Sns = new AmazonSimpleNotificationServiceClient(For(new AmazonSimpleNotificationServiceConfig()));

        T For<T>(T config, Action<ClientConfig>? elsewhere = null)
            where T : ClientConfig
        {
            (elsewhere ?? configure)(config);
            if (credentials is not null)
            {
                config.DefaultAWSCredentials = credentials;
            }

            return config;
        }
    }

    /// <summary>CloudWatch.</summary>
    public IAmazonCloudWatch CloudWatch { get; }

    /// <summary>CloudWatch of the Region that stands by, or null.</summary>
    public IAmazonCloudWatch? StandbyCloudWatch { get; }

    /// <summary>Amazon Connect.</summary>
    public IAmazonConnect Connect { get; }

    /// <summary>DynamoDB.</summary>
    public IAmazonDynamoDB DynamoDb { get; }

    /// <summary>Lambda.</summary>
    public IAmazonLambda Lambda { get; }

    /// <summary>Amazon Lex.</summary>
    public IAmazonLexModelsV2 Lex { get; }

    /// <summary>Secrets Manager.</summary>
    public IAmazonSecretsManager Secrets { get; }

    /// <summary>Service Quotas.</summary>
    public IAmazonServiceQuotas Quotas { get; }

    /// <summary>SNS.</summary>
    public IAmazonSimpleNotificationService Sns { get; }

    /// <summary>
    /// Clients of a Region, or of an endpoint that plays it; credentials are those of the environment, as for the AWS CLI.
    /// </summary>
    /// <param name="region">The Region of the instance.</param>
    /// <param name="endpoint">Address of an emulator, or null.</param>
    /// <param name="credentials">Other credentials, or null.</param>
    /// <param name="standby">The Region that stands by, or null.</param>
    public static AccountClients For(string region, Uri? endpoint, AWSCredentials? credentials = null, string? standby = null)
    {
        return new(config => Set(config, region), standby is null ? null : config => Set(config, standby), credentials);

        void Set(ClientConfig config, string place)
        {
            if (endpoint is null)
            {
                config.RegionEndpoint = RegionEndpoint.GetBySystemName(place);
            }
            else
            {
                config.ServiceURL = endpoint.ToString();
                config.AuthenticationRegion = place;
            }

            // Amazon Connect allows two list calls a second, to all instances of the account together
            config.RetryMode = RequestRetryMode.Adaptive;
            config.MaxErrorRetry = 4;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CloudWatch.Dispose();
        StandbyCloudWatch?.Dispose();
        Connect.Dispose();
        DynamoDb.Dispose();
        Lambda.Dispose();
        Lex.Dispose();
        Secrets.Dispose();
        Quotas.Dispose();
        Sns.Dispose();
    }
}
